import { type Day, day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../platform/session/actor.ts'
import type { Proof } from '../domain/insurance.ts'

export interface NewProof {
  networkId: NetworkId
  organisationId: OrganisationId
  kind: 'insurer' | 'self_insured'
  insurer: string
  policyNumber: string
  risks: readonly ('theft' | 'damage')[]
  from: Day
  lastDay: Day
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
): Promise<void> {
  await tx
    .insertInto('equipment.insurance_proof')
    .values({
      id: newId(),
      network_id: proof.networkId,
      organisation_id: proof.organisationId,
      kind: proof.kind,
      insurer: proof.insurer,
      policy_number: proof.policyNumber,
      risks: [...proof.risks],
      from_day: proof.from,
      last_day: proof.lastDay,
      added_at: at,
      answered_at: verifiedAt,
      answer: verifiedAt === null ? null : 'verified',
    })
    .execute()
}
