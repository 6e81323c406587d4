/**
 * Lending of shared equipment: what may be lent, when, to whom, and who has it. 002 art. 4, 000 art. 3.
 * Nothing of it is published: others ask here.
 */
import { freeLapsed } from './jobs/free-lapsed.ts'
import { recallLoans } from './jobs/recall-loans.ts'
import { tellHandOver } from './jobs/tell-hand-over.ts'
import { writeReport } from './jobs/write-report.ts'

export { addProof } from './data/insurance.store.ts'
export { equipmentPersonalData } from './data/personal-data.ts'
export { equipmentRetention } from './data/retention.ts'
export type { DeskId, InventoryId, ModelId, UnitId } from './domain/equipment.ts'
export { equipmentRegister } from './privacy.ts'
export { addAccessory, addModelTo, addUnitTo } from './use-cases/add-to-catalogue.ts'
export { changePolicy } from './use-cases/change-policy.ts'
export { approveLine } from './use-cases/decide-line.ts'
export { handOver, prepareLine } from './use-cases/hand-over.ts'
export { openInventory } from './use-cases/open-inventory.ts'
export { requestLoan } from './use-cases/request-loan.ts'
export { equipmentNavigation } from './web/navigation.ts'
export { equipmentRoutes } from './web/routes.tsx'

export const equipmentJobs = [freeLapsed, recallLoans, tellHandOver, writeReport]
