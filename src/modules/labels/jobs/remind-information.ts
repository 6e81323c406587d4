import { addDays, type Day } from '../../../kernel/day.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Services } from '../../../platform/services.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { agreementPaths } from '../../agreements/index.ts'
import { contactsAbout, listNetworks, networkAddress, networkById } from '../../identity/index.ts'
import { type ReminderStep, reminderStep, type Semester, semesterOf } from '../domain/proof/information.ts'
import { informationOwed, type OwedInformation } from '../use-cases/proof/information-owed.ts'
import { peopleOfPlace } from '../use-cases/proof/people-of-place.ts'
import { informationMail, overdueMail } from '../web/proof/information-wording.ts'
import { proofPaths } from '../web/proof/proof.paths.ts'

/** A night that was missed is made up for: the head is told within these days of the new semester. */
const TOLD_WITHIN_DAYS = 5

/**
 * The information of labelled places: told to those who keep them 30 and 7 days before the end of the semester, to the
 * partner's referents too 7 days after, and to the head on the first day of the next one. One mail per semester, step and
 * person whatever the number of runs. 000 art. 4, LAB-32, LAB-79.
 */
export const remindInformation: Job = {
  name: 'labels/remind-information',
  schedule: '20 5 * * *',
  async work(services) {
    const today = services.clock.today()
    const current = semesterOf(today)
    const past = semesterOf(addDays(current.start, -1))
    for (const { id } of await listNetworks(services.db)) {
      const network = await networkById(services.db, id)
      if (!network) continue
      for (const semester of [current, past]) await remindAbout(services, network, semester, today)
    }
  },
}

async function remindAbout(services: Services, network: Network, semester: Semester, today: Day) {
  const step = reminderStep(semester, today)
  const isJustOver = semester.lastDay < today && today <= addDays(semester.lastDay, TOLD_WITHIN_DAYS)
  if (step === null && !isJustOver) return
  const owed = (await informationOwed(services.db, network.id, today)).filter(({ duties }) =>
    duties.some((duty) => duty.semester.name === semester.name && duty.status !== 'fulfilled'),
  )
  if (owed.length === 0) return
  if (isJustOver) await tellHead(services, network, semester, owed.length, today)
  if (step === null) return
  for (const group of Map.groupBy(owed, ({ agreementId }) => agreementId).values())
    await tellPlaces(services, network, { semester, step, group, today })
}

interface Told {
  semester: Semester
  step: ReminderStep
  group: readonly OwedInformation[]
  today: Day
}

async function tellPlaces(
  { db, clock, config }: Services,
  network: Network,
  { semester, step, group, today }: Told,
): Promise<void> {
  const agreementId = group[0]?.agreementId
  if (!agreementId) return
  const people = await peopleOfPlace(db, network.id, { agreementId, organisationId: null }, today)
  // Before the day, the agreement's own reminders already write to its referents when one of its articles asks for it.
  const referents = step === '+7d' || !people.isRemindedByAgreement ? people.referents : []
  const mail = informationMail({
    places: group.map(({ place }) => place.name),
    semester,
    step,
    networkName: network.name,
    address: agreementPaths.duties(networkAddress(config.baseUrl, network), agreementId),
  })
  await inTransaction(db, async (tx) => {
    for (const to of new Set([...people.editors, ...referents])) {
      const onceKey = ['label-information', semester.name, step, agreementId, to].join(':')
      await writeMail(tx, clock.now(), { ...mail, to, onceKey })
    }
  })
}

async function tellHead(
  { db, clock, config }: Services,
  network: Network,
  semester: Semester,
  count: number,
  today: Day,
): Promise<void> {
  const address = proofPaths.followUp(networkAddress(config.baseUrl, network))
  const mail = overdueMail({ count, semester, networkName: network.name, address })
  const officers = await contactsAbout(db, network.id, null, today, ['head'])
  await inTransaction(db, async (tx) => {
    for (const { email } of officers) {
      const onceKey = ['label-information', semester.name, 'head', network.id, email].join(':')
      await writeMail(tx, clock.now(), { ...mail, to: email, onceKey })
    }
  })
}
