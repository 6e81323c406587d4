import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { type OrganisationId, personOf } from '../../../platform/session/actor.ts'
import { addInitiative, lockInitiative, saveRevision, setPublished } from '../data/initiatives.store.ts'
import {
  canonicalText,
  changedFields,
  faultsOf,
  type InitiativeContent,
  type InitiativeFault,
  type InitiativeId,
} from '../domain/initiative.ts'

export type InitiativeRefusal = InitiativeFault | 'no-such-initiative' | 'changed-meanwhile'

/** Declares an initiative for an organisation: nobody outside reads it before it is published. PPL-70. */
export async function declareInitiative(
  context: Context,
  organisationId: OrganisationId,
  content: InitiativeContent,
): Promise<InitiativeId | Refusal<InitiativeRefusal>> {
  const [fault] = faultsOf(content)
  if (fault) return refuse(fault)
  return inTransaction(context.db, async (tx) => {
    const id = await addInitiative(
      tx,
      { networkId: context.network.id, organisationId, content },
      recordedBy(context),
    )
    await writeJournal(tx, context, 'initiative.declared', id, { title: content.title })
    return id
  })
}

/** A new revision over the one that was read; saving what changes nothing makes none. PPL-73. */
export async function changeInitiative(
  context: Context,
  id: InitiativeId,
  seen: number,
  content: InitiativeContent,
): Promise<number | Refusal<InitiativeRefusal>> {
  const [fault] = faultsOf(content)
  if (fault) return refuse(fault)
  return inTransaction<number | Refusal<InitiativeRefusal>>(context.db, async (tx) => {
    const initiative = await lockInitiative(tx, context.reach, id)
    if (!initiative) return refuse('no-such-initiative')
    if (initiative.revision !== seen) return refuse('changed-meanwhile')
    const isSame = canonicalText(initiative.content) === canonicalText(content)
    const revision = isSame ? seen : seen + 1
    if (!isSame) await saveRevision(tx, id, revision, content, recordedBy(context))
    const fields = changedFields(initiative.content, content)
    await writeJournal(tx, context, 'initiative.changed', id, { revision, fields })
    return revision
  })
}

/** Shows it to everybody, or no more. PPL-71. */
export async function publishInitiative(
  context: Context,
  id: InitiativeId,
  isShown: boolean,
): Promise<InitiativeId | Refusal<InitiativeRefusal>> {
  return inTransaction<InitiativeId | Refusal<InitiativeRefusal>>(context.db, async (tx) => {
    const initiative = await lockInitiative(tx, context.reach, id)
    if (!initiative) return refuse('no-such-initiative')
    await setPublished(tx, id, isShown ? (initiative.publishedAt ?? context.now) : null)
    await writeJournal(tx, context, isShown ? 'initiative.published' : 'initiative.hidden', id)
    return id
  })
}

function recordedBy({ now, actor }: Context) {
  return { at: now, by: personOf(actor)?.personId ?? null }
}
