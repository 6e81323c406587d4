import { Hono } from 'hono'
import { isInstant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { writes } from '../../../../platform/http/writes.ts'
import type { Refused } from '../../use-cases/lending-refusal.ts'
import { cancelTransfer, planTransfer, receiveTransfer } from '../../use-cases/moving/transfer-unit.ts'
import { managingPaths } from '../managing/managing.paths.ts'
import { slotText } from '../moment-wording.ts'
import { policy } from '../policy.ts'
import { refusalSentence, refusalStatus } from '../refusal-wording.ts'
import { routes } from './sheets.paths.ts'
import { transferEndForm, transferForm } from './transfer.form.ts'
import { unitAt, unitFormPage } from './unit.routes.tsx'

/** A unit goes from one desk to another. EQP-307. */
export const transferRoutes = new Hono<AppEnv>()
  .post(
    routes.transfer,
    may(policy.work),
    writes('unit.transfer-planned'),
    form(transferForm, unitFormPage),
    async (c) => {
      const { place, unit } = await unitAt(c, 'decide')
      const { vers: toDeskId, depart: leaves, jours: openingDays } = c.var.form
      const planned = await planTransfer(place, unit, { toDeskId, leaves, openingDays })
      const sentence = 'Le trajet est prévu : personne ne peut emprunter l’exemplaire d’ici son arrivée.'
      return answered(c, c.var.typed, planned, { inventory: place.inventory, unit, sentence })
    },
  )
  .post(
    routes.transferArrival,
    may(policy.work),
    writes('unit.transfer-arrived'),
    form(transferEndForm, unitFormPage),
    async (c) => {
      const { place, unit } = await unitAt(c, 'serve')
      const sentence = 'L’exemplaire est arrivé : il se retire et se rend désormais à ce guichet.'
      return answered(c, c.var.typed, await receiveTransfer(place, unit), {
        inventory: place.inventory,
        unit,
        sentence,
      })
    },
  )
  .post(
    routes.transferEnd,
    may(policy.work),
    writes('unit.transfer-cancelled'),
    form(transferEndForm, unitFormPage),
    async (c) => {
      const { place, unit } = await unitAt(c, 'decide')
      const sentence = 'Le trajet est annulé : l’exemplaire reste à son guichet.'
      return answered(c, c.var.typed, await cancelTransfer(place, unit), {
        inventory: place.inventory,
        unit,
        sentence,
      })
    },
  )

type Unit = Awaited<ReturnType<typeof unitAt>>

async function answered(
  c: AppContext,
  typed: FormState,
  outcome: null | Refused,
  {
    inventory,
    unit,
    sentence,
  }: Pick<Unit, 'unit'> & { inventory: Unit['place']['inventory']; sentence: string },
) {
  if (!isRefusal(outcome))
    return done(c, managingPaths.unit(c.var.network.base, inventory.id, unit.id), sentence)
  c.status(refusalStatus(outcome))
  const message = sentenceOf(outcome, inventory.timeZone)
  return unitFormPage(c, { ...typed, problems: [{ field: 'depart', message }] })
}

function sentenceOf(refusal: Refused, zone: string): string {
  const { pickup = '' } = refusal.details
  if (refusal.refused === 'period_invalid')
    return 'Ce trajet serait déjà fini, ou ce guichet n’ouvre pas assez. Choisissez un autre jour.'
  if (refusal.refused !== 'already_taken' || !isInstant(pickup)) return refusalSentence(refusal, zone)
  return `Un prêt compte sur cet exemplaire à son guichet d’aujourd’hui, le ${slotText(pickup, zone)}. Donnez-lui d’abord un autre exemplaire, depuis la liste ci-dessous, ou choisissez un autre jour.`
}
