import { sql } from 'kysely'
import { civil, type Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Scheme } from '../awards/awards.store.ts'
import type { SchemeVersionId } from '../schemes/schemes.store.ts'
import type { ApplicationId } from './applications.store.ts'

export interface Pinned {
  readonly versionId: SchemeVersionId
  readonly agreementId: Id<'agreement'> | null
  readonly reference: string
  readonly sentBecause: string
}

/** What a file is judged on, for good. LAB-6. */
export async function pinApplication(tx: Database, id: ApplicationId, pinned: Pinned): Promise<void> {
  await tx
    .updateTable('labels.application')
    .set({
      version_id: pinned.versionId,
      agreement_id: pinned.agreementId,
      reference: pinned.reference,
      sent_because: pinned.sentBecause,
    })
    .where('id', '=', id)
    .execute()
}

/** A draft follows another version of its specifications. */
export async function moveToVersion(tx: Database, id: ApplicationId, to: SchemeVersionId): Promise<void> {
  await tx.updateTable('labels.application').set({ version_id: to }).where('id', '=', id).execute()
}

export async function noteOrigin(tx: Database, id: ApplicationId, from: ApplicationId): Promise<void> {
  await tx.updateTable('labels.application').set({ copied_from: from }).where('id', '=', id).execute()
}

/** `EPN-NORMANDIE-2026-D0007`. Whoever counts at the same time waits for the transaction. */
export async function nextReference(tx: Database, { id, code }: Scheme, on: Day): Promise<string> {
  const { year } = civil(on)
  const { last } = await tx
    .insertInto('labels.application_counter')
    .values({ scheme_id: id, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['scheme_id', 'year'])
        .doUpdateSet({ last: sql<number>`application_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${code.toUpperCase()}-${year}-D${String(last).padStart(4, '0')}`
}

export interface FrozenChoice {
  readonly code: string
  readonly initiativeId: Id<'initiative'>
  readonly frozenId: Id<'frozen-initiative'>
}

/** The copies a jury reads, whatever the initiatives become. LAB-23. */
export async function keepFrozen(
  tx: Database,
  application: ApplicationId,
  choices: readonly FrozenChoice[],
): Promise<void> {
  if (choices.length === 0) return
  await tx
    .insertInto('labels.application_initiative')
    .values(
      choices.map(({ code, initiativeId, frozenId }) => ({
        application_id: application,
        code,
        initiative_id: initiativeId,
        frozen_initiative_id: frozenId,
      })),
    )
    .execute()
}

export async function frozenChoicesOf(db: Database, application: ApplicationId): Promise<FrozenChoice[]> {
  const rows = await db
    .selectFrom('labels.application_initiative')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    initiativeId: row.initiative_id,
    frozenId: row.frozen_initiative_id,
  }))
}
