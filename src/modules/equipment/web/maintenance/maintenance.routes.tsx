import { Hono } from 'hono'
import { addDays, type Day } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import { startOfDay } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { organisationNames } from '../../../identity/index.ts'
import type { UseInTheWay } from '../../data/upkeep/maintenance.queries.ts'
import type { Span } from '../../domain/availability.ts'
import { allows, type Right } from '../../domain/rights.ts'
import type { Refused } from '../../use-cases/lending-refusal.ts'
import { doMaintenance } from '../../use-cases/upkeep/do-maintenance.ts'
import { planMaintenance, proposedWindows, usesToMove } from '../../use-cases/upkeep/plan-maintenance.ts'
import { dueUpkeep, findUpkeep } from '../../use-cases/upkeep/upkeep-of.ts'
import { policy } from '../policy.ts'
import { refusalSentence, refusalStatus } from '../refusal-wording.ts'
import { workplace } from '../workplace.ts'
import { doneForm, windowForm } from './maintenance.form.ts'
import { maintenancePaths, maintenanceRoutesOf } from './maintenance.paths.ts'
import { movedSentence, windowText } from './maintenance-wording.ts'
import { UpkeepPage } from './pages/upkeep-page.tsx'
import { WorkPage } from './pages/work-page.tsx'

const routes = maintenanceRoutesOf

async function workAt(c: AppContext, right: Right) {
  const place = await workplace(c, right)
  const [planId, unitId] = [c.req.param('plan') ?? '', c.req.param('exemplaire') ?? '']
  const { db, now } = place.context
  const found =
    isId<'maintenance-plan'>(planId) && isId<'unit'>(unitId)
      ? await findUpkeep(db, place.inventory.id, { planId, unitId }, now)
      : null
  return { place, upkeep: orNotFound(found) }
}

async function workPage(c: AppContext, state: FormState, inTheWay: readonly UseInTheWay[] = []) {
  const { place, upkeep } = await workAt(c, 'read')
  const { context, inventory, role } = place
  const windows = await proposedWindows(context, inventory.id, [upkeep], 4)
  const names = await organisationNames(
    context.db,
    inTheWay.flatMap(({ organisationId }) => organisationId ?? []),
  )
  return page(
    c,
    <WorkPage
      view={viewOf(c)}
      inventory={inventory}
      upkeep={upkeep}
      windows={windows.get(upkeep) ?? []}
      inTheWay={inTheWay.map((use) => ({
        ...use,
        borrower: use.organisationId ? (names.get(use.organisationId) ?? '') : '',
      }))}
      mayMaintain={allows(role, 'maintain')}
      state={state}
    />,
  )
}

const formPage: FormPage = (c, state) => workPage(c, state)

/** What is to be kept up: the list, then one job: its window, its outcome. EQP-1001. */
export const maintenanceRoutes = new Hono<AppEnv>()
  .get(routes.upkeep, may(policy.seeWork), async (c) => {
    const { context, inventory, role } = await workplace(c, 'read')
    const upkeep = await dueUpkeep(context.db, { inventory: inventory.id }, context.now)
    const asked = upkeep.filter(({ standing }) => standing !== 'later')
    return page(
      c,
      <UpkeepPage
        view={viewOf(c)}
        inventory={inventory}
        upkeep={asked}
        planned={upkeep.length}
        windows={await proposedWindows(context, inventory.id, asked, 1)}
        mayMaintain={allows(role, 'maintain')}
      />,
    )
  })
  .get(routes.work, may(policy.seeWork), (c) => workPage(c, blankForm))
  .post(
    routes.window,
    may(policy.work),
    writes('maintenance.planned'),
    form(windowForm, formPage),
    async (c) => {
      const { place, upkeep } = await workAt(c, 'maintain')
      const span = spanOf(c.var.form, upkeep.zone)
      const field = c.var.form.days ? 'du' : 'fenetre'
      const uses = await usesToMove(place.context, upkeep, span)
      if (isRefusal(uses)) return refusedAgain(c.var.again, uses, { field, zone: upkeep.zone })
      if (uses.length > 0 && !allows(place.role, 'rule'))
        return refusedAgain(c.var.again, NOT_YOURS, { field, zone: upkeep.zone, sentence: ASK_THE_HEAD })
      if (uses.length > 0 && !c.var.confirmed) return workPage(c, c.var.typed, uses)
      const moved = await planMaintenance(place, upkeep, { span, mayMove: c.var.confirmed })
      if (isRefusal(moved)) return refusedAgain(c.var.again, moved, { field, zone: upkeep.zone })
      const sentence = `${upkeep.unitName} est gardé pour l’entretien : ${windowText(span, upkeep.zone)}.`
      const here = maintenancePaths.work(c.var.network.base, place.inventory.id, upkeep)
      return done(c, here, `${sentence} ${movedSentence(moved)}`.trim())
    },
  )
  .post(routes.done, may(policy.work), writes('maintenance.done'), form(doneForm, formPage), async (c) => {
    const { place, upkeep } = await workAt(c, 'maintain')
    const { constat, fait, cout } = c.var.form
    const outcome = await doMaintenance(place, upkeep, { result: constat, ticked: fait, costCents: cout })
    if (isRefusal(outcome)) {
      const sentence =
        outcome.refused === 'already_out'
          ? `${upkeep.unitName} est chez un emprunteur : enregistrez d’abord son retour au guichet.`
          : undefined
      return refusedAgain(c.var.again, outcome, { field: null, zone: upkeep.zone, sentence })
    }
    const list = maintenancePaths.upkeep(c.var.network.base, place.inventory.id)
    const freed = upkeep.plannedFrom ? ' Le temps gardé pour lui est de nouveau libre.' : ''
    return done(c, list, `L’entretien « ${upkeep.title} » de ${upkeep.unitName} est enregistré.${freed}`)
  })

const NOT_YOURS: Refused = { refused: 'already_taken', details: {} }
const ASK_THE_HEAD =
  'Un prêt tient cet exemplaire à ces dates, et seule la personne responsable de l’inventaire peut le déplacer. Choisissez une des fenêtres libres, ou demandez-le-lui.'

function spanOf(typed: { span: Span | null; days: { first: Day; last: Day } | null }, zone: string): Span {
  if (typed.span) return typed.span
  const { first, last } = typed.days as { first: Day; last: Day }
  return { from: startOfDay(first, zone), until: startOfDay(addDays(last, 1), zone) }
}

async function refusedAgain(
  again: (problem: { field: string | null; message: string }) => Promise<Response>,
  refusal: Refused,
  { field, zone, sentence }: { field: string | null; zone: string; sentence?: string | undefined },
): Promise<Response> {
  const shown = await again({ field, message: sentence ?? refusalSentence(refusal, zone) })
  return new Response(shown.body, { status: refusalStatus(refusal), headers: shown.headers })
}
