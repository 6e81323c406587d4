import { systemContext } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Job } from '../../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../../platform/mail/mail.ts'
import type { Services } from '../../../../platform/services.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import { contactsAbout, listNetworks, networkAddress, networkById } from '../../../identity/index.ts'
import { ruleOf } from '../../data/freshness/rule.store.ts'
import { noteHidingNotice, type SilentPlace, silentPlaces } from '../../data/freshness/silent.queries.ts'
import { hidingStep } from '../../domain/freshness/hiding.ts'
import { type KeepersProvider, keepersOf } from '../../use-cases/freshness/keepers.ts'
import { hidePlace } from '../../use-cases/life/change-status.ts'
import { freshnessPaths } from '../../web/freshness/freshness.paths.ts'
import { hiddenBecause, hidingMail } from '../../web/freshness/freshness-wording.ts'

/**
 * In a network that switched it on: a place without a label that stays silent is told twice, a month apart, then hidden.
 * What was hidden is shown again by one act. Off by default. DIR-60.
 */
export function hideSilentPlaces(providers: readonly KeepersProvider[]): Job {
  return {
    name: 'places/hide-silent-places',
    schedule: '35 5 * * *',
    async work(services) {
      const { db, clock } = services
      for (const { id } of await listNetworks(db)) {
        const { hidesAfterMonths } = await ruleOf(db, id)
        const network = hidesAfterMonths === null ? null : await networkById(db, id)
        if (hidesAfterMonths !== null && network)
          await follow(services, network, providers, {
            afterMonths: hidesAfterMonths,
            places: await silentPlaces(db, id, hidesAfterMonths, clock.today()),
          })
      }
    },
  }
}

async function follow(
  services: Services,
  network: Network,
  providers: readonly KeepersProvider[],
  { afterMonths, places }: { afterMonths: number; places: readonly SilentPlace[] },
): Promise<void> {
  const { db, clock } = services
  const today = clock.today()
  const steps = places.map((place) => ({ place, step: hidingStep({ ...place, afterMonths }, today) }))
  for (const { place, step } of steps)
    if (step === 'hide')
      await hidePlace(systemContext(services, network), place.id, hiddenBecause(afterMonths))
  const told = steps.filter(({ step }) => step === 'first-notice' || step === 'second-notice')
  const ids = told.map(({ place }) => place.id)
  const keepers = await keepersOf(providers, db, network.id, ids, today)
  const head = (await contactsAbout(db, network.id, null, today, ['head'])).map(({ email }) => email)
  const boxes = new Map<string, SilentPlace[]>()
  for (const { place } of told) {
    const own = (keepers.get(place.id) ?? []).map(({ email }) => email)
    for (const email of own.length > 0 ? own : head) boxes.set(email, [...(boxes.get(email) ?? []), place])
  }
  await inTransaction(db, async (tx) => {
    for (const id of ids) await noteHidingNotice(tx, network.id, id, today)
    for (const [to, silent] of boxes) {
      const list = freshnessPaths.toConfirm(networkAddress(services.config.baseUrl, network))
      const mail = hidingMail({ places: silent, afterMonths, networkName: network.name, list })
      await writeMail(tx, clock.now(), { ...mail, to, onceKey: `place-silence:${network.id}:${today}:${to}` })
    }
  })
}
