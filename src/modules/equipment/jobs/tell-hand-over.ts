import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { contactsAbout, findPerson, networkAddress, networkById } from '../../identity/index.ts'
import { peopleOfLine } from '../data/desk-acts.store.ts'
import { findDesk } from '../data/desks.store.ts'
import { dueOfLine } from '../data/due-dates.queries.ts'
import { findLine } from '../data/lines.store.ts'
import type { LineId } from '../domain/equipment.ts'
import { handOverMail } from '../web/desk/hand-over-mail-wording.ts'
import { tellHandOver as queue } from './report-queue.ts'

/** Tells the borrower that the thing has left. Once per loan and address, whatever the number of runs. L28. */
export const tellHandOver: Job<{ line: LineId }> = {
  ...queue,
  async work({ db, clock, config }, { line: id }) {
    const people = await peopleOfLine(db, id)
    const network = people && (await networkById(db, people.networkId))
    const line = network && (await findLine(db, { kind: 'all', network: network.id }, id))
    const desk = line && (await findDesk(db, line.inventoryId, line.deskId))
    const due = (await dueOfLine(db, id)) ?? line?.returnAt
    if (!line || !desk || !due) return
    const asker = people.requestedBy ? await findPerson(db, people.requestedBy) : null
    const emails = asker
      ? [asker.email]
      : (await contactsAbout(db, network.id, line.organisationId, clock.today(), ['partner'])).map(
          ({ email }) => email,
        )
    const address = `${networkAddress(config.baseUrl, network)}/materiel/prets/${id}`
    const mail = handOverMail({
      networkName: network.name,
      deskName: desk.name,
      due,
      zone: desk.calendar.zone,
      address,
    })
    await inTransaction(db, async (tx) => {
      for (const to of emails)
        await writeMail(tx, clock.now(), { ...mail, to, onceKey: `${id}:hand-over:${to}` })
    })
  },
}
