import { addDays, type Day, latest } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { listSchemes, type SchemeId } from '../../data/awards/awards.store.ts'
import { dropSchemeDraft, lockSchemeDraft } from '../../data/schemes/scheme-drafts.store.ts'
import {
  addVersion,
  type SchemeVersion,
  type Transition,
  versionsOf,
} from '../../data/schemes/schemes.store.ts'
import { type NextVersion, nextVersion } from '../../domain/schemes/next-version.ts'
import { faultsOf } from '../../domain/schemes/publishable.ts'
import { recordedBy } from '../recorded-by.ts'

export interface SchemePublication {
  schemeId: SchemeId
  /** What the page showed: the draft as it was saved then. */
  seq: number
  transition: Transition
  /** Read for a version; a revision holds at once. */
  inForceFrom: Day
}

export type PublicationRefusal =
  | 'no-scheme-draft'
  | 'scheme-rewritten-meanwhile'
  | 'scheme-not-publishable'
  | 'nothing-changed'
  | 'in-force-too-soon'

/**
 * The draft becomes what applicants are asked. Words alone are a revision, which holds at once; whatever is asked otherwise
 * is a version, and is read by everybody before the day it opens. What was granted stays granted. LAB-1, LAB-4.
 */
export function publishScheme(
  context: Context,
  { schemeId, seq, transition, inForceFrom }: SchemePublication,
): Promise<NextVersion | Refusal<PublicationRefusal>> {
  const { db, network, today } = context
  return inTransaction<NextVersion | Refusal<PublicationRefusal>>(db, async (tx) => {
    const draft = await lockSchemeDraft(tx, network.id, schemeId)
    if (!draft) return refuse('no-scheme-draft')
    if (draft.seq !== seq) return refuse('scheme-rewritten-meanwhile')
    if (faultsOf(draft.content).length > 0) return refuse('scheme-not-publishable')
    const [last = null] = await versionsOf(tx, network.id, schemeId)
    const next = nextVersion(last, draft.content)
    if (next.kind === 'nothing') return refuse('nothing-changed')
    const earliest = earliestDay(last, today)
    if (next.kind === 'version' && inForceFrom < earliest)
      return refuse('in-force-too-soon', { day: earliest })
    const terms = next.kind === 'revision' && last ? last : { transition, inForceFrom }
    const { version, revision } = next
    const { scheme } = last ?? { scheme: await schemeOf(tx, context, schemeId) }
    await addVersion(
      tx,
      { ...{ scheme, version, revision, content: draft.content }, ...onlyTerms(terms) },
      recordedBy(context),
    )
    await dropSchemeDraft(tx, schemeId)
    await writeJournal(tx, context, 'label-scheme.published', schemeId, { version, revision })
    return next
  })
}

/**
 * A first version may open today; one that changes what is asked is public for a day at least before it does, and never opens
 * before the one it follows. LAB-4.
 */
export function earliestDay(last: Pick<SchemeVersion, 'inForceFrom'> | null, today: Day): Day {
  return last === null ? today : (latest(last.inForceFrom, addDays(today, 1)) ?? today)
}

function onlyTerms({ transition, inForceFrom }: Pick<SchemeVersion, 'transition' | 'inForceFrom'>) {
  return { transition, inForceFrom }
}

async function schemeOf(tx: Database, { network }: Context, id: SchemeId): Promise<SchemeVersion['scheme']> {
  const scheme = (await listSchemes(tx, network.id)).find((one) => one.id === id)
  if (!scheme) throw new Error(`a draft of no label: ${id}`)
  return scheme
}
