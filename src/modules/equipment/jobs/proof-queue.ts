import type { Job } from '../../../platform/jobs/jobs.ts'
import type { ProofId } from '../data/borrowing/proofs.queries.ts'

/** The queue of mails about a proof of insurance: once it is sent, then once it is answered. */
export const tellingProof: Pick<Job<{ proof: ProofId }>, 'name'> = { name: 'equipment/tell-proof' }
