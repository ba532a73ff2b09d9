import type { DemoMunicipality } from './content'

/** The municipalities that take part in the demo. All of it is fiction. */
export const municipalities: DemoMunicipality[] = []
