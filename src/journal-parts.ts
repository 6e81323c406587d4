import { agreementsActions } from './modules/agreements/index.ts'
import { equipmentActions } from './modules/equipment/index.ts'
import { facilitatorsActions } from './modules/facilitators/index.ts'
import { federationActions } from './modules/federation/index.ts'
import { identityActions } from './modules/identity/index.ts'
import { initiativesActions } from './modules/initiatives/index.ts'
import { journalActions } from './modules/journal/index.ts'
import { labelsActions } from './modules/labels/index.ts'
import { placesActions } from './modules/places/index.ts'
import { privacyActions } from './modules/privacy/index.ts'
import type { JournalFamilies } from './platform/journal/families.ts'

/** What every part of the product says of the lines it writes. A family belongs to one of them. */
export const journalParts: readonly JournalFamilies[] = [
  identityActions,
  journalActions,
  privacyActions,
  placesActions,
  agreementsActions,
  initiativesActions,
  labelsActions,
  equipmentActions,
  facilitatorsActions,
  federationActions,
]
