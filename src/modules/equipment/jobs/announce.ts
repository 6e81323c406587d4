import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { networkAddress, networkById, organisationNames } from '../../identity/index.ts'
import { type AnnouncedLoan, announcedLoan } from '../data/telling/announcements.queries.ts'
import type { Facts, Reader } from '../domain/telling/announcements.ts'
import { readersOf } from '../use-cases/telling/announcement-readers.ts'
import { ANNOUNCEMENTS } from '../web/announcements/announcements-wording.ts'
import { deskWords, mailOf, type Told } from '../web/announcements/told-wording.ts'
import { borrowingPaths } from '../web/borrowing/borrowing.paths.ts'
import { managingPaths } from '../web/managing/managing.paths.ts'
import { appointmentText } from '../web/moment-wording.ts'
import { type Announcement, announcing as queue } from './announcement-queue.ts'

/** Writes the mails of an announcement: one for each address, whatever the number of runs. EQP-1104, L28. */
export const announceLoan: Job<Announcement> = {
  ...queue,
  atOnce: 20,
  async work({ db, clock, config }, { kind, line, seq, once, facts }) {
    const loan = await announcedLoan(db, line, seq)
    const network = loan && (await networkById(db, loan.networkId))
    if (!network) return
    const wording = ANNOUNCEMENTS[kind]
    const author = kind === 'submitted' ? loan.enteredBy : null
    const readers = await readersOf(db, loan, wording.to, clock.today(), author)
    const borrower = (await organisationNames(db, [loan.organisationId])).get(loan.organisationId) ?? ''
    const mails = readers.map((reader) => ({
      ...mailOf(wording, toldOf(loan, { borrower, side: reader.side, facts }), {
        networkName: network.name,
        address: addressFor(networkAddress(config.baseUrl, network), loan, reader),
      }),
      to: reader.email,
      onceKey: `${once}:${reader.email}`,
    }))
    await inTransaction(db, async (tx) => {
      for (const mail of mails) await writeMail(tx, clock.now(), mail)
    })
  },
}

function addressFor(base: Network['base'], loan: AnnouncedLoan, { side }: Reader): string {
  return side === 'borrower'
    ? borrowingPaths.line(base, loan.lineId)
    : managingPaths.line(base, loan.inventoryId, loan.lineId)
}

function toldOf(
  loan: AnnouncedLoan,
  { borrower, side, facts }: { borrower: string; side: Reader['side']; facts: Facts },
): Told {
  const moment = (at: AnnouncedLoan['dueAt']) => (at ? appointmentText(at, loan.zone) : '')
  return {
    ...{ borrower, side, facts: { ...loan.details, ...facts } },
    what: loan.assetNumber ? `${loan.modelName} (${loan.assetNumber})` : loan.modelName,
    inventory: loan.inventoryName,
    desk: deskWords(loan.deskName),
    collector: loan.collector,
    pickup: moment(loan.pickupAt),
    due: moment(loan.dueAt),
    heldUntil: loan.heldUntil ? appointmentText(loan.heldUntil, loan.zone) : null,
    needsDerogation: loan.needsDerogation,
    reason: loan.reason,
    reasonCode: loan.reasonCode,
    stillOut: loan.stillOut,
    zone: loan.zone,
  }
}
