/** The national figures, in the order they are shown; each has a page with its rows. */
export const figures = ['deltar', 'deler', 'gjenbruk', 'ubekreftet', 'tema', 'rad'] as const
export type FigureName = (typeof figures)[number]

export const isFigure = (name: string): name is FigureName => figures.some((figure) => figure === name)
