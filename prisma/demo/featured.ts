/** The cases that the advisors show on the front page. Only what is open to all shows there. */
export const featuredCases: { slug: string; reason: string }[] = []
