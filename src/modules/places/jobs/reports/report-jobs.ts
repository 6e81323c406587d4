import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Job } from '../../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../../platform/mail/mail.ts'
import type { Network, NetworkId } from '../../../../platform/session/actor.ts'
import { contactsAbout, listNetworks, networkAddress, networkById } from '../../../identity/index.ts'
import { type ReportId, reportsForStaff, reportWithin } from '../../data/reports/reports.store.ts'
import { type KeepersProvider, keepersOf } from '../../use-cases/freshness/keepers.ts'
import { referenceOf } from '../../use-cases/reports/report-link.ts'
import { reportPaths } from '../../web/reports/reports.paths.ts'
import { answeredMail, reportMail, waitingMail } from '../../web/reports/reports-wording.ts'
import { reportAnswered, reportSent } from './report-queues.ts'

interface AboutReport {
  report: ReportId
  network: NetworkId
}

/** A report is told to whoever keeps the place; to the head when nobody does. Once per address. DIR-74. */
export function tellReport(providers: readonly KeepersProvider[]): Job<AboutReport> {
  return {
    ...reportSent,
    async work({ db, clock, config }, { report: id, network: networkId }) {
      const today = clock.today()
      const network = await networkById(db, networkId)
      const report = await reportWithin(db, networkId, id, today)
      if (!network || !report) return
      const keepers =
        (await keepersOf(providers, db, networkId, [report.place.id], today)).get(report.place.id) ?? []
      const own = keepers.filter(({ personId }) => personId !== null)
      const to = own.length > 0 ? own : await contactsAbout(db, networkId, null, today, ['head'])
      const address = reportPaths.report(networkAddress(config.baseUrl, network), id)
      const mail = reportMail({ report, networkName: network.name, address })
      await inTransaction(db, async (tx) => {
        for (const { email } of to)
          await writeMail(tx, clock.now(), { ...mail, to: email, onceKey: `place-report:${id}:${email}` })
      })
    },
  }
}

/** The answer is told to the reporter who left an address. */
export const tellReporter: Job<AboutReport> = {
  ...reportAnswered,
  async work({ db, clock, config }, { report: id, network: networkId }) {
    const network = await networkById(db, networkId)
    const report = await reportWithin(db, networkId, id, clock.today())
    if (!network || !report?.email || !report.answer) return
    const address = reportPaths.tracking(networkAddress(config.baseUrl, network), referenceOf(config, id))
    const mail = answeredMail({ report, networkName: network.name, address })
    const { email: to } = report
    await inTransaction(db, (tx) =>
      writeMail(tx, clock.now(), { ...mail, to, onceKey: `place-report-answer:${id}` }),
    )
  },
}

/** What nobody answered for a week becomes the head's: one mail to each officer when one more does. DIR-74. */
export const takeUpReports: Job = {
  name: 'places/take-up-reports',
  schedule: '50 5 * * *',
  async work(services) {
    for (const { id } of await listNetworks(services.db)) {
      const network = await networkById(services.db, id)
      if (network) await tellHead(services, network)
    }
  },
}

async function tellHead(
  { db, clock, config }: Parameters<typeof takeUpReports.work>[0],
  network: Network,
): Promise<void> {
  const today = clock.today()
  const waiting = await reportsForStaff(db, network.id, today)
  const [latest] = waiting
  if (!latest) return
  const mail = waitingMail({
    count: waiting.length,
    networkName: network.name,
    address: reportPaths.reports(networkAddress(config.baseUrl, network)),
  })
  const officers = await contactsAbout(db, network.id, null, today, ['head'])
  await inTransaction(db, async (tx) => {
    for (const { email } of officers)
      await writeMail(tx, clock.now(), { ...mail, to: email, onceKey: `place-reports:${latest}:${email}` })
  })
}
