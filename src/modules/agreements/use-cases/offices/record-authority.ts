import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  addAuthorityAct,
  authorityActsOf,
  type NewAuthorityAct,
  setAuthorityAside,
} from '../../data/authority.store.ts'
import { findDecision } from '../../data/decisions.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { recordedBy } from '../act-on-agreement.ts'
import type { PutDocument } from '../signing/keep-signature-document.ts'
import { actForParty, type PartyRefusal, readBoardAgain } from './hold-agreement.ts'

export interface AuthorityToRecord extends Omit<NewAuthorityAct, 'file'> {
  /** Its scan; null: the decision published here is the paper. */
  document: PutDocument | null
}

export type AuthorityRefusal =
  | PartyRefusal
  | 'decided-in-the-future'
  | 'ends-before-it-begins'
  | 'no-paper'
  | 'no-such-decision'
  | 'no-such-authority'
  | 'already-set-aside'

/** Attaches what gives a party the power to sign. AGR-16. */
export function recordAuthority(
  context: Context,
  id: AgreementId,
  { document, ...act }: AuthorityToRecord,
): Promise<Id<'authority-act'> | Refusal<AuthorityRefusal>> {
  type Outcome = Id<'authority-act'> | Refusal<AuthorityRefusal>
  return actForParty<Outcome>(context, id, act.party, async (tx, agreement) => {
    if (act.decidedOn > context.today) return refuse('decided-in-the-future', { day: act.decidedOn })
    if (act.from && act.until && act.until <= act.from)
      return refuse('ends-before-it-begins', { day: act.from })
    if (!document && !act.decision) return refuse('no-paper')
    const decision = act.decision && (await findDecision(tx, context.network.id, act.decision))
    if (act.decision && !decision?.publishedOn) return refuse('no-such-decision')
    const file = document && (await keepFile(tx, context, document, document.sha256))
    const kept = await addAuthorityAct(tx, id, { ...act, file }, recordedBy(context))
    await writeJournal(tx, context, 'authority.recorded', id, { party: act.party, authority: kept })
    await readBoardAgain(tx, context, agreement)
    return kept
  })
}

/** A wrong or revoked paper counts no more; it stays readable. */
export async function setAside(
  context: Context,
  id: AgreementId,
  asked: Id<'authority-act'>,
): Promise<Id<'authority-act'> | Refusal<AuthorityRefusal>> {
  type Outcome = Id<'authority-act'> | Refusal<AuthorityRefusal>
  const act = (await authorityActsOf(context.db, id)).find((one) => one.id === asked)
  if (!act) return refuse('no-such-authority')
  return actForParty<Outcome>(context, id, act.party, async (tx, agreement) => {
    const isSet = await setAuthorityAside(tx, id, asked, recordedBy(context))
    if (!isSet) return refuse('already-set-aside')
    await writeJournal(tx, context, 'authority.set-aside', id, { party: act.party, authority: asked })
    await readBoardAgain(tx, context, agreement)
    return asked
  })
}
