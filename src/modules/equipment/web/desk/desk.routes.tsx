import { Hono } from 'hono'
import { parseDay } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import type { Line } from '../../data/lines.store.ts'
import { allows } from '../../domain/rights.ts'
import { changeUnit, unitChoices } from '../../use-cases/deciding/change-unit.ts'
import { dayAtDesk, desksAtWork } from '../../use-cases/desk/desk-day.ts'
import type { LineAtDesk } from '../../use-cases/desk/desk-line.ts'
import {
  handOverAtDesk,
  inspectAtDesk,
  prepareAtDesk,
  takeBackAtDesk,
} from '../../use-cases/desk/desk-passage.ts'
import type { DeskRefused } from '../../use-cases/desk/desk-refusal.ts'
import { stillOut, unprepareLine } from '../../use-cases/desk/hand-over.ts'
import { refused } from '../../use-cases/lending-refusal.ts'
import { policy } from '../policy.ts'
import { refusalSentence } from '../refusal-wording.ts'
import { handOverForm, plainActForm, preparationForm, swapForm } from './desk.form.ts'
import { deskPaths, deskRoutesOf } from './desk.paths.ts'
import { answerOnce } from './desk-act.ts'
import { loanAtDesk } from './desk-context.ts'
import { DeskDayPage, NoDeskPage } from './pages/desk-day-page.tsx'
import { DeskLinePage } from './pages/desk-line-page.tsx'

export const linePage: FormPage = async (c, state) => {
  const { at, role, context } = await loanAtDesk(c, 'read')
  const serves = allows(role, 'serve')
  const decides = allows(role, 'decide')
  const { now } = c.var.context
  const away = await awayFrom(context, at)
  const swaps = serves && needsSwap(at, state, away) && (await unitChoices(context, at.line))
  return page(
    c,
    <DeskLinePage {...{ view: viewOf(c), at, state, serves, decides, now, away, ...(swaps && { swaps }) }} />,
  )
}

const routes = deskRoutesOf

/** The day of a desk, then each loan: prepared, handed over, taken back, looked at. EQP-801, EQP-1304. */
export const deskRoutes = new Hono<AppEnv>()
  .get(routes.day, may(policy.seeWork), async (c) => {
    const { context } = c.var
    const desks = await desksAtWork(context)
    const desk = desks.find(({ id }) => id === c.req.query('guichet')) ?? desks[0]
    if (!desk) return page(c, <NoDeskPage view={viewOf(c)} />)
    const on = parseDay(c.req.query('jour') ?? '') ?? dayOf(context.now, desk.zone)
    const day = await dayAtDesk(context, desk, on)
    return page(c, <DeskDayPage view={viewOf(c)} desks={desks} day={day} now={context.now} />)
  })
  .get(routes.line, may(policy.seeWork), (c) => linePage(c, blankForm))
  .post(
    routes.preparation,
    may(policy.work),
    writes('loan.prepared'),
    form(preparationForm, linePage),
    async (c) => {
      const { at, context, zone } = await loanAtDesk(c, 'serve')
      const { vu, numero } = c.var.form
      return answerOnce(c, { ...c.var, context, zone }, async (inAct) =>
        told(
          await prepareAtDesk(inAct, { lineId: at.line.id, seen: vu }, numero),
          deskPaths.line(c.var.network.base, at.line.id),
          'Le matériel est préparé. Notez son état avant de le remettre.',
        ),
      )
    },
  )
  .post(routes.swap, may(policy.work), writes('loan.unit-changed'), form(swapForm, linePage), async (c) => {
    const { at, context, zone } = await loanAtDesk(c, 'serve')
    const { vu, exemplaire } = c.var.form
    return answerOnce(c, { ...c.var, context, zone }, async (inAct) => {
      const target = { lineId: at.line.id, seen: vu }
      const swapped = isId<'unit'>(exemplaire) ? await changeUnit(inAct, target, exemplaire) : unknownUnit
      const sentence = 'L’autre exemplaire est promis à ce prêt, aux mêmes dates. Préparez-le.'
      return told(swapped, deskPaths.line(c.var.network.base, at.line.id), sentence)
    })
  })
  .post(
    routes.shelving,
    may(policy.work),
    writes('loan.unprepared'),
    form(plainActForm, linePage),
    async (c) => {
      const { at, context, zone } = await loanAtDesk(c, 'serve')
      return answerOnce(c, { ...c.var, context, zone }, async (inAct) =>
        told(
          await unprepareLine(inAct, { lineId: at.line.id, seen: c.var.form.vu }),
          deskPaths.line(c.var.network.base, at.line.id),
          'Le matériel est remis en rayon. Il reste promis à ce prêt.',
        ),
      )
    },
  )
  .post(
    routes.handOver,
    may(policy.work),
    writes('loan.started'),
    form(handOverForm, linePage),
    async (c) => {
      const { at, context, zone, role } = await loanAtDesk(c, 'serve')
      const { vu, retrait, identite, motif, fait_a, hors_ligne } = c.var.form
      const leaving = {
        at: fait_a,
        isOffline: hors_ligne === 'oui',
        withoutReport: allows(role, 'decide') ? motif : '',
        collector: retrait,
        isIdentitySeen: identite === 'oui',
      }
      return answerOnce(c, { ...c.var, context, zone }, async (inAct) =>
        told(
          await handOverAtDesk(inAct, { lineId: at.line.id, seen: vu }, leaving),
          deskPaths.day(c.var.network.base, { desk: at.desk.id }),
          `Le matériel est remis à ${at.borrower}. Un courriel le confirme à la personne qui l’a demandé.`,
        ),
      )
    },
  )
  .post(routes.return, may(policy.work), writes('loan.returned'), form(plainActForm, linePage), async (c) => {
    const { at, context, zone } = await loanAtDesk(c, 'serve')
    const { vu, fait_a, hors_ligne } = c.var.form
    const coming = { at: fait_a, isOffline: hors_ligne === 'oui' }
    return answerOnce(c, { ...c.var, context, zone }, async (inAct) => {
      const back = await takeBackAtDesk(inAct, { lineId: at.line.id, seen: vu }, coming)
      const sentence =
        !isRefusal(back) && back.state === 'partially_returned'
          ? 'Le retour est enregistré. Ce qui manque reste au nom de l’emprunteur.'
          : 'Le retour est enregistré. Faites signer l’état des lieux, puis terminez le contrôle.'
      return told(back, deskPaths.line(c.var.network.base, at.line.id), sentence)
    })
  })
  .post(
    routes.inspection,
    may(policy.work),
    writes('loan.inspected'),
    form(plainActForm, linePage),
    async (c) => {
      const { at, context, zone } = await loanAtDesk(c, 'serve')
      return answerOnce(c, { ...c.var, context, zone }, async (inAct) =>
        told(
          await inspectAtDesk(inAct, { lineId: at.line.id, seen: c.var.form.vu }),
          deskPaths.day(c.var.network.base, { desk: at.desk.id }),
          'Le contrôle est terminé. La personne qui gère l’inventaire peut clore le prêt.',
        ),
      )
    },
  )

const unknownUnit = refused('no_such_thing')

/** The unit promised cannot leave, or another one is in the agent's hand. EQP-806. */
function needsSwap({ line, units }: LineAtDesk, { problems }: FormState, away: string | null): boolean {
  if (!isToLeave(line)) return false
  if (problems.some(({ field }) => field === 'numero')) return true
  return away !== null || units.some(({ lifecycle }) => lifecycle !== 'in_service')
}

/** Who still has what is to leave, and until when, in words; null when it is in. EQP-503. */
async function awayFrom({ db }: Context, { line, units, desk }: LineAtDesk): Promise<string | null> {
  const ids = units.map(({ id }) => id)
  const held = isToLeave(line) ? await stillOut(db, line.id, ids) : null
  return held && refusalSentence(held, desk.calendar.zone)
}

function isToLeave({ state }: Line): boolean {
  return state === 'approved' || state === 'prepared'
}

function told(outcome: Line | DeskRefused, location: string, sentence: string) {
  return isRefusal(outcome) ? outcome : { location, sentence }
}
