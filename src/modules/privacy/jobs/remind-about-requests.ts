import { addDays } from '../../../kernel/day.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { networkAddress, networkById } from '../../identity/index.ts'
import { requestsDueBy } from '../data/requests.store.ts'
import { REMINDER_DAYS, urgencyOf } from '../domain/request.ts'
import { deskMail } from '../web/mail-wording.ts'
import { paths } from '../web/paths.ts'
import { deskOf } from './tell-about-request.ts'

/** Nightly: the desk is told seven days before a deadline, and once it is past. Once each: the mail's key says so. */
export const remindAboutRequests: Job = {
  name: 'privacy/remind-about-requests',
  schedule: '11 5 * * *',
  async work({ db, clock, config }) {
    const today = clock.today()
    for (const request of await requestsDueBy(db, addDays(today, REMINDER_DAYS))) {
      const network = await networkById(db, request.networkId)
      if (!network) continue
      const event = urgencyOf(request.dueOn, today) === 'late' ? 'late' : 'soon'
      const address = paths.deskRequest(networkAddress(config.baseUrl, network), request.id)
      const mail = deskMail(event, { request, networkName: network.name, address })
      const desk = await deskOf(db, network.id, today)
      await inTransaction(db, async (tx) => {
        for (const to of desk) {
          const onceKey = `${request.id}:${event}:${request.dueOn}:${to}`
          await writeMail(tx, clock.now(), { ...mail, to, onceKey })
        }
      })
    }
  },
}
