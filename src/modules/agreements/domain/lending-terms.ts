/**
 * What an agreement says of the lending of shared equipment. Missing: the text says nothing, and the rules of the
 * inventory apply. EQP-201, 002 art. 4.
 */
export interface LendingTerms {
  /** Names of the inventories it opens. Missing: every one of the network. */
  readonly inventories?: readonly string[]
  readonly free?: boolean
  /** Calendar days of one loan, first and last included; null: the text sets no limit. */
  readonly maxDays?: number | null
  /** Past the limit: the head decides, or it is refused. */
  readonly beyond?: 'derogation' | 'refuse'
  readonly noChaining?: boolean
  readonly chainingGapDays?: number
  readonly chainingScope?: 'item' | 'model'
  readonly requestMustState?: readonly ('actions' | 'period')[]
  readonly ownerPriority?: OwnerPriority
  readonly transportBy?: 'borrower'
  readonly returnSameDesk?: boolean
  readonly slotFixedBeforehand?: boolean
  readonly conditionReport?: { readonly out?: boolean; readonly in?: boolean }
  readonly insurance?: {
    readonly risks: readonly ('theft' | 'damage')[]
    readonly proofBy?: 'approval' | 'handover'
  }
  readonly secureStorage?: boolean
  readonly repairByBorrower?: 'forbidden'
  readonly emergencyIntervention?: 'justified' | 'forbidden'
  readonly borrowerBears?: readonly ('theft' | 'loss' | 'damage')[]
  readonly ownerUpdatesSoftware?: boolean
  readonly ownerRoutineMaintenance?: boolean
  readonly replacementDuty?: false
}

export interface OwnerPriority {
  /** The owner may refuse what it needs itself. */
  readonly refusePending: boolean
  /** May an approved loan make way? Missing: the text does not say. */
  readonly displaceApproved?: 'none' | { readonly noticeOpeningDays: number }
}
