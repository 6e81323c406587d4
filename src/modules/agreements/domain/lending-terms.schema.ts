import { z } from 'zod'

const days = z.int().min(0).max(3650)

/** See `LendingTerms`. */
export const lendingTerms = z.object({
  inventories: z.array(z.string().min(1)).exactOptional(),
  free: z.boolean().exactOptional(),
  maxDays: z.int().min(1).max(3650).nullable().exactOptional(),
  beyond: z.enum(['derogation', 'refuse']).exactOptional(),
  noChaining: z.boolean().exactOptional(),
  chainingGapDays: days.exactOptional(),
  chainingScope: z.enum(['item', 'model']).exactOptional(),
  requestMustState: z.array(z.enum(['actions', 'period'])).exactOptional(),
  ownerPriority: z
    .object({
      refusePending: z.boolean(),
      displaceApproved: z.union([z.literal('none'), z.object({ noticeOpeningDays: days })]).exactOptional(),
    })
    .exactOptional(),
  transportBy: z.literal('borrower').exactOptional(),
  returnSameDesk: z.boolean().exactOptional(),
  slotFixedBeforehand: z.boolean().exactOptional(),
  conditionReport: z
    .object({ out: z.boolean().exactOptional(), in: z.boolean().exactOptional() })
    .exactOptional(),
  insurance: z
    .object({
      risks: z.array(z.enum(['theft', 'damage'])).min(1),
      proofBy: z.enum(['approval', 'handover']).exactOptional(),
    })
    .exactOptional(),
  secureStorage: z.boolean().exactOptional(),
  repairByBorrower: z.literal('forbidden').exactOptional(),
  emergencyIntervention: z.enum(['justified', 'forbidden']).exactOptional(),
  borrowerBears: z.array(z.enum(['theft', 'loss', 'damage'])).exactOptional(),
  ownerUpdatesSoftware: z.boolean().exactOptional(),
  ownerRoutineMaintenance: z.boolean().exactOptional(),
  replacementDuty: z.literal(false).exactOptional(),
})
