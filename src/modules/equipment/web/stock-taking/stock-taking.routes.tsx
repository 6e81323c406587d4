import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { csvOf } from '../../../../platform/csv.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import {
  blankForm,
  type FormPage,
  type FormState,
  form,
  type Problem,
} from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { formatDay, plural } from '../../../../ui/french.ts'
import { peopleNames } from '../../../identity/index.ts'
import { listDesks } from '../../data/desks.store.ts'
import { stockTakingsOf } from '../../data/upkeep/stock-taking.store.ts'
import { allows, type Right } from '../../domain/rights.ts'
import { signStockTaking, stockResult } from '../../use-cases/upkeep/sign-stock-taking.ts'
import {
  abandonStockTaking,
  beginStockTaking,
  forgetReading,
  noteReadings,
  type StockRefusal,
} from '../../use-cases/upkeep/take-stock.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { SessionPage } from './pages/session-page.tsx'
import { SessionsPage } from './pages/sessions-page.tsx'
import { abandonmentForm, beginningForm, readingForm, signatureForm } from './stock-taking.form.ts'
import { stockTakingPaths, stockTakingRoutesOf } from './stock-taking.paths.ts'
import { differenceRows } from './stock-taking-table.ts'
import { notedSentence, stockProblems } from './stock-taking-wording.ts'

const routes = stockTakingRoutesOf

async function sessionAt(c: AppContext, right: Right) {
  const place = await workplace(c, right)
  const { context, inventory } = place
  const id = c.req.param('seance') ?? ''
  const [session] = isId<'stock-taking'>(id) ? await stockTakingsOf(context.db, inventory.id, { id }) : []
  const here = stockTakingPaths.session(c.var.network.base, inventory.id, id as never)
  return { place, session: orNotFound(session), here }
}

const sessionsPage: FormPage = async (c, state) => {
  const { context, inventory, role } = await workplace(c, 'read')
  return page(
    c,
    <SessionsPage
      view={viewOf(c)}
      inventory={inventory}
      sessions={await stockTakingsOf(context.db, inventory.id)}
      desks={await listDesks(context.db, inventory.id)}
      mayCount={allows(role, 'serve')}
      state={state}
    />,
  )
}

async function sessionPage(c: AppContext, state: FormState, isAsked = false) {
  const { place, session } = await sessionAt(c, 'read')
  const { context, inventory, role } = place
  const people = [session.beganBy, session.signedBy].flatMap((id) => id ?? [])
  return page(
    c,
    <SessionPage
      view={viewOf(c)}
      inventory={inventory}
      session={session}
      result={await stockResult(context.db, session)}
      names={await peopleNames(context.db, people)}
      mayCount={allows(role, 'serve')}
      maySign={allows(role, 'decide')}
      state={state}
      isAsked={isAsked}
    />,
  )
}

const formPage: FormPage = (c, state) => sessionPage(c, state)

/** Counting what is there: read, looked at, signed. EQP-1306. */
export const stockTakingRoutes = new Hono<AppEnv>()
  .get(routes.sessions, may(policy.seeWork), (c) => sessionsPage(c, blankForm))
  .post(
    routes.sessions,
    may(policy.work),
    writes('stock-taking.begun'),
    form(beginningForm, sessionsPage),
    async (c) => {
      const place = await workplace(c, 'serve')
      const { guichet } = c.var.form
      const desks = await listDesks(place.context.db, place.inventory.id)
      if (guichet !== null && !desks.some(({ id }) => id === guichet))
        return c.var.again({ field: 'guichet', message: 'Choisissez un guichet de la liste.' })
      const session = await beginStockTaking(place, guichet)
      if (isRefusal(session)) return refusedAgain(c.var.again, session.refused)
      const here = stockTakingPaths.session(c.var.network.base, place.inventory.id, session)
      return done(c, here, 'La séance est ouverte. Lisez les étiquettes une à une, ou tapez les numéros.')
    },
  )
  .get(routes.session, may(policy.seeWork), (c) => sessionPage(c, blankForm))
  .get(routes.differences, may(policy.seeWork), async (c) => {
    const { place, session } = await sessionAt(c, 'read')
    const { context, inventory } = place
    const table = differenceRows(await stockResult(context.db, session), inventory.timeZone)
    const name = `Inventaire physique du ${dayOf(session.beganAt, inventory.timeZone)}.csv`
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    return c.body(csvOf(table.header, table.rows), 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
  .post(
    routes.readings,
    may(policy.work),
    writes('stock-taking.noted'),
    form(readingForm, formPage),
    async (c) => {
      const { place, session, here } = await sessionAt(c, 'serve')
      const { numeros, acte } = c.var.form
      if (acte === 'noter') {
        const noted = await noteReadings(place, session, numeros)
        if (isRefusal(noted)) return refusedAgain(c.var.again, noted.refused)
        return done(c, here, notedSentence(noted))
      }
      const forgotten = await forgetReading(place, session, numeros)
      if (isRefusal(forgotten)) return refusedAgain(c.var.again, forgotten.refused)
      return done(c, here, `${plural(forgotten, 'lecture retirée', 'lectures retirées')}.`)
    },
  )
  .post(
    routes.signature,
    may(policy.work),
    writes('stock-taking.signed'),
    form(signatureForm, formPage),
    async (c) => {
      const { place, session, here } = await sessionAt(c, 'decide')
      if (!c.var.confirmed) return sessionPage(c, c.var.typed, true)
      const { vu, note } = c.var.form
      const on = formatDay(dayOf(place.context.now, place.inventory.timeZone))
      const account = `Introuvable à l’inventaire physique signé le ${on}.`
      const signed = await signStockTaking(place, session, { seen: vu, note, account })
      if (isRefusal(signed)) return refusedAgain(c.var.again, signed.refused)
      const sentence =
        signed === 0
          ? 'L’inventaire physique est signé. Rien ne manque.'
          : `L’inventaire physique est signé. ${plural(signed, 'incident de perte est ouvert', 'incidents de perte sont ouverts')}.`
      return done(c, here, sentence)
    },
  )
  .post(
    routes.abandonment,
    may(policy.work),
    writes('stock-taking.abandoned'),
    form(abandonmentForm, formPage),
    async (c) => {
      const { place, session } = await sessionAt(c, 'decide')
      const abandoned = await abandonStockTaking(place, session, c.var.form.motif)
      if (isRefusal(abandoned)) return refusedAgain(c.var.again, abandoned.refused)
      const all = stockTakingPaths.sessions(c.var.network.base, place.inventory.id)
      return done(c, all, 'La séance est abandonnée : aucun incident n’est ouvert.')
    },
  )

/** 409 for the state of the world, 422 for what was typed. */
async function refusedAgain(
  again: (problem: Problem) => Promise<Response>,
  refusal: StockRefusal,
): Promise<Response> {
  const shown = await again(stockProblems[refusal])
  const isTyped = refusal === 'no_code' || refusal === 'nothing_read'
  return new Response(shown.body, { status: isTyped ? 422 : 409, headers: shown.headers })
}
