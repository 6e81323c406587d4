import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { actingOn, networkAddress, networkById, organisationNames } from '../../identity/index.ts'
import { type ProofId, toldProof } from '../data/borrowing/proofs.queries.ts'
import { deciderOf } from '../use-cases/telling/announcement-readers.ts'
import { proofMail } from '../web/announcements/proof-wording.ts'
import { borrowingPaths } from '../web/borrowing/borrowing.paths.ts'
import { managingPaths } from '../web/managing/managing.paths.ts'
import { tellingProof as queue } from './proof-queue.ts'

/** Tells those who lend to a structure that its proof of insurance is to be read, then tells the structure the answer. EQP-807. */
export const tellProof: Job<{ proof: ProofId }> = {
  ...queue,
  async work({ db, clock, config }, { proof: id }) {
    const proof = await toldProof(db, id)
    const network = proof && (await networkById(db, proof.networkId))
    if (!network) return
    const { organisationId, inventories, answer } = proof
    const asked = {
      organisations: [organisationId, ...inventories.map(({ ownerId }) => ownerId)],
      people: inventories.flatMap(({ deciders }) => deciders),
    }
    const acting = await actingOn(db, network.id, asked, clock.today())
    const base = networkAddress(config.baseUrl, network)
    const organisation = (await organisationNames(db, [organisationId])).get(organisationId) ?? ''
    const contacts = acting.filter((one) => one.role === 'partner' && one.organisationId === organisationId)
    const readers = answer
      ? contacts.map(({ email }) => ({ email, address: borrowingPaths.insurance(base) }))
      : inventories.flatMap((inventory) =>
          acting
            .filter((person) => deciderOf(person, inventory))
            .map(({ email }) => ({ email, address: managingPaths.proofs(base, inventory.id) })),
        )
    await inTransaction(db, async (tx) => {
      for (const { email, address } of readers) {
        const mail = proofMail({ ...proof, networkName: network.name, organisation, address })
        await writeMail(tx, clock.now(), { ...mail, to: email, onceKey: `proof:${id}:${answer}:${email}` })
      }
    })
  },
}
