import { refuse } from '../../../kernel/refusal.ts'
import { oneAtATime } from '../../../platform/db/one-at-a-time.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { keepFile } from '../../../platform/files/kept-files.ts'
import { enqueue, type Job } from '../../../platform/jobs/jobs.ts'
import type { Sealer } from '../../../platform/seal/sealer.ts'
import type { Services } from '../../../platform/services.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { networkById } from '../../identity/index.ts'
import { findAgreement, networkOfAgreement } from '../data/agreements.store.ts'
import { evidenceOf } from '../data/evidence.store.ts'
import {
  actsSignedOn,
  addSealedDocument,
  agreementsToSeal,
  type FrozenSigningText,
  sealedDocumentsOf,
  signingTextsOf,
} from '../data/sealed-documents.store.ts'
import type { Agreement, AgreementId } from '../domain/agreement.ts'
import { type NextSeal, nextSeal } from '../domain/sealing.ts'
import { stateOn } from '../domain/state.ts'
import { evidenceDigest } from '../use-cases/signing/evidence-digest.ts'
import { finalReason, sealedFileName, signatureReason } from '../web/signing/seal-wording.ts'
import { preparedDocument } from './signing-document.ts'

/**
 * Seals what was signed in the application: a revision for each signature, then a last one. Killed anywhere, it goes
 * on from what is kept; two processes wait for each other, and a rank is kept once anyway. AGR-30, AGR-33.
 */
export const sealDocuments: Job<{ agreement: AgreementId }> = {
  name: 'agreements/seal-documents',
  async work(services, { agreement: id }) {
    const networkId = await networkOfAgreement(services.db, id)
    const network = networkId && (await networkById(services.db, networkId))
    const agreement = network && (await findAgreement(services.db, { kind: 'all', network: network.id }, id))
    if (!network || !agreement) return
    for (const text of await signingTextsOf(services.db, id))
      await oneAtATime(services.db, `agreements.seal:${text.id}`, () =>
        sealText(services, network, agreement, text),
      )
  },
}

/** An authority that was silent for hours, a certificate renewed too late: what was left is sealed afterwards. */
export const resumeSeals: Job = {
  name: 'agreements/resume-seals',
  schedule: '7 * * * *',
  async work({ db }) {
    for (const agreement of await agreementsToSeal(db))
      await inTransaction(db, (tx) => enqueue(tx, sealDocuments, { agreement }, { once: agreement }))
  },
}

async function sealText(
  services: Services,
  network: Network,
  agreement: Agreement,
  text: FrozenSigningText,
): Promise<void> {
  const { db, clock } = services
  const signedHere = await actsSignedOn(db, text.id)
  const { missingSignatures } = stateOn(agreement.terms, agreement.acts, clock.today())
  const isComplete = missingSignatures.length === 0
  for (;;) {
    const done = await sealedDocumentsOf(db, text.id)
    const next = nextSeal(agreement, { signedHere, done, isComplete })
    if (!next) return
    const former = done.at(-1) ?? (await preparedDocument(services, network, text))
    await sealNext(services, network, agreement, { text, next, former: former.sha256, rank: done.length + 1 })
  }
}

interface Revision {
  text: FrozenSigningText
  next: NextSeal
  /** SHA-256 of the revision before. */
  former: string
  rank: number
}

/** The bytes are kept first, the line last: killed in between, the same rank is sealed again. */
async function sealNext(
  { db, clock, files, sealer }: Services,
  network: Network,
  agreement: Agreement,
  { text, next, former, rank }: Revision,
): Promise<void> {
  const before = await files.get(former)
  const now = clock.now()
  const fieldName = next.kind === 'final' ? 'Sceau_final' : `Sceau_${rank}`
  const reason = await reasonOf(db, agreement, next)
  const content = sealer ? await sealer.seal(before, { fieldName, reason, at: now }) : before
  const sha256 = await files.put(content)
  const file = { name: sealedFileName(agreement, next.kind), mediaType: 'application/pdf', content }
  // Outrun by what was signed elsewhere: nothing is kept, and the next turn seals behind it.
  await inTransaction(db, async (tx) => {
    const added = await addSealedDocument(tx, {
      text_id: text.id,
      rank,
      kind: next.kind,
      act_id: next.kind === 'signature' ? (next.act.id as never) : null,
      file_id: await keepFile(tx, { network, actor: { kind: 'system' }, now }, file, sha256),
      recorded_at: now,
      ...sealOf(sealer),
    })
    return added ? null : refuse('outrun')
  })
}

async function reasonOf(db: Services['db'], agreement: Agreement, next: NextSeal): Promise<string> {
  const proofs = await evidenceOf(db, agreement.id)
  if (next.kind === 'signature') {
    const proof = proofs.get(next.act.id)
    return signatureReason(next.act, proof ? evidenceDigest(proof) : '')
  }
  return finalReason(agreement, [...proofs.values()].map(evidenceDigest))
}

function sealOf(sealer: Sealer | null) {
  return sealer
    ? { seal: sealer.kind, certificate: sealer.holder, has_timestamp: sealer.stampsTime }
    : { seal: null, certificate: null, has_timestamp: false }
}
