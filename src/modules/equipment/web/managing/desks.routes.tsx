import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findPlaces, placeAtAddress } from '../../../places/index.ts'
import { findDesk, listDesks } from '../../data/desks.store.ts'
import { withDays, withWeek } from '../../domain/moving/closing.ts'
import { allows, type Right } from '../../domain/rights.ts'
import { changeWeek, openDesk, overrideDays, placeDesk } from '../../use-cases/catalogue/keep-desks.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { dayForm, deskPlaceForm, newDeskForm, weekField, weekForm } from './desk.form.ts'
import { managingPaths, routes } from './managing.paths.ts'
import { deskProblems } from './managing-wording.ts'
import { DeskPage, type Standing } from './pages/desk-page.tsx'
import { DesksPage } from './pages/desks-page.tsx'
import { firstWeek } from './setup-typed.ts'
import { daysBetweenTyped, standingOf } from './standing.ts'

async function deskAt(c: AppContext, right: Right) {
  const place = await workplace(c, right)
  const id = c.req.param('guichet') ?? ''
  const desk = isId<'desk'>(id) ? await findDesk(place.context.db, place.inventory.id, id) : null
  return { ...place, place, desk: orNotFound(desk) }
}

const desksPage: FormPage = async (c, state) => {
  const { inventory, role, context } = await workplace(c, 'read')
  const desks = await listDesks(context.db, inventory.id)
  return page(
    c,
    <DesksPage
      view={viewOf(c)}
      inventory={inventory}
      desks={desks}
      mayChange={allows(role, 'keep')}
      state={state}
    />,
  )
}

async function deskPage(c: AppContext, state: FormState, standing: Standing | null = null) {
  const { inventory, role, desk, context } = await deskAt(c, 'read')
  const mayChange = allows(role, 'keep')
  return page(
    c,
    <DeskPage
      view={viewOf(c)}
      inventory={inventory}
      desk={desk}
      place={
        desk.placeId ? ((await findPlaces(context.db, context.network.id, [desk.placeId]))[0] ?? null) : null
      }
      mayChange={mayChange}
      state={state}
      standing={standing}
    />,
  )
}

const formPage: FormPage = (c, state) => deskPage(c, state)

function toldSentence(count: number): string {
  if (count === 0) return 'Les créneaux proposés en tiennent compte dès maintenant.'
  return count === 1
    ? 'Un rendez-vous est à replanifier : un courriel part aux deux parties, qui choisissent un autre créneau.'
    : `${count} rendez-vous sont à replanifier : un courriel part aux deux parties, qui choisissent d’autres créneaux.`
}

/** Desks, their week, and the days that are not like the others. EQP-301 to EQP-303, EQP-306. */
export const desksRoutes = new Hono<AppEnv>()
  .get(routes.desks, may(policy.seeWork), (c) => desksPage(c, blankForm))
  .post(routes.desks, may(policy.work), writes('desk.opened'), form(newDeskForm, desksPage), async (c) => {
    const place = await workplace(c, 'keep')
    const { nom, adresse } = c.var.form
    const week = firstWeek(c.var.context.today)
    const opened = await openDesk(place, { name: nom, location: adresse }, week)
    if (isRefusal(opened)) return c.var.again(deskProblems[opened.refused])
    return done(
      c,
      managingPaths.desk(c.var.network.base, place.inventory.id, opened),
      'Le guichet est ouvert du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h. Corrigez ses heures si besoin.',
    )
  })
  .get(routes.desk, may(policy.seeWork), (c) => deskPage(c, blankForm))
  .post(routes.week, may(policy.work), writes('desk.ruled'), form(weekForm, formPage), async (c) => {
    const { place, inventory, desk } = await deskAt(c, 'keep')
    const typed = c.var.form
    const week = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
      (typed[weekField(weekday)] ?? []).map(([opens, closes]) => ({
        ...{ weekday, opens, closes, from: typed.depuis, until: null },
      })),
    )
    const change = { desk, after: withWeek(desk.calendar, typed.depuis, week), from: typed.depuis }
    const standing = await standingOf(place.context, { ...change, lastDay: null })
    if (standing.length > 0 && !c.var.confirmed)
      return deskPage(c, c.var.typed, { form: 'week', appointments: standing })
    const changed = await changeWeek(place, desk, { from: typed.depuis, week })
    if (isRefusal(changed)) return c.var.again(deskProblems[changed.refused])
    const here = managingPaths.desk(c.var.network.base, inventory.id, desk.id)
    return done(c, here, `La semaine est enregistrée. ${toldSentence(standing.length)}`)
  })
  .post(routes.day, may(policy.work), writes('desk.overridden'), form(dayForm, formPage), async (c) => {
    const { place, inventory, desk } = await deskAt(c, 'keep')
    const { jour, jusquau, quoi, heures, motif } = c.var.form
    if (quoi === 'open' && heures.length === 0)
      return c.var.again({ field: 'heures', message: 'Indiquez les heures d’ouverture de ce jour.' })
    if (quoi !== 'week' && motif === '')
      return c.var.again({ field: 'motif', message: 'Dites pourquoi : les emprunteurs le liront.' })
    const days = daysBetweenTyped(jour, jusquau)
    if (!days)
      return c.var.again({
        field: 'jusquau',
        message: 'Le dernier jour suit le premier, de trois mois au plus.',
      })
    const hours = { closed: [], open: heures, week: null }[quoi]
    const change = { desk, after: withDays(desk.calendar, days, { hours, reason: motif }), from: jour }
    const standing = await standingOf(place.context, { ...change, lastDay: days.at(-1) ?? jour })
    if (standing.length > 0 && !c.var.confirmed)
      return deskPage(c, c.var.typed, { form: 'day', appointments: standing })
    const saved = await overrideDays(place, desk, { days, hours, reason: motif })
    if (isRefusal(saved)) return c.var.again(deskProblems[saved.refused])
    const here = managingPaths.desk(c.var.network.base, inventory.id, desk.id)
    return done(
      c,
      here,
      `${days.length > 1 ? 'Ces jours sont enregistrés' : 'Ce jour est enregistré'}. ${toldSentence(standing.length)}`,
    )
  })
  .post(
    routes.deskPlace,
    may(policy.work),
    writes('desk.placed'),
    form(deskPlaceForm, formPage),
    async (c) => {
      const { place: workplace, inventory, desk } = await deskAt(c, 'keep')
      const typed = c.var.form.fiche
      const place = typed === '' ? null : await placeAtAddress(c.var.context, typed)
      if (typed !== '' && !place)
        return c.var.again({
          field: 'fiche',
          message:
            'Aucun lieu de l’annuaire n’a cette adresse. Ouvrez sa fiche publique, puis copiez l’adresse de la page.',
        })
      await placeDesk(workplace, desk, place?.id ?? null)
      return done(
        c,
        managingPaths.desk(c.var.network.base, inventory.id, desk.id),
        place
          ? placedSentence(place.name, inventory)
          : 'Le guichet n’est plus rattaché à un lieu de l’annuaire.',
      )
    },
  )

function placedSentence(name: string, { shownTo }: { shownTo: string }): string {
  return shownTo === 'public'
    ? `Le guichet est dans « ${name} » : la fiche de ce lieu dit maintenant ce qu’on peut y emprunter.`
    : `Le guichet est dans « ${name} ». La fiche du lieu ne dira ce qu’on peut y emprunter que si l’inventaire est montré à tous.`
}
