import { type Selectable, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementsDecision } from '../../../platform/db/schema.generated.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { Decision, DecisionKind } from '../domain/decision.ts'
import type { Recorded } from './offices.store.ts'

export const DECISIONS_PAGE = 25

export type DecisionFields = Pick<
  Decision,
  | 'agreementId'
  | 'kind'
  | 'reference'
  | 'body'
  | 'object'
  | 'decidedOn'
  | 'legalBasis'
  | 'text'
  | 'remedies'
  | 'transmittedOn'
>

export interface DecisionsAsked {
  q: string
  /** Those not published yet are listed too: for who prepares them. */
  withDrafts: boolean
}

/** One page of a network's decisions, the last decided first; `q` looks in the reference, the object and the body. */
export async function listDecisions(
  db: Database,
  network: NetworkId,
  { q, withDrafts }: DecisionsAsked,
  page: number,
): Promise<{ decisions: Decision[]; total: number }> {
  const escaped = q.replace(/[\\%_]/g, '\\$&')
  const found = withReplacement(db)
    .where('d.network_id', '=', network)
    .$if(!withDrafts, (query) => query.where('d.published_on', 'is not', null))
    .$if(q !== '', (query) =>
      query.where(
        sql<boolean>`public.folded(d.reference || ' ' || d.object || ' ' || d.body)
          like '%' || public.folded(${escaped}) || '%'`,
      ),
    )
  const { count } = await found
    .clearSelect()
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .orderBy('d.decided_on', 'desc')
    .orderBy('d.reference', 'desc')
    .limit(DECISIONS_PAGE)
    .offset((page - 1) * DECISIONS_PAGE)
    .execute()
  return { decisions: rows.map(decisionOf), total: count }
}

/** Null when there is no such decision in this network. Whether a draft may be seen is the caller's to decide. */
export async function findDecision(
  db: Database,
  network: NetworkId,
  id: Id<'decision'>,
): Promise<Decision | null> {
  const row = await withReplacement(db)
    .where('d.network_id', '=', network)
    .where('d.id', '=', id)
    .executeTakeFirst()
  return row ? decisionOf(row) : null
}

/** Those about one agreement, the last decided first. */
export async function decisionsAbout(
  db: Database,
  agreement: AgreementId,
  { withDrafts }: Pick<DecisionsAsked, 'withDrafts'>,
): Promise<Decision[]> {
  const rows = await withReplacement(db)
    .where('d.agreement_id', '=', agreement)
    .$if(!withDrafts, (query) => query.where('d.published_on', 'is not', null))
    .orderBy('d.decided_on', 'desc')
    .execute()
  return rows.map(decisionOf)
}

/** The published ones of several agreements at once. */
export async function decisionRows(db: Database, agreements: readonly AgreementId[]): Promise<Decision[]> {
  const rows = await withReplacement(db)
    .where('d.agreement_id', 'in', agreements)
    .where('d.published_on', 'is not', null)
    .execute()
  return rows.map(decisionOf)
}

export async function addDecision(
  tx: Database,
  network: NetworkId,
  fields: DecisionFields,
  { replaces, at, by }: Recorded & { replaces: Id<'decision'> | null },
): Promise<Id<'decision'>> {
  const id = newId<'decision'>()
  await tx
    .insertInto('agreements.decision')
    .values({ id, network_id: network, ...columnsOf(fields), replaces, prepared_at: at, prepared_by: by })
    .execute()
  return id
}

/** Holds a decision until the transaction ends. */
export async function lockDecision(tx: Database, network: NetworkId, id: Id<'decision'>) {
  await tx
    .selectFrom('agreements.decision')
    .select('id')
    .where('id', '=', id)
    .where('network_id', '=', network)
    .forUpdate()
    .executeTakeFirst()
  return findDecision(tx, network, id)
}

/** The database refuses it on a published decision. */
export async function saveDecision(tx: Database, id: Id<'decision'>, fields: DecisionFields): Promise<void> {
  await tx.updateTable('agreements.decision').set(columnsOf(fields)).where('id', '=', id).execute()
}

export async function publishDecisionOn(
  tx: Database,
  id: Id<'decision'>,
  publishedOn: Day,
  { at, by }: Recorded,
): Promise<void> {
  await tx
    .updateTable('agreements.decision')
    .set({ published_on: publishedOn, published_at: at, published_by: by })
    .where('id', '=', id)
    .execute()
}

export async function noteTransmission(tx: Database, id: Id<'decision'>, on: Day): Promise<void> {
  await tx.updateTable('agreements.decision').set({ transmitted_on: on }).where('id', '=', id).execute()
}

export async function withdrawDecisionOn(
  tx: Database,
  id: Id<'decision'>,
  { on, reason }: { on: Day; reason: string },
  { at, by }: Recorded,
): Promise<void> {
  await tx
    .updateTable('agreements.decision')
    .set({ withdrawn_on: on, withdrawn_reason: reason, withdrawn_at: at, withdrawn_by: by })
    .where('id', '=', id)
    .execute()
}

function withReplacement(db: Database) {
  return db
    .selectFrom('agreements.decision as d')
    .leftJoin('agreements.decision as r', (on) =>
      on.onRef('r.replaces', '=', 'd.id').on('r.published_on', 'is not', null),
    )
    .selectAll('d')
    .select('r.id as replaced_by')
}

function columnsOf({ agreementId, decidedOn, legalBasis, transmittedOn, ...fields }: DecisionFields) {
  return {
    ...fields,
    agreement_id: agreementId,
    decided_on: decidedOn,
    legal_basis: legalBasis,
    transmitted_on: transmittedOn,
  }
}

function decisionOf(row: Selectable<AgreementsDecision> & { replaced_by: Id<'decision'> | null }): Decision {
  const { id, reference, body, object, text, remedies, replaces } = row
  return {
    ...{ id, reference, body, object, text, remedies, replaces },
    agreementId: row.agreement_id,
    kind: row.kind as DecisionKind,
    decidedOn: row.decided_on,
    legalBasis: row.legal_basis,
    transmittedOn: row.transmitted_on,
    publishedOn: row.published_on,
    publishedAt: row.published_at,
    replacedBy: row.replaced_by,
    withdrawnOn: row.withdrawn_on,
    withdrawnReason: row.withdrawn_reason,
  }
}
