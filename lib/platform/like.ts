/** The pattern for «contains», with the signs that ILIKE reads specially taken as they stand. */
export function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
