import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'
import { findAgreement } from '../../../agreements/index.ts'
import type { Holder } from '../../data/awards/awards.store.ts'

/**
 * To whom a decision is told: who applied, else the organisation that bears the label, else the partner of the agreement
 * which carries it. Null: nobody is known.
 */
export async function addresseeOf(
  db: Database,
  network: NetworkId,
  {
    applicantId,
    holder,
    agreementId,
  }: { applicantId: OrganisationId | null; holder: Holder | null; agreementId: Id<'agreement'> | null },
): Promise<OrganisationId | null> {
  if (applicantId) return applicantId
  if (holder?.kind === 'organisation') return holder.id
  const agreement = agreementId ? await findAgreement(db, { kind: 'all', network }, agreementId) : null
  return agreement?.partner.id ?? null
}
