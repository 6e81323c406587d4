import { addDays } from '../../../kernel/day.ts'
import { startOfDay } from '../../../kernel/instant.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { emailsOf, networkAddress, networkById, privacyContact } from '../../identity/index.ts'
import { erasureOfRequest } from '../data/erasures.store.ts'
import { requestById } from '../data/requests.store.ts'
import type { RequestId } from '../domain/request.ts'
import { requestToken } from '../use-cases/request-token.ts'
import { deskMail, type PersonEvent, personMail } from '../web/mail-wording.ts'
import { paths } from '../web/paths.ts'

/** Who answers for requests, and is told of them. */
export const DESK_ROLES = ['data_protection_officer', 'officer'] as const

/**
 * Tells the person where their request stands, and the desk that one came in. Once per request, event and address:
 * the mail's own key makes a second run harmless.
 */
export const tellAboutRequest: Job<{ request: RequestId; event: PersonEvent }> = {
  name: 'privacy/tell-about-request',
  async work({ db, clock, config }, { request: id, event }) {
    const request = await requestById(db, id)
    const network = request && (await networkById(db, request.networkId))
    if (!request || !network) return
    const base = networkAddress(config.baseUrl, network)
    const erasure = await erasureOfRequest(db, network.id, id)
    const theirs = personMail(event, {
      request,
      networkName: network.name,
      address: paths.request(base, requestToken(config, id)),
      certificate: erasure && paths.certificate(base, erasure.id),
    })
    const desk = event === 'filed' ? await deskOf(db, network.id, clock.today()) : []
    const ours = deskMail('filed', {
      request,
      networkName: network.name,
      address: paths.deskRequest(base, id),
    })
    await inTransaction(db, async (tx) => {
      await writeMail(tx, clock.now(), {
        ...theirs,
        to: request.email,
        onceKey: `${id}:${event}`,
        // The page goes on telling the answer; by then it was read, or another mail left.
        linkUntil: startOfDay(addDays(request.dueOn, 1)),
      })
      for (const to of desk) await writeMail(tx, clock.now(), { ...ours, to, onceKey: `${id}:desk:${to}` })
    })
  },
}

/** The officers and the data protection officer, account or not. */
export async function deskOf(
  db: Parameters<typeof emailsOf>[0],
  network: Parameters<typeof emailsOf>[1],
  today: Parameters<typeof emailsOf>[3],
): Promise<string[]> {
  const { email } = await privacyContact(db, network)
  return [...new Set([...(await emailsOf(db, network, DESK_ROLES, today)), ...(email ? [email] : [])])]
}
