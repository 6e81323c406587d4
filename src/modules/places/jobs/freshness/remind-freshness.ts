import { addDays, type Day } from '../../../../kernel/day.ts'
import { startOfDay } from '../../../../kernel/instant.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Job } from '../../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../../platform/mail/mail.ts'
import type { Services } from '../../../../platform/services.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import { contactsAbout, listNetworks, networkAddress, networkById } from '../../../identity/index.ts'
import { ruleOf } from '../../data/freshness/rule.store.ts'
import { findPlaces, type PlaceSummary } from '../../data/places.queries.ts'
import { type Period, periodBefore, periodOf } from '../../domain/freshness/period.ts'
import { type ReminderStep, reminderStep } from '../../domain/freshness/reminders.ts'
import type { PlaceId } from '../../domain/place.ts'
import { owedFreshness } from '../../use-cases/freshness/freshness-of.ts'
import { type Keeper, type KeepersProvider, keepersOf } from '../../use-cases/freshness/keepers.ts'
import { LINK_DAYS, signLink } from '../../use-cases/freshness/one-click-link.ts'
import { freshnessPaths } from '../../web/freshness/freshness.paths.ts'
import { overdueMail, reminderMail } from '../../web/freshness/freshness-wording.ts'

/** A night that was missed is made up for: the head is told within these days of the new period. */
const TOLD_WITHIN_DAYS = 5

/**
 * Places whose sheet nobody confirmed in the period of the network’s rule: told to those who keep them 60, 30 and 7 days
 * before its end and on its last day, to whoever answers for the partner too a week after, and to the head on the first
 * day of the next one. One mail per period, step and person, whatever the number of places and of runs. DIR-59, LAB-32,
 * LAB-79, 000 art. 4.
 */
export function remindFreshness(providers: readonly KeepersProvider[]): Job {
  return {
    name: 'places/remind-freshness',
    schedule: '20 5 * * *',
    async work(services) {
      const today = services.clock.today()
      for (const { id } of await listNetworks(services.db)) {
        const network = await networkById(services.db, id)
        if (!network) continue
        const { every } = await ruleOf(services.db, id)
        const current = periodOf(today, every)
        for (const period of [current, periodBefore(current, every)])
          await remindAbout(services, network, providers, { period, today })
      }
    },
  }
}

interface About {
  period: Period
  today: Day
}

async function remindAbout(
  services: Services,
  network: Network,
  providers: readonly KeepersProvider[],
  { period, today }: About,
): Promise<void> {
  const step = reminderStep(period, today)
  const isJustOver = period.lastDay < today && today <= addDays(period.lastDay, TOLD_WITHIN_DAYS)
  if (step === null && !isJustOver) return
  const owed = [...(await owedFreshness(services.db, network.id, today))].flatMap(
    ([id, { state, duties }]) => {
      const duty = duties.find((one) => one.period.name === period.name)
      const isOpen = duty?.status === 'due' || (duty?.status === 'overdue' && state === 'overdue')
      return isOpen ? [id] : []
    },
  )
  if (owed.length === 0) return
  if (isJustOver) await tellHead(services, network, period, owed.length, today)
  if (step === null) return
  const keepers = await keepersOf(providers, services.db, network.id, owed, today)
  const places = await findPlaces(services.db, network.id, owed)
  for (const told of mailboxes(places, keepers, step))
    await tellKeeper(services, network, told, { period, step, today })
}

interface Told {
  keeper: Keeper
  places: PlaceSummary[]
}

/** Whom to write to, each with all of their places; referents only once it is late. */
function mailboxes(
  places: readonly PlaceSummary[],
  keepers: ReadonlyMap<PlaceId, readonly Keeper[]>,
  step: ReminderStep,
): Told[] {
  const boxes = new Map<string, Told>()
  for (const place of places) {
    const told = (keepers.get(place.id) ?? []).filter(({ isReferent }) => !isReferent || step === '+7d')
    for (const keeper of told) {
      const box = boxes.get(keeper.email) ?? { keeper, places: [] }
      boxes.set(keeper.email, { ...box, places: [...box.places, place] })
    }
  }
  return [...boxes.values()]
}

async function tellKeeper(
  { db, clock, config }: Services,
  network: Network,
  { keeper, places }: Told,
  { period, step, today }: About & { step: ReminderStep },
): Promise<void> {
  const address = networkAddress(config.baseUrl, network)
  const lastDay = addDays(today, LINK_DAYS)
  const linkOf = ({ id }: PlaceSummary) =>
    keeper.personId && config.secret
      ? freshnessPaths.oneClick(address, signLink(config, { place: id, person: keeper.personId, lastDay }))
      : null
  const mail = reminderMail({
    places: places.map((place) => ({ name: place.name, commune: place.commune, link: linkOf(place) })),
    ...{ period, step, today },
    networkName: network.name,
    list: freshnessPaths.toConfirm(address),
  })
  const onceKey = ['place-freshness', network.id, period.name, step, keeper.email].join(':')
  const linkUntil = startOfDay(addDays(lastDay, 1))
  await inTransaction(db, (tx) =>
    writeMail(tx, clock.now(), { ...mail, to: keeper.email, onceKey, linkUntil }),
  )
}

async function tellHead(
  { db, clock, config }: Services,
  network: Network,
  period: Period,
  count: number,
  today: Day,
): Promise<void> {
  const address = freshnessPaths.board(networkAddress(config.baseUrl, network), { state: 'en-retard' })
  const mail = overdueMail({ count, period, networkName: network.name, address })
  const officers = await contactsAbout(db, network.id, null, today, ['head'])
  await inTransaction(db, async (tx) => {
    for (const { email } of officers) {
      const onceKey = ['place-freshness', network.id, period.name, 'head', email].join(':')
      await writeMail(tx, clock.now(), { ...mail, to: email, onceKey })
    }
  })
}
