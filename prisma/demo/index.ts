import type { DemoMunicipality } from './content'
import { arendal } from './municipalities/arendal'
import { asker } from './municipalities/asker'
import { bergen } from './municipalities/bergen'
import { bodo } from './municipalities/bodo'
import { grimstad } from './municipalities/grimstad'
import { hamar } from './municipalities/hamar'
import { kafjord } from './municipalities/kafjord'
import { kautokeino } from './municipalities/kautokeino'
import { kristiansand } from './municipalities/kristiansand'
import { lillesand } from './municipalities/lillesand'
import { lyngdal } from './municipalities/lyngdal'
import { smola } from './municipalities/smola'
import { sogndal } from './municipalities/sogndal'
import { stryn } from './municipalities/stryn'
import { ulvik } from './municipalities/ulvik'
import { volda } from './municipalities/volda'

/** The municipalities that take part in the demo. All of it is fiction. The order decides the ports of their identity providers. */
export const municipalities: DemoMunicipality[] = [
  grimstad,
  lillesand,
  arendal,
  kristiansand,
  lyngdal,
  asker,
  bergen,
  hamar,
  bodo,
  smola,
  sogndal,
  volda,
  stryn,
  ulvik,
  kautokeino,
  kafjord,
]
