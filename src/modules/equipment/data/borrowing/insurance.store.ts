import { type Day, day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'
import type { Proof } from '../../domain/insurance.ts'

export interface NewProof {
  networkId: NetworkId
  organisationId: OrganisationId
  kind: 'insurer' | 'self_insured'
  insurer: string
  policyNumber: string
  risks: readonly ('theft' | 'damage')[]
  from: Day
  lastDay: Day
  fileId?: Id<'file'>
}

export async function proofsOf(
  db: Database,
  network: NetworkId,
  organisation: OrganisationId,
): Promise<Proof[]> {
  const rows = await db
    .selectFrom('equipment.insurance_proof')
    .select(['from_day', 'last_day', 'risks', 'answer'])
    .where('network_id', '=', network)
    .where('organisation_id', '=', organisation)
    .execute()
  return rows.map((row) => ({
    from: day(row.from_day),
    lastDay: day(row.last_day),
    risks: row.risks,
    isVerified: row.answer === 'verified',
  }))
}

/** `verifiedAt` null: it still waits for a manager. */
export async function addProof(
  tx: Database,
  proof: NewProof,
  at: Instant,
  verifiedAt: Instant | null,
): Promise<Id<'insurance-proof'>> {
  const id: Id<'insurance-proof'> = newId()
  await tx
    .insertInto('equipment.insurance_proof')
    .values({
      id,
      network_id: proof.networkId,
      organisation_id: proof.organisationId,
      kind: proof.kind,
      insurer: proof.insurer,
      policy_number: proof.policyNumber,
      risks: [...proof.risks],
      from_day: proof.from,
      last_day: proof.lastDay,
      file_id: proof.fileId ?? null,
      added_at: at,
      answered_at: verifiedAt,
      answer: verifiedAt === null ? null : 'verified',
    })
    .execute()
  return id
}

export interface ProofSent extends Proof {
  readonly id: string
  readonly kind: 'insurer' | 'self_insured'
  readonly insurer: string
  readonly isRefused: boolean
  readonly reason: string
}

/** The proofs these organisations sent, the last to run out first. */
export async function proofsSent(
  db: Database,
  network: NetworkId,
  organisations: readonly OrganisationId[],
): Promise<ProofSent[]> {
  if (organisations.length === 0) return []
  const rows = await db
    .selectFrom('equipment.insurance_proof')
    .selectAll()
    .where('network_id', '=', network)
    .where('organisation_id', 'in', organisations)
    .orderBy('last_day', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ProofSent['kind'],
    insurer: row.insurer,
    from: day(row.from_day),
    lastDay: day(row.last_day),
    risks: row.risks,
    isVerified: row.answer === 'verified',
    isRefused: row.answer === 'refused',
    reason: row.answer_reason,
  }))
}
