import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { recordActs } from '../../data/agreements.store.ts'
import { listPlace } from '../../data/annex.store.ts'
import type { AmendmentSignedAct } from '../../domain/acts.ts'
import type { Agreement, PlaceId } from '../../domain/agreement.ts'
import {
  amendmentName,
  changesNothing,
  type DraftedAmendment,
  signedChanges,
} from '../../domain/amendment-draft.ts'
import { stateOn } from '../../domain/state.ts'
import { tellParties } from '../../jobs/tell-parties.ts'
import { actOnAgreement, recordedBy } from '../act-on-agreement.ts'
import { type PaperSignature, signedBy } from '../signing/record-signature.ts'
import { type AmendmentTarget, type AmendmentTargetRefusal, openAmendment } from './change-amendment.ts'

export type AmendmentSignatureRefusal =
  | AmendmentTargetRefusal
  | 'dated-in-the-future'
  | 'unknown-party'
  | 'already-signed'
  | 'not-their-power'
  | 'signed-before-entry'
  | 'amendment-changes-nothing'

/** Records a signature of an amendment, made on paper. The first one freezes what it changes. */
export function signAmendment(
  context: Context,
  target: AmendmentTarget,
  signature: PaperSignature,
): Promise<Agreement | Refusal<AmendmentSignatureRefusal>> {
  return actOnAgreement<Agreement | Refusal<AmendmentSignatureRefusal>>(
    context,
    target,
    async (tx, agreement) => {
      const draft = await openAmendment(tx, agreement, target)
      if (isRefusal(draft)) return draft
      const refusal = whyNotSigned(agreement, draft, signature, context.today)
      if (refusal) return refusal
      const signed = await signedBy(tx, agreement, signature)
      if (isRefusal(signed)) return signed
      // Before the acts: a place that joins has its list, and its days are then derived like the others'.
      for (const { place, subList } of placesThatJoin(agreement, draft)) {
        await listPlace(tx, agreement.id, { placeId: place as PlaceId, subList })
      }
      const act = { ...amendmentAct(draft, signature), ...signed, id: newId<'act'>() }
      const after = await recordActs(tx, agreement, [act], recordedBy(context))
      await writeJournal(
        tx,
        context,
        'amendment.signed',
        agreement.id,
        { number: draft.number, party: signature.party, signedOn: signature.signedOn, act: act.id },
        {
          mandateId: signature.power?.mandateId ?? null,
          delegationId: signature.power?.delegationId ?? null,
        },
      )
      await enqueue(tx, tellParties, { agreement: agreement.id, act: act.id })
      return after
    },
  )
}

/** The same rules before anything is written: for the page that shows the consequence first. */
export function whyNotSigned(
  { terms, acts }: Agreement,
  draft: DraftedAmendment,
  { party, signedOn }: PaperSignature,
  today: Day,
): Refusal<AmendmentSignatureRefusal> | null {
  if (signedOn > today) return refuse('dated-in-the-future', { day: signedOn })
  if (!terms.parties.includes(party)) return refuse('unknown-party')
  if (changesNothing(draft)) return refuse('amendment-changes-nothing')
  const { enteredIntoForceOn, amendments } = stateOn(terms, acts, today)
  if (enteredIntoForceOn === null || signedOn < enteredIntoForceOn) {
    return refuse('signed-before-entry', { day: enteredIntoForceOn ?? '' })
  }
  const known = amendments.find(({ id }) => id === amendmentName(draft.number))
  return known && !known.missingSignatures.includes(party) ? refuse('already-signed') : null
}

/** The act itself, without who held the pen. */
export function amendmentAct(
  { number, changes, effectiveOn, newLastDay }: DraftedAmendment,
  { party, signedOn }: Pick<PaperSignature, 'party' | 'signedOn'>,
): AmendmentSignedAct {
  return {
    type: 'amendment_signed',
    amendment: amendmentName(number),
    party,
    occurredOn: signedOn,
    changes: signedChanges(changes),
    ...(effectiveOn && { effectiveOn }),
    ...(newLastDay && { newLastDay }),
  }
}

/** The last party to sign brings them in. */
function placesThatJoin({ terms, acts }: Agreement, { number, changes }: DraftedAmendment) {
  const name = amendmentName(number)
  const signed = acts.filter((act) => act.type === 'amendment_signed' && act.amendment === name)
  return signed.length + 1 < terms.parties.length ? [] : changes.added
}
