const folds: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a', đ: 'd', ŋ: 'n', ŧ: 't' }

/** Words as the last part of an address: lower-case ASCII joined by hyphens, at most 110 characters; empty where nothing is left. */
export function slugOfWords(words: string): string {
  const ascii = words
    .toLowerCase()
    .replace(/[æøåđŋŧ]/g, (letter) => folds[letter] ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return ascii.replace(/ /g, '-').slice(0, 110).replace(/-+$/, '')
}
