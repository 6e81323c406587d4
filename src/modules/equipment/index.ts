/**
 * Lending of shared equipment: what may be lent, when, to whom, and who has it. 002 art. 4, 000 art. 3.
 * Nothing of it is published: others ask here.
 */
import { freeLapsed } from './jobs/free-lapsed.ts'

export { equipmentPersonalData } from './data/personal-data.ts'
export { equipmentRegister } from './privacy.ts'
export { addModelTo, addUnitTo } from './use-cases/add-to-catalogue.ts'
export { changePolicy } from './use-cases/change-policy.ts'
export { openInventory } from './use-cases/open-inventory.ts'

export const equipmentJobs = [freeLapsed]
