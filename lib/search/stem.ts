const letters: Record<string, string> = { æ: 'a', ø: 'o', å: 'a', đ: 'd', ŋ: 'n', ŧ: 't', ð: 'd', þ: 't' }

/** Lower case without accents or special letters, with `aa`, `ae` and `oe` read as the letters they stand for. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/[æøåđŋŧðþ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/aa|ae/g, 'a')
    .replace(/oe/g, 'o')
}

const sounds: [RegExp, string][] = [
  [/([kg])j(?=[eaø])/g, '$1'],
  [/tjen/g, 'ten'],
  [/eign/g, 'egn'],
  [/øy(?!tels|ting)/g, 'ø'],
  [/^au(?=k|st)/g, 'ø'],
  [/vatn/g, 'vann'],
  [/verk(?=semd|nad)|(?<=med|på)verk/g, 'virk'],
  // Else bilete would end up as bil, and leiar as leie.
  [/bilet(?=e|a)(?!abl)/g, 'bild'],
  [/(?<!p|ut)leiar/g, 'leder'],
  [/leiing/g, 'leding'],
]

/**
 * Sounds that bokmål and nynorsk write differently, written one way: høyring and høring, byggje and bygge, vatn and vann. No rule may
 * reach across the parts of a compound: datautveksling has no au, prosjektnavn no tn.
 */
export function level(word: string): string {
  return sounds.reduce((levelled, [sound, written]) => levelled.replace(sound, written), word)
}

/** Longest first. What is left must be as long as the number says, so that short words keep their last letter. */
const endings: [string, number][] = [
  ...['ernes', 'arnes'].map((ending): [string, number] => [ending, 3]),
  ...['arane', 'erane', 'enes', 'anes', 'arar', 'erar', 'erne', 'arne'].map((ending): [string, number] => [ending, 3]),
  ...['ane', 'ene', 'ers', 'ars', 'ens', 'ets', 'ere', 'are'].map((ending): [string, number] => [ending, 3]),
  ...['ar', 'er', 'en', 'et', 'a', 'e'].map((ending): [string, number] => [ending, 3]),
  ['s', 4],
  ['t', 4],
]

/** What inflection adds to the end of a word, nothing included. */
export const tails: ReadonlySet<string> = new Set(['', ...endings.map(([ending]) => ending)])

/** The same derivation in both written norms: undersøkelse and undersøking, medvirkning and medverknad, offentlig and offentleg. */
const derivations: [RegExp, string][] = [
  [/^(.{3,})(?:els(?:e|en|er|ar|ene|ane|a)|nad)$/, '$1ing'],
  [/^(.{2,}[sk])ning$/, '$1ing'],
  [/^(.{3,})leg$/, '$1lig'],
  [/^(.{3,})(?:leik|hei?t)$/, '$1h'],
  [/^(.{3,})semd$/, '$1somh'],
]

/**
 * Takes away what inflection adds, the same for bokmål and nynorsk: innbygger, innbyggerne and innbyggjarar end up alike. Goes on until
 * nothing more comes off, so that every form of a word ends at the same place.
 */
export function stem(word: string): string {
  let bare = level(word)
  for (;;) {
    const derived = derivations.reduce((form, [pattern, common]) => form.replace(pattern, common), bare)
    if (derived !== bare) return derived
    const ending = endings.find(([candidate, left]) => bare.endsWith(candidate) && bare.length - candidate.length >= left)?.[0]
    if (!ending || /[st]t$/.test(bare)) break
    bare = bare.slice(0, -ending.length)
  }
  // sykehjemmene: the consonant was doubled by the ending.
  return bare.replace(/(.{2,})([bdfgklmnprst])\2$/, '$1$2')
}
