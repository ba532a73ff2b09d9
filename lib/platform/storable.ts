/** Text without what no keyboard gives and no database keeps: the character NUL, and halves of characters. */
export const storable = (text: string) => text.replace(/\0|\p{Surrogate}/gu, '')

/** The beginning of a text, without blanks around it and without half a character at the cut. */
export const beginning = (text: string, longest: number) => storable(storable(text).trim().slice(0, longest)).trim()
