import type { Day } from '../../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import { annexOf } from '../../data/annex.store.ts'
import { addEvidence, type EvidenceId } from '../../data/declared-evidence.store.ts'
import type { Agreement, AgreementId, PlaceId } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import { recordedBy } from '../act-on-agreement.ts'
import { actingParties } from '../acting-parties.ts'
import type { PutDocument } from '../signing/keep-signature-document.ts'
import { dutiesOf } from './duties-of.ts'

export interface Declaration {
  duty: string
  placeId: PlaceId | null
  /** When what it shows was done. */
  on: Day
  statement: string
  document: PutDocument | null
}

export type DeclarationRefusal =
  | 'no-such-agreement'
  | 'no-such-duty'
  | 'not-their-duty'
  | 'place-not-listed'
  | 'dated-in-the-future'
  | 'done-before-entry'

/** A party says that a duty is done, where no module can tell: by the party that owes it, or the lead. AGR-72. */
export function declareEvidence(
  context: Context,
  id: AgreementId,
  declaration: Declaration,
): Promise<EvidenceId | Refusal<DeclarationRefusal>> {
  return inTransaction<EvidenceId | Refusal<DeclarationRefusal>>(context.db, async (tx) => {
    const agreement = await findAgreement(tx, context.reach, id)
    if (!agreement) return refuse('no-such-agreement')
    const party = await declaringParty(tx, context, agreement, declaration)
    if (isRefusal(party)) return party
    const { document, ...said } = declaration
    const fileId = document && (await keepFile(tx, context, document, document.sha256))
    const kept = await addEvidence(tx, id, { ...said, fileId, party }, recordedBy(context))
    await writeJournal(tx, context, 'evidence.declared', id, { evidence: kept, duty: said.duty, on: said.on })
    return kept
  })
}

async function declaringParty(
  tx: Database,
  context: Context,
  agreement: Agreement,
  { duty: code, placeId, on }: Declaration,
): Promise<string | Refusal<DeclarationRefusal>> {
  const duty = (await dutiesOf(tx, agreement)).find((one) => one.code === code)
  if (!duty) return refuse('no-such-duty')
  const own = actingParties(context, agreement)
  const lead = own.find((party) => party === agreement.terms.parties[0])
  const party = own.includes(duty.actor) ? duty.actor : lead
  if (party === undefined) return refuse('not-their-duty')
  const listed = duty.perPlace ? await annexOf(tx, agreement.id) : []
  if (duty.perPlace && !listed.some((line) => line.placeId === placeId)) return refuse('place-not-listed')
  if (on > context.today) return refuse('dated-in-the-future', { day: on })
  const entry = stateOn(agreement.terms, agreement.acts, context.today).enteredIntoForceOn
  return entry === null || on < entry ? refuse('done-before-entry') : party
}
