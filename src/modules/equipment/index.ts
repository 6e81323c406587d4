/**
 * Lending of shared equipment: what may be lent, when, to whom, and who has it. 002 art. 4, 000 art. 3.
 * Published: `equipment.offered`, the kinds lent at a place. For the rest, others ask here.
 */
import { announceLoan } from './jobs/announce.ts'
import { announceMany } from './jobs/announce-many.ts'
import { askPoliceReference } from './jobs/ask-police-reference.ts'
import { freeLapsed } from './jobs/free-lapsed.ts'
import { applyStockImport, checkStockImport } from './jobs/import-stock.ts'
import { openMaintenance } from './jobs/open-maintenance.ts'
import { recallLoans } from './jobs/recall-loans.ts'
import { remindEachMorning } from './jobs/remind-borrowers.ts'
import { reviewAllRisks } from './jobs/review-risks.ts'
import { tellProof } from './jobs/tell-proof.ts'
import { writeReport } from './jobs/write-report.ts'

export { addProof } from './data/borrowing/insurance.store.ts'
export { equipmentPersonalData } from './data/personal-data.ts'
export { equipmentRetention } from './data/retention.ts'
export type { DeskId, InventoryId, LineId, ModelId, UnitId } from './domain/equipment.ts'
export { recallUnder } from './jobs/recall-under.ts'
export { equipmentActions } from './journal.ts'
export { equipmentRegister } from './privacy.ts'
export { declareIncident, tellOutcome } from './use-cases/borrowing/borrower-tells.ts'
export { requestLoan } from './use-cases/borrowing/request-loan.ts'
export { addAccessory, addModelTo, addUnitTo } from './use-cases/catalogue/add-to-catalogue.ts'
export { changePolicy } from './use-cases/catalogue/change-policy.ts'
export { openConsumable } from './use-cases/catalogue/keep-consumables.ts'
export { placeDesk } from './use-cases/catalogue/keep-desks.ts'
export { giveNotice, showPhoto } from './use-cases/catalogue/keep-media.ts'
export { openInventory } from './use-cases/catalogue/open-inventory.ts'
export { approveLine, rejectLine } from './use-cases/deciding/decide-line.ts'
export { askEarlyReturn } from './use-cases/deciding/early-return.ts'
export { handOver, prepareLine } from './use-cases/desk/hand-over.ts'
export { closeLine, inspectLine, takeBack } from './use-cases/desk/take-back.ts'
export { assessIncident } from './use-cases/incidents/assess-incident.ts'
export { announceCharge } from './use-cases/incidents/charge-borrower.ts'
export { openIncident } from './use-cases/incidents/open-incident.ts'
export { closeDays } from './use-cases/moving/close-days.ts'
export { loanEvidence } from './use-cases/telling/loan-evidence.ts'
export { remindBorrowers } from './use-cases/telling/remind-borrowers.ts'
export { openPlan } from './use-cases/upkeep/keep-plans.ts'
export { logUpdates } from './use-cases/upkeep/log-updates.ts'
export { beginStockTaking, noteReadings } from './use-cases/upkeep/take-stock.ts'
export { lendingApi } from './web/api/lending-api.ts'
export { equipmentNavigation } from './web/navigation.ts'
export { equipmentRoutes } from './web/routes.tsx'

export const equipmentJobs = [
  reviewAllRisks,
  announceMany,
  announceLoan,
  applyStockImport,
  askPoliceReference,
  checkStockImport,
  freeLapsed,
  openMaintenance,
  recallLoans,
  remindEachMorning,
  tellProof,
  writeReport,
]
