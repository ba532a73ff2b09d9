const plain: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a' }

/** The e-mail address of a person of the demo, under a top domain that no mail reaches: `per.justnes@4204.example`. */
export function demoEmail(name: string, number: string | null): string {
  const words = name
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => plain[letter] ?? '')
    .normalize('NFD')
    .match(/[a-z]+/g)
  return `${(words ?? ['person']).join('.')}@${number ?? 'kommit'}.example`
}
