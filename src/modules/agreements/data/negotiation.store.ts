import type { Selectable } from 'kysely'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementsDraftRemark } from '../../../platform/db/schema.generated.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { AmendableTerm } from '../domain/amendment-draft.ts'
import type { Approval } from '../domain/draft-approval.ts'
import type { Remark } from '../domain/draft-remark.ts'
import type { Party } from '../domain/terms.ts'

type RemarkRow = Selectable<AgreementsDraftRemark>

interface Recorded {
  at: Instant
  by: PersonId | null
}

/** Since when the partner sees the draft; null: it does not. The agreement was found through a reach by the caller. */
export async function sharedAt(db: Database, agreement: AgreementId): Promise<Instant | null> {
  const row = await db
    .selectFrom('agreements.agreement')
    .select('shared_at')
    .where('id', '=', agreement)
    .executeTakeFirst()
  return row?.shared_at ?? null
}

export async function markShared(tx: Database, agreement: AgreementId, { at, by }: Recorded): Promise<void> {
  await tx
    .updateTable('agreements.agreement')
    .set({ shared_at: at, shared_by: by })
    .where('id', '=', agreement)
    .execute()
}

export interface DraftClause {
  source: string
  version: number
}

/** The clauses the parties wrote anew, by key; the others read as in the template, version 0. */
export async function draftClausesOf(
  db: Database,
  agreement: AgreementId,
): Promise<ReadonlyMap<string, DraftClause>> {
  const rows = await db
    .selectFrom('agreements.draft_clause')
    .select(['clause_key', 'source', 'version'])
    .where('agreement_id', '=', agreement)
    .execute()
  return new Map(rows.map((row) => [row.clause_key, { source: row.source, version: row.version }]))
}

/** Writes a clause anew and counts the writing. The agreement is held by the caller. */
export async function saveDraftClause(
  tx: Database,
  agreement: AgreementId,
  clause: { key: string } & DraftClause,
  { at, by }: Recorded,
): Promise<void> {
  const written = { source: clause.source, version: clause.version, written_at: at, written_by: by }
  await tx
    .insertInto('agreements.draft_clause')
    .values({ agreement_id: agreement, clause_key: clause.key, ...written })
    .onConflict((conflict) => conflict.columns(['agreement_id', 'clause_key']).doUpdateSet(written))
    .execute()
}

/** Everything the parties said, the oldest first. */
export async function remarksOf(db: Database, agreement: AgreementId): Promise<Remark[]> {
  const rows = await db
    .selectFrom('agreements.draft_remark')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map(remarkOf)
}

export async function findRemark(
  db: Database,
  agreement: AgreementId,
  id: RemarkRow['id'],
): Promise<Remark | null> {
  const row = await db
    .selectFrom('agreements.draft_remark')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? remarkOf(row) : null
}

export type NewRemark = { clause: string; party: Party; words: string } & (
  | { kind: 'comment' }
  | { kind: 'text'; proposed: string; replaced: string; version: number }
  | { kind: 'term'; term: AmendableTerm; proposed: number; replaced: number }
)

export async function addRemark(
  tx: Database,
  agreement: AgreementId,
  remark: NewRemark,
  { at, by }: Recorded,
): Promise<RemarkRow['id']> {
  const id = newId<'draft-remark'>()
  await tx
    .insertInto('agreements.draft_remark')
    .values({
      id,
      agreement_id: agreement,
      clause_key: remark.clause,
      kind: remark.kind,
      party: remark.party,
      words: remark.words,
      written_at: at,
      written_by: by,
      ...(remark.kind !== 'comment' && {
        proposed: String(remark.proposed),
        replaced: String(remark.replaced),
      }),
      ...(remark.kind === 'text' && { clause_version: remark.version }),
      ...(remark.kind === 'term' && { term: remark.term }),
    })
    .execute()
  return id
}

/** The agreement is held by the caller, who saw that nobody had decided. */
export async function decideRemark(
  tx: Database,
  id: RemarkRow['id'],
  { outcome, answer }: { outcome: 'accepted' | 'refused' | 'withdrawn'; answer: string },
  { at, by }: Recorded,
): Promise<void> {
  await tx
    .updateTable('agreements.draft_remark')
    .set({ outcome, answer, decided_at: at, decided_by: by })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .execute()
}

/** Every approval given, the latest first, those a change undid included. */
export async function approvalsOf(db: Database, agreement: AgreementId): Promise<Approval[]> {
  const rows = await db
    .selectFrom('agreements.draft_approval')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .orderBy('approved_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    party: row.party,
    fingerprint: row.fingerprint,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by as PersonId | null,
    cancelledAt: row.cancelled_at,
  }))
}

export async function addApproval(
  tx: Database,
  agreement: AgreementId,
  { party, fingerprint }: { party: Party; fingerprint: string },
  { at, by }: Recorded,
): Promise<Approval['id']> {
  const id = newId<'draft-approval'>()
  await tx
    .insertInto('agreements.draft_approval')
    .values({ id, agreement_id: agreement, party, fingerprint, approved_at: at, approved_by: by })
    .execute()
  return id
}

/** Undoes the approvals of any other content. Returns the parties that had given them. */
export async function cancelOtherApprovals(
  tx: Database,
  agreement: AgreementId,
  fingerprint: string,
  at: Instant,
): Promise<Party[]> {
  const rows = await tx
    .updateTable('agreements.draft_approval')
    .set({ cancelled_at: at })
    .where('agreement_id', '=', agreement)
    .where('cancelled_at', 'is', null)
    .where('fingerprint', '<>', fingerprint)
    .returning('party')
    .execute()
  return rows.map(({ party }) => party)
}

/** What the constraints of the table promise: a proposal has both its figures or texts, and what they need. */
function remarkOf(row: RemarkRow): Remark {
  const written = {
    id: row.id,
    clause: row.clause_key,
    party: row.party,
    writtenAt: row.written_at,
    writtenBy: row.written_by as PersonId | null,
    words: row.words,
  }
  if (row.kind === 'comment') return { ...written, kind: 'comment' }
  const [proposed, replaced, decision] = [row.proposed ?? '', row.replaced ?? '', decisionOf(row)]
  if (row.kind === 'text') {
    return { ...written, kind: 'text', proposed, replaced, version: row.clause_version ?? 0, decision }
  }
  const figures = { proposed: Number(proposed), replaced: Number(replaced) }
  return { ...written, kind: 'term', term: row.term as AmendableTerm, ...figures, decision }
}

function decisionOf({ outcome, answer, decided_at, decided_by }: RemarkRow) {
  if (outcome === null || decided_at === null) return null
  return {
    outcome: outcome as 'accepted' | 'refused' | 'withdrawn',
    answer,
    decidedAt: decided_at,
    decidedBy: decided_by as PersonId | null,
  }
}
