import { Hono } from 'hono'
import { parseDay } from '../../../../kernel/day.ts'
import { type Instant, instantAt } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { unitsOf } from '../../data/catalogue/catalogue.queries.ts'
import { findLine, type Line } from '../../data/lines.store.ts'
import { closedAppointmentsOf } from '../../data/moving/closures.store.ts'
import type { Refused } from '../../use-cases/lending-refusal.ts'
import { moveAppointment } from '../../use-cases/moving/move-appointment.ts'
import { cancelBeyond, lastDayBeyond, shortenLine } from '../../use-cases/moving/shorten-line.ts'
import { slotChoices } from '../../use-cases/moving/slot-choices.ts'
import { borrowingPaths } from '../borrowing/borrowing.paths.ts'
import { borrowingPolicy } from '../borrowing/borrowing.policy.ts'
import { lineOf } from '../borrowing/line-of.ts'
import { managingPaths } from '../managing/managing.paths.ts'
import { trail } from '../managing/pages/trail.ts'
import { appointmentText } from '../moment-wording.ts'
import { policy } from '../policy.ts'
import { refusalSentence, refusalStatus } from '../refusal-wording.ts'
import { workOnLine } from '../workplace.ts'
import { appointmentForm, endingForm, shorteningForm } from './appointments.form.ts'
import { appointmentPaths as paths, routes } from './appointments.paths.ts'
import { PURPOSE_WORDS } from './appointments-wording.ts'
import { AppointmentPage } from './pages/appointment-page.tsx'
import { BeyondPage } from './pages/beyond-page.tsx'

/** What waits for another slot, each with the nearest ones around the day asked, or around its own. */
async function choicesOf(context: Context, line: Line, zone: string, day: string) {
  const asked = parseDay(day)
  const around = asked && instantAt(asked, '12:00', zone)
  const closed = await closedAppointmentsOf(context.db, line.id)
  return Promise.all(
    closed.map(async (one) => ({
      closed: one,
      slots: await slotChoices(context, line, { purpose: one.purpose, around: around ?? one.startsAt }),
    })),
  )
}

const ownPage: FormPage = async (c, state) => {
  const { context } = c.var
  const own = await lineOf(c)
  const line = orNotFound(await findLine(context.db, context.reach, own.id))
  const { base } = c.var.network
  const day = c.req.query('jour') ?? ''
  const what = own.unit ? `${own.model}, ${own.unit}` : own.model
  return page(
    c,
    <AppointmentPage
      view={viewOf(c)}
      what={what}
      breadcrumb={[
        { label: 'Mes demandes', href: borrowingPaths.requests(base) },
        { label: own.model, href: borrowingPaths.line(base, own.id) },
      ]}
      action={paths.own(base, own.id)}
      seq={line.seq}
      zone={own.zone}
      day={day}
      appointments={await choicesOf(context, line, own.zone, day)}
      state={state}
    />,
  )
}

async function whatIsLent({ db }: Context, line: Line): Promise<string> {
  const unit = (await unitsOf(db, line.inventoryId)).find(({ id }) => id === line.unitId)
  return unit?.assetNumber ?? ''
}

const workPage: FormPage = async (c, state) => {
  const { inventory, context, line } = await workOnLine(c, 'decide')
  const { base } = c.var.network
  const day = c.req.query('jour') ?? ''
  const what = await whatIsLent(context, line)
  return page(
    c,
    <AppointmentPage
      view={viewOf(c)}
      what={what}
      breadcrumb={trail(base, inventory)}
      action={paths.work(base, inventory.id, line.id)}
      seq={line.seq}
      zone={inventory.timeZone}
      day={day}
      appointments={await choicesOf(context, line, inventory.timeZone, day)}
      state={state}
    />,
  )
}

const beyondPage: FormPage = async (c, state) => {
  const { inventory, context, line } = await workOnLine(c, 'decide')
  const beyond = await lastDayBeyond(context.db, context, line)
  const { lastDay } = beyond ?? { lastDay: null }
  const around = lastDay && instantAt(lastDay, '23:00', inventory.timeZone)
  return page(
    c,
    <BeyondPage
      view={viewOf(c)}
      inventory={inventory}
      line={line}
      what={await whatIsLent(context, line)}
      breadcrumb={trail(c.var.network.base, inventory)}
      beyond={beyond}
      slots={around ? await slotChoices(context, line, { purpose: 'return', around, lastDay }) : []}
      state={state}
    />,
  )
}

interface RefusedForm {
  typed: FormState
  refused: Refused
  zone: string
  field: string
}

/** The same page with why not. EQP-1601. */
function refusedOn(c: AppContext, show: FormPage, { typed, refused, zone, field }: RefusedForm) {
  c.status(refusalStatus(refused))
  return show(c, { ...typed, problems: [{ field, message: refusalSentence(refused, zone) }] })
}

function movedSentence(purpose: keyof typeof PURPOSE_WORDS, at: Instant, zone: string): string {
  return `Le ${PURPOSE_WORDS[purpose]} est pris pour le ${appointmentText(at, zone)}. Un courriel le confirme aux deux parties.`
}

/** The other slot of a closed appointment, and what becomes of a loan its agreement no longer covers. EQP-204, EQP-306. */
export const appointmentRoutes = new Hono<AppEnv>()
  .get(routes.own, may(borrowingPolicy.borrow), (c) => ownPage(c, blankForm))
  .post(
    routes.own,
    may(borrowingPolicy.borrow),
    writes('loan.appointment-moved'),
    form(appointmentForm, ownPage),
    async (c) => {
      const own = await lineOf(c)
      const { vu, pour: purpose, creneau: at } = c.var.form
      const moved = await moveAppointment(c.var.context, { lineId: own.id, seen: vu }, { purpose, at })
      if (isRefusal(moved))
        return refusedOn(c, ownPage, { typed: c.var.typed, refused: moved, zone: own.zone, field: 'creneau' })
      const here = borrowingPaths.line(c.var.network.base, own.id)
      return done(c, here, movedSentence(purpose, at, own.zone))
    },
  )
  .get(routes.work, may(policy.seeWork), (c) => workPage(c, blankForm))
  .post(
    routes.work,
    may(policy.work),
    writes('loan.appointment-moved'),
    form(appointmentForm, workPage),
    async (c) => {
      const { inventory, context, line } = await workOnLine(c, 'decide')
      const { vu, pour: purpose, creneau: at } = c.var.form
      const moved = await moveAppointment(context, { lineId: line.id, seen: vu }, { purpose, at })
      if (isRefusal(moved))
        return refusedOn(c, workPage, {
          typed: c.var.typed,
          refused: moved,
          zone: inventory.timeZone,
          field: 'creneau',
        })
      const here = managingPaths.line(c.var.network.base, inventory.id, line.id)
      return done(c, here, movedSentence(purpose, at, inventory.timeZone))
    },
  )
  .get(routes.shortening, may(policy.seeWork), (c) => beyondPage(c, blankForm))
  .post(
    routes.shortening,
    may(policy.work),
    writes('loan.shortened'),
    form(shorteningForm, beyondPage),
    async (c) => {
      const { inventory, context, line } = await workOnLine(c, 'decide')
      const { vu, creneau: at } = c.var.form
      const shorter = await shortenLine(context, { lineId: line.id, seen: vu }, { at })
      if (isRefusal(shorter))
        return refusedOn(c, beyondPage, {
          typed: c.var.typed,
          refused: shorter,
          zone: inventory.timeZone,
          field: 'creneau',
        })
      const here = managingPaths.line(c.var.network.base, inventory.id, line.id)
      const told = `Le retour est avancé au ${appointmentText(at, inventory.timeZone)}. Un courriel part à l’emprunteur.`
      return done(c, here, told)
    },
  )
  .post(
    routes.ending,
    may(policy.work),
    writes('loan.cancelled'),
    form(endingForm, beyondPage),
    async (c) => {
      const { inventory, context, line } = await workOnLine(c, 'decide')
      const { vu, explication: reason } = c.var.form
      const ended = await cancelBeyond(context, { lineId: line.id, seen: vu }, { reason })
      if (isRefusal(ended))
        return refusedOn(c, beyondPage, {
          typed: c.var.typed,
          refused: ended,
          zone: inventory.timeZone,
          field: 'explication',
        })
      const here = managingPaths.line(c.var.network.base, inventory.id, line.id)
      return done(c, here, 'Le prêt est annulé et son exemplaire est libre. Un courriel part à l’emprunteur.')
    },
  )
