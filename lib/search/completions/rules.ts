/** A suggestion while somebody types. */
export interface Suggestion {
  text: string
  /** What it is. */
  detail: string
  href: string
}

/** No longer list is read while typing. */
const most = 8

/** The list that is shown: few themes and technologies, so that there is room for what has been done; each address once. */
export function listed(themes: Suggestion[], technologies: Suggestion[], found: Suggestion[]): Suggestion[] {
  const list = [...themes.slice(0, 2), ...technologies.slice(0, 2), ...found]
  return [...new Map(list.map((one) => [one.href, one])).values()].slice(0, most)
}
