import { inTransaction } from '../../../platform/db/transaction.ts'
import { keepFile } from '../../../platform/files/kept-files.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { networkAddress, networkById } from '../../identity/index.ts'
import { decisionAnywhere, isPublicDecision } from '../data/decisions/decisions.queries.ts'
import type { DecisionId } from '../data/decisions/decisions.store.ts'
import { keepLetter, letterOf } from '../data/decisions/letters.store.ts'
import { decisionLetter, decisionPdf } from '../documents/decision-letter.ts'
import { addresseeOf } from '../use-cases/decisions/addressee.ts'
import { letterContentOf } from '../use-cases/decisions/letter-content.ts'
import { peopleOfPlace } from '../use-cases/proof/people-of-place.ts'
import { decisionMail } from '../web/decisions/decision-mail-wording.ts'
import { decisionPaths } from '../web/decisions/decisions.paths.ts'
import { decisionLetterQueue } from './decision-queue.ts'

/**
 * Writes and seals the letter of a decision, then tells those it is addressed to that it is there. Run twice, the first
 * letter stays and nobody is told twice. Nothing under embargo: the publication asks again. LAB-16, LAB-29.
 */
export const writeDecisionLetter: Job<{ decision: DecisionId }> = {
  ...decisionLetterQueue,
  async work({ db, clock, config, documents, files, sealer }, { decision: id }) {
    const decision = await decisionAnywhere(db, id)
    const network = decision && (await networkById(db, decision.networkId))
    if (!decision || !network || !(await isPublicDecision(db, id, clock.now()))) return
    if (await letterOf(db, id)) return
    const content = await letterContentOf(db, network, decision)
    const letter = decisionLetter(content)
    const pdf = await decisionPdf(documents, letter, decision.recordedAt)
    const seal = { fieldName: 'Sceau_1', reason: letter.reference, at: clock.now() }
    const sealed = sealer ? await sealer.seal(pdf, seal) : pdf
    const sha256 = await files.put(sealed)
    const addressee = await addresseeOf(db, network.id, decision)
    const holder = { agreementId: decision.agreementId, organisationId: addressee }
    const people = await peopleOfPlace(db, network.id, holder, clock.today())
    const mail = decisionMail({
      schemeName: decision.scheme.name,
      holderName: content.holder,
      networkName: network.name,
      address: decisionPaths.decision(networkAddress(config.baseUrl, network), id),
    })
    await inTransaction(db, async (tx) => {
      const by = { network, actor: { kind: 'system' }, now: clock.now() } as const
      const file = { name: `${letter.reference}.pdf`, mediaType: 'application/pdf', content: sealed }
      const fileId = await keepFile(tx, by, file, sha256)
      if (!(await keepLetter(tx, id, { fileId, seal: sealer?.kind ?? null }, clock.now()))) return
      for (const to of people.referents)
        await writeMail(tx, clock.now(), { ...mail, to, onceKey: `label-decision:${id}:${to}` })
    })
  },
}
