import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import { isId } from '../../../kernel/id.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Services } from '../../../platform/services.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { listNetworks, networkAddress, networkById } from '../../identity/index.ts'
import { findPlaces } from '../../places/index.ts'
import { type BoardFilter, type BoardLine, boardLines, readAgain } from '../data/agenda.queries.ts'
import { forgetGoneLines } from '../data/agenda.store.ts'
import { noteConfirmedPlaces } from '../data/place-facts.queries.ts'
import { remindersOf } from '../domain/reminders.ts'
import { peopleToTell } from '../use-cases/offices/people-to-tell.ts'
import { reminderMail } from '../web/board/reminder-wording.ts'

/** A night that was missed is made up for within so many days; older steps are no news any more. */
const MADE_UP_DAYS = 7
const MOST_LINES = 50_000

/**
 * Reads again what the day changed on the board, and writes the reminders due: one mail per deadline, step and person
 * whatever the number of runs. A deadline that moved starts its steps again. AGR-82.
 */
export const remindAboutDeadlines: Job = {
  name: 'agreements/remind-about-deadlines',
  schedule: '40 4 * * *',
  async work(services) {
    const { db, clock } = services
    const read = { today: clock.today(), now: clock.now() }
    await noteConfirmedPlaces(db)
    await readAgain(db, read)
    await forgetGoneLines(db, addDays(read.today, -90))
    for (const { id } of await listNetworks(db)) {
      const network = await networkById(db, id)
      if (!network) continue
      for (const asked of windowsFrom(read.today)) {
        const lines = await boardLines(db, { kind: 'all', network: id }, asked, {
          ...read,
          limit: MOST_LINES,
        })
        for (const line of lines) {
          for (const step of dueSteps(line, read.today)) await remind(services, network, line, step)
        }
      }
    }
  },
}

/** Days around which a step falls: wide enough for what `remindersOf` says, narrow enough to read a few lines only. */
function windowsFrom(today: Day): BoardFilter[] {
  const ahead = [addDays(today, 1), addDays(today, 7), addDays(today, 30), addDays(today, 90)]
  const days = [...ahead, addMonths(today, 4), addMonths(today, 6)]
  return [
    { kinds: ['communication_to_answer'], until: today },
    ...days.map((day) => ({ from: addDays(day, -MADE_UP_DAYS - 3), until: addDays(day, 3) })),
  ]
}

/** The latest step that has come, if it came lately. */
function dueSteps(line: BoardLine, today: Day): string[] {
  if (line.urgency === 'late' || (line.urgency === 'coming' && line.day < today)) return []
  const due = remindersOf(line).filter(({ from }) => from <= today)
  const last = due.at(-1)
  return last && last.from > addDays(today, -MADE_UP_DAYS) ? [last.step] : []
}

async function remind(
  { db, clock, config }: Services,
  network: Network,
  line: BoardLine,
  step: string,
): Promise<void> {
  const { agreement } = line
  const today = clock.today()
  const [place] = isId<'place'>(line.subject ?? '')
    ? await findPlaces(db, network.id, [line.subject as Parameters<typeof findPlaces>[2][number]])
    : []
  const mail = reminderMail({
    agreement,
    entry: line,
    networkName: network.name,
    address: `${networkAddress(config.baseUrl, network)}/conventions/${agreement.id}`,
    placeName: place?.name ?? 'de l’annexe',
    today,
  })
  const contacts = await peopleToTell(db, agreement, today)
  await inTransaction(db, async (tx) => {
    for (const { email } of contacts) {
      const onceKey = ['reminder', agreement.id, line.key, line.day, step, email].join(':')
      await writeMail(tx, clock.now(), { ...mail, to: email, onceKey })
    }
  })
}
