import type { Database } from '../../../../platform/db/database.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import {
  type Evidence,
  evidenceOf,
  type SignatureDocument,
  signatureDocumentsOf,
} from '../../data/evidence.store.ts'
import type { SignatureAct } from '../../domain/acts.ts'
import type { Agreement, StoredAct } from '../../domain/agreement.ts'
import { textOf } from '../drafting/agreement-text.ts'
import { type ReadSignature, readSignatures } from './signing-powers.ts'
import { fingerprintOf, textToSign } from './signing-text.ts'

/** One signature, how it was given and what is kept of it. */
export interface SignatureProof extends ReadSignature {
  /** Null: it was given on paper. */
  evidence: Evidence | null
  /** The kept text still has the fingerprint that was signed. False: it was altered. */
  isIntact: boolean
  /** The text shown today is, character for character, the one signed. */
  isShown: boolean
  /** The file that a signing service gave back; null: signed here or on paper. */
  elsewhere: SignatureDocument | null
  /** The last added first. */
  originals: SignatureDocument[]
  ratification: { act: StoredAct; document: SignatureDocument | null } | null
}

/** Every signature of the agreement, its fingerprint computed again from what is kept. AGR-24, AGR-135. */
export async function checkEvidence(
  db: Database,
  network: Network,
  agreement: Agreement,
): Promise<{ proofs: SignatureProof[]; shown: string }> {
  const evidences = await evidenceOf(db, agreement.id)
  const documents = await signatureDocumentsOf(db, agreement.id)
  const shown = textToSign(network, agreement, await textOf(db, network, agreement)).fingerprint
  const proofs = (await readSignatures(db, agreement)).map((signature): SignatureProof => {
    const { act } = signature
    const evidence = evidences.get(act.id) ?? null
    const computed = evidence && fingerprintOf(evidence.content)
    return {
      ...signature,
      evidence,
      isIntact: computed === (evidence?.fingerprint ?? null),
      isShown: evidence?.fingerprint === shown,
      originals: documents.filter(({ act_id, kind }) => kind === 'original' && act_id === act.id),
      elsewhere: documents.find(({ act_id, kind }) => kind === 'elsewhere' && act_id === act.id) ?? null,
      ratification: ratificationOf(agreement, act, documents),
    }
  })
  return { proofs, shown }
}

function ratificationOf(
  { acts }: Agreement,
  { party }: SignatureAct,
  documents: readonly SignatureDocument[],
): SignatureProof['ratification'] {
  const act = acts.findLast((one) => one.type === 'delegation_ratified' && one.party === party)
  if (!act) return null
  return { act, document: documents.find(({ act_id }) => act_id === act.id) ?? null }
}
