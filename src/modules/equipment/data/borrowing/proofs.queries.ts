import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { InventoryId } from '../../domain/equipment.ts'

export type ProofId = Id<'insurance-proof'>

export interface SentProof {
  readonly id: ProofId
  readonly organisationId: OrganisationId
  readonly kind: 'insurer' | 'self_insured'
  readonly insurer: string
  readonly policyNumber: string
  readonly risks: readonly string[]
  readonly from: Day
  readonly lastDay: Day
  readonly fileId: Id<'file'> | null
  readonly addedAt: Instant
  readonly answer: 'verified' | 'refused' | null
}

/** The proofs of those who borrow from an inventory: those that wait first, then the last to end. EQP-807. */
export async function proofsFor(db: Database, inventory: InventoryId): Promise<SentProof[]> {
  const { rows } = await sql<{
    id: ProofId
    organisation_id: OrganisationId
    kind: SentProof['kind']
    insurer: string
    policy_number: string
    risks: string[]
    from_day: Day
    last_day: Day
    file_id: Id<'file'> | null
    added_at: Instant
    answer: SentProof['answer']
  }>`select p.id, p.organisation_id, p.kind, p.insurer, p.policy_number, p.risks, p.from_day, p.last_day, p.file_id,
      p.added_at, p.answer
    from equipment.insurance_proof p
    where exists (select 1 from equipment.loan_request r where r.inventory_id = ${inventory}
      and r.network_id = p.network_id and r.organisation_id = p.organisation_id)
    order by p.answer is not null, p.last_day desc, p.id`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    kind: row.kind,
    insurer: row.insurer,
    policyNumber: row.policy_number,
    risks: row.risks,
    from: row.from_day,
    lastDay: row.last_day,
    fileId: row.file_id,
    addedAt: row.added_at,
    answer: row.answer,
  }))
}

/** False when it was answered meanwhile. */
export async function answerProof(
  tx: Database,
  id: ProofId,
  { answer, reason }: { answer: 'verified' | 'refused'; reason: string },
  at: Instant,
): Promise<boolean> {
  const done = await tx
    .updateTable('equipment.insurance_proof')
    .set({ answer, answer_reason: reason, answered_at: at })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface ToldProof {
  readonly networkId: NetworkId
  readonly organisationId: OrganisationId
  readonly from: Day
  readonly lastDay: Day
  readonly answer: SentProof['answer']
  readonly reason: string
  /** Those that lend to the structure, or are asked to, with who decides there by a role given by name. */
  readonly inventories: readonly {
    readonly id: InventoryId
    readonly ownerId: OrganisationId
    readonly deciders: readonly PersonId[]
  }[]
}

/** What a mail tells of a proof, and to whom: for the program, no reach. Null when there is none. */
export async function toldProof(db: Database, id: ProofId): Promise<ToldProof | null> {
  const { rows } = await sql<ToldProof>`
    select p.network_id as "networkId", p.organisation_id as "organisationId", p.from_day as from,
      p.last_day as "lastDay", p.answer, p.answer_reason as reason,
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'ownerId', i.owner_id, 'deciders',
          (select coalesce(jsonb_agg(person_id), '[]') from equipment.inventory_role
            where inventory_id = i.id and role in ('head', 'manager'))) order by i.id), '[]')
        from equipment.inventory i
        where i.network_id = p.network_id and exists (select 1 from equipment.loan_request r
          join equipment.loan_line l on l.request_id = r.id
          where r.inventory_id = i.id and r.organisation_id = p.organisation_id
            and l.state in ('submitted', 'approved', 'prepared', 'out', 'partially_returned', 'displaced'))) as inventories
    from equipment.insurance_proof p where p.id = ${id}`.execute(db)
  return rows[0] ?? null
}
