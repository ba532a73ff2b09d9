import type { Tx } from '@/lib/platform/db'
import { indexCollaborations, indexMunicipalities } from './index-register'
import { loadMunicipalities } from './municipalities'
import { loadCollaborations, loadPhaseModels, loadThemes } from './reference'

/** The steps that bring the register up to date, in order; each says what it has done. */
export const registerSteps: ((tx: Tx) => Promise<string>)[] = [
  loadMunicipalities,
  loadCollaborations,
  loadThemes,
  loadPhaseModels,
  indexMunicipalities,
  indexCollaborations,
]
