import { addDays } from '../../src/kernel/day.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import {
  type AgreementId,
  approveDraft,
  contentOf,
  findAgreement,
  openSigning,
  shareDraft,
} from '../../src/modules/agreements/index.ts'
import type { CapacityRef } from '../../src/modules/identity/index.ts'
import type { Context } from '../../src/platform/context.ts'

/** Approved by both parties and opened to signature: the partner is called first, recalled each week, for a month. */
export async function seedSigning(
  context: Context,
  id: AgreementId,
  signers: { region: CapacityRef | null; cocontractant: CapacityRef },
): Promise<void> {
  const target = { id, seen: 0 }
  sure(await shareDraft(context, target))
  const agreement = sure(await findAgreement(context.db, context.reach, id))
  const { fingerprint: seenContent } = await contentOf(context.db, context.network, agreement)
  for (const party of agreement.terms.parties)
    sure(await approveDraft(context, target, { party, seenContent }))
  sure(
    await openSigning(context, target, {
      order: 'partner-first',
      signers: new Map(
        Object.entries(signers).flatMap(([party, signer]) => (signer ? [[party, signer] as const] : [])),
      ),
      life: { remindEvery: 7, expiresOn: addDays(context.today, 30) },
    }),
  )
}

function sure<T>(outcome: T): Exclude<T, { refused: string } | null | undefined> {
  if (outcome === null || outcome === undefined || isRefusal(outcome)) {
    throw new Error(`The demonstration could not be made: ${JSON.stringify(outcome)}`)
  }
  return outcome as Exclude<T, { refused: string } | null | undefined>
}
