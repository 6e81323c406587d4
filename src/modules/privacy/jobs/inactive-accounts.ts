import { addDays, type Day, latest } from '../../../kernel/day.ts'
import { isRefusal, refuse } from '../../../kernel/refusal.ts'
import { systemContext } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { PersonalData } from '../../../platform/privacy/personal-data.ts'
import type { RetentionRule } from '../../../platform/privacy/retention.ts'
import type { Services } from '../../../platform/services.ts'
import type { Network } from '../../../platform/session/actor.ts'
import {
  type InactivePerson,
  inactivePeople,
  listNetworks,
  lockPerson,
  networkAddress,
  networkById,
  noteWarned,
} from '../../identity/index.ts'
import { erasePerson } from '../use-cases/erase-person.ts'
import { erasedForInactivityMail, inactivityMail } from '../web/mail-wording.ts'
import { paths } from '../web/paths.ts'

export const WARNING_DAYS = 30

/**
 * Accounts nobody uses: warned by mail, then erased thirty days later at the earliest. Signing in cancels the
 * warning. A network's last officer is kept, and the page of retention says so.
 */
export function inactiveAccounts(providers: readonly PersonalData[]): RetentionRule {
  return {
    name: 'privacy.inactive-accounts',
    sentence: `Comptes inutilisés : prévenus par courriel, puis effacés ${WARNING_DAYS} jours plus tard`,
    async apply(services) {
      const today = services.clock.today()
      let erased = 0
      for (const person of await inactivePeople(services.db, addDays(today, WARNING_DAYS))) {
        const network = await networkOf(services, person)
        if (!network) continue
        if (!person.warnedOn || person.warnedOn < person.lastSeenOn) await warn(services, network, person)
        else if (isOver(person, today) && (await erase(services, network, providers, person))) erased += 1
      }
      return erased
    },
  }
}

function isOver({ warnedOn, dueOn }: InactivePerson, today: Day): boolean {
  return warnedOn !== null && dueOn <= today && addDays(warnedOn, WARNING_DAYS) <= today
}

async function warn({ db, clock, config }: Services, network: Network, person: InactivePerson) {
  const today = clock.today()
  const mail = inactivityMail({
    networkName: network.name,
    erasedOn: latest(person.dueOn, addDays(today, WARNING_DAYS)) ?? person.dueOn,
    lastSeenOn: person.lastSeenOn,
    address: `${networkAddress(config.baseUrl, network)}/connexion`,
  })
  await inTransaction(db, async (tx) => {
    await noteWarned(tx, person.id, today)
    await writeMail(tx, clock.now(), { ...mail, to: person.email, onceKey: `${person.id}:inactive:${today}` })
  })
}

/** False when they are a network's last officer, or came back a moment ago. */
async function erase(
  services: Services,
  network: Network,
  providers: readonly PersonalData[],
  person: InactivePerson,
): Promise<boolean> {
  const { db, clock, config, log } = services
  const outcome = await inTransaction(db, async (tx) => {
    const context = systemContext(services, network)
    // Locked, then looked at again: they may have signed in while others were dealt with.
    await lockPerson(tx, person.id)
    const [still] = await inactivePeople(tx, clock.today(), person.id)
    if (!still?.warnedOn) return refuse('came-back')
    const id = await erasePerson(tx, { ...context, db: tx }, providers, {
      personId: person.id,
      ground: 'inactivity',
      requestId: null,
    })
    if (isRefusal(id)) return id
    const certificate = paths.certificate(networkAddress(config.baseUrl, network), id)
    const mail = erasedForInactivityMail({ networkName: network.name, certificate })
    await writeMail(tx, clock.now(), { ...mail, to: person.email, onceKey: `${person.id}:erased` })
    return id
  })
  if (isRefusal(outcome))
    log.warn({ person: person.id, because: outcome.refused }, 'an inactive account is kept')
  return !isRefusal(outcome)
}

async function networkOf({ db }: Services, { networkId }: InactivePerson): Promise<Network | null> {
  const id = networkId ?? (await listNetworks(db))[0]?.id
  return id ? networkById(db, id) : null
}
