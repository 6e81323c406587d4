import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { fromJwk } from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue, verifyCredential } from '@digitalbazaar/vc'
import type { JWK } from 'jose'
import { z } from 'zod'
import type { Instant } from '../../kernel/instant.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { MULTIKEY, offlineLoader, SECURITY } from './contexts.ts'

/** What a proof weighs is put in order before it is read: a stranger's document is bounded. */
const PROVED_LIMIT = 128 * 1024

export type ProofRefusal = 'proof-shape' | 'proof-signature' | 'proof-too-large'

const proof = z.object({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  proofPurpose: z.literal('assertionMethod'),
  verificationMethod: z.string().max(2000),
  proofValue: z.string().max(500),
  created: z.string().optional(),
})
export type EmbeddedProof = z.output<typeof proof>

/** A public key as its address gives it, and who may prove with it as the issuer's address tells. */
export interface ProvingKey {
  readonly id: string
  readonly controller: string
  readonly publicKeyMultibase: string
}

/** The credential with its proof inside. LAB-46. */
export async function proveInside(
  credential: object,
  { id, controller, privateJwk }: { id: string; controller: string; privateJwk: JWK },
  at: Instant,
): Promise<Record<string, unknown>> {
  const key = await fromJwk({ jwk: privateJwk, secretKey: true, id, controller })
  const { publicKeyMultibase } = key
  return issue({
    // The library writes its proof into what it is given.
    credential: structuredClone(credential),
    suite: new DataIntegrityProof({ cryptosuite, signer: key.signer(), date: at }),
    documentLoader: offlineLoader(keyDocuments({ id, controller, publicKeyMultibase })),
    now: at,
  })
}

/** The one proof it carries, when it is of the kind we read. */
export function proofOf(credential: Record<string, unknown>): EmbeddedProof | Refusal<'proof-shape'> {
  const read = proof.safeParse(credential.proof)
  return read.success ? read.data : refuse('proof-shape')
}

/** True once `key` has proved it whole. Dates and status are read apart. */
export async function verifyInside(
  credential: Record<string, unknown>,
  key: ProvingKey,
): Promise<true | Refusal<ProofRefusal>> {
  const read = proofOf(credential)
  if ('refused' in read) return read
  if (read.verificationMethod !== key.id) return refuse('proof-signature')
  try {
    if (JSON.stringify(credential).length > PROVED_LIMIT) return refuse('proof-too-large')
    const { verified } = await verifyCredential({
      credential,
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader: offlineLoader(keyDocuments(key)),
      now: String(credential.validFrom),
      checkStatus: async () => ({ verified: true }),
    })
    return verified || refuse('proof-signature')
  } catch {
    // A document made to exhaust its reader is not proved.
    return refuse('proof-signature')
  }
}

/** As its address gives it: `Multikey`. */
export function keyDocument({ id, controller, publicKeyMultibase }: ProvingKey) {
  return { '@context': MULTIKEY, id, type: 'Multikey', controller, publicKeyMultibase }
}

/** As the issuer's address gives it: the keys it asserts with. The vocabulary of credentials knows no such word. LAB-46. */
export function controllerDocument(controller: string, keys: readonly string[]) {
  return { '@context': [SECURITY, MULTIKEY], id: controller, assertionMethod: keys }
}

function keyDocuments(key: ProvingKey): ReadonlyMap<string, object> {
  return new Map<string, object>([
    [key.id, keyDocument(key)],
    [key.controller, controllerDocument(key.controller, [key.id])],
  ])
}

export async function multibaseOf(publicJwk: JWK): Promise<string> {
  return (await fromJwk({ jwk: publicJwk })).publicKeyMultibase
}
