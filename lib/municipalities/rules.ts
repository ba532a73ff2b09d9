/** Lower case without accents or special letters, so that «kafjord» finds Kåfjord. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll('đ', 'd')
    .replaceAll('ŋ', 'n')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
}

interface Named {
  number: string
  name: string
  also: string
}

/**
 * The municipalities that fit what was typed – part of a name, a parallel name, the number or the county – with those whose name
 * begins with it first; otherwise in the order given.
 */
export function matchingMunicipalities<Choice extends Named>(choices: readonly Choice[], typed: string): Choice[] {
  const sought = plain(typed.trim())
  if (sought === '') return []
  const rank = ({ number, name, also }: Named) => {
    if (plain(name).startsWith(sought) || number === sought) return 0
    if (plain(name).includes(sought) || number.startsWith(sought)) return 1
    return plain(also).includes(sought) ? 2 : 3
  }
  return choices
    .map((choice) => ({ choice, rank: rank(choice) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map((entry) => entry.choice)
}
