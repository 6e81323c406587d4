import { addDays } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { Capacity, CapacityRef } from '../../../identity/index.ts'
import { recordActs } from '../../data/agreements.store.ts'
import { closeSigning, openSigningOf } from '../../data/signings.store.ts'
import type { Act, SignatureAct, Signed } from '../../domain/acts.ts'
import { type Agreement, isDraft } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import { callSigners } from '../../jobs/call-signers.ts'
import { sealDocuments } from '../../jobs/seal-documents.ts'
import { tellParties } from '../../jobs/tell-parties.ts'
import { recordedBy } from '../act-on-agreement.ts'
import { type AgreementText, lacksPlaces } from '../drafting/agreement-text.ts'

/** Who signs in which capacity, in the words of that day and with the ids they came from. */
export function signatureWords({ delegationId, from, until, giver, ...held }: Capacity): Partial<Signed> {
  const named = `${held.holderName}, ${held.quality}`
  return {
    capacity: giver ? `${named}, par délégation de ${giver.name}, ${giver.quality}` : named,
    signatory: {
      name: held.holderName,
      quality: held.quality,
      organisation: held.organisationId,
      mandate: held.mandateId,
      ...(held.personId && { person: held.personId }),
      ...(delegationId && { delegationId }),
    },
    ...(delegationId && { delegation: { from, ...(until && { until: addDays(until, -1) }) } }),
    ...(giver && { onBehalfOf: `${giver.name}, ${giver.quality}` }),
  }
}

export type TextRefusal = 'texts-incomplete' | 'no-place-listed'

/** Why nobody may sign this text yet. AGR-9. */
export function whyTextNotReady(text: AgreementText): Refusal<TextRefusal> | null {
  const { missing } = text
  if (missing.length > 0) {
    return refuse('texts-incomplete', { missing: missing.map(({ label }) => label).join(' ; ') })
  }
  return lacksPlaces(text) ? refuse('no-place-listed') : null
}

/**
 * Records a signature on a locked agreement, on paper or in the application. The first one freezes the text, the
 * terms and the annex; the last one closes the signing, and any other calls whoever signs next.
 */
export async function appendSignature(
  tx: Database,
  context: Context,
  agreement: Agreement,
  { text, act, power }: { text: AgreementText; act: SignatureAct; power: CapacityRef | null },
): Promise<Agreement> {
  const listed = isDraft(agreement) ? text.places.map(placeListed) : []
  const after = await recordActs(tx, agreement, [...listed, act], recordedBy(context))
  const details = { party: act.party, signedOn: act.occurredOn, ...(act.at && { online: true }) }
  await writeJournal(tx, context, 'agreement.signed', agreement.id, details, {
    mandateId: power?.mandateId ?? null,
    delegationId: power?.delegationId ?? null,
  })
  await enqueue(tx, tellParties, { agreement: agreement.id, act: after.acts.at(-1)?.id ?? '' })
  await enqueue(tx, sealDocuments, { agreement: agreement.id })
  await goOn(tx, context, after)
  return after
}

async function goOn(tx: Database, context: Context, agreement: Agreement): Promise<void> {
  const signing = await openSigningOf(tx, agreement.id)
  if (!signing) return
  const { missingSignatures } = stateOn(agreement.terms, agreement.acts, context.today)
  if (missingSignatures.length === 0) await closeSigning(tx, signing.id, recordedBy(context))
  else await enqueue(tx, callSigners, { agreement: agreement.id })
}

function placeListed({ id, subList }: AgreementText['places'][number]): Act {
  return { type: 'place_listed', place: id, ...(subList && { subList }) }
}
