import { Hono } from 'hono'
import { addDays } from '../../../../kernel/day.ts'
import { isInstant, startOfDay } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { peopleNames } from '../../../identity/index.ts'
import { openExtension } from '../../data/borrowing/extensions.store.ts'
import { reexaminationOf } from '../../data/borrowing/reexaminations.store.ts'
import { unitsOf } from '../../data/catalogue/catalogue.queries.ts'
import { incidentsOfLine } from '../../data/incidents/incidents.queries.ts'
import type { Line } from '../../data/lines.store.ts'
import { queueOf, storyOf } from '../../data/telling/queue.queries.ts'
import { allows } from '../../domain/rights.ts'
import { decideExtension } from '../../use-cases/borrowing/extend-loan.ts'
import { changeUnit, unitChoices } from '../../use-cases/deciding/change-unit.ts'
import { approveLine, rejectLine } from '../../use-cases/deciding/decide-line.ts'
import { notedWithoutIncident } from '../../use-cases/incidents/missing-at-return.ts'
import type { Refused } from '../../use-cases/lending-refusal.ts'
import { displaceLine, displacementPreview } from '../../use-cases/moving/displace-line.ts'
import { agreementFlags } from '../../use-cases/moving/recall-line.ts'
import type { Workplace } from '../../use-cases/workplace.ts'
import { appointmentText } from '../moment-wording.ts'
import { policy } from '../policy.ts'
import { refusalSentence, refusalStatus } from '../refusal-wording.ts'
import { workOnLine } from '../workplace.ts'
import {
  approvalForm,
  displacementForm,
  extensionForm,
  otherUnitForm,
  rejectionForm,
} from './line-decision.form.ts'
import { managingPaths, routes } from './managing.paths.ts'
import { flagged, withBorrowers } from './named.ts'
import { LinePage, type LineProps } from './pages/line-page.tsx'

async function linePage(c: AppContext, state: FormState, preview: LineProps['preview'] = null) {
  const { inventory, role, context, line } = await workOnLine(c, 'read')
  const { db, now } = context
  const [seen] = await withBorrowers(db, await queueOf(db, inventory.id, now, { line: line.id }))
  const story = await storyOf(db, line.id)
  const names = await peopleNames(
    db,
    story.flatMap(({ recordedBy }) => (recordedBy ? [recordedBy as PersonId] : [])),
  )
  const mayDecide = allows(role, 'decide')
  const flags = await agreementFlags(context, inventory.id, seen ? [seen] : [])
  const mayChange = mayDecide && ['submitted', 'approved'].includes(line.state)
  return page(
    c,
    <LinePage
      view={viewOf(c)}
      inventory={inventory}
      line={flagged(orNotFound(seen), flags)}
      story={story.map((one) => ({ ...one, by: names.get(one.recordedBy as PersonId) ?? '' }))}
      extension={await openExtension(db, line.id)}
      choices={mayChange ? await unitChoices(context, line) : []}
      mayDecide={mayDecide}
      mayDisplace={allows(role, 'rule')}
      state={state}
      preview={preview}
      reexamination={await reexaminationOf(db, line.id)}
      happened={{
        incidents: await incidentsOfLine(db, line.id),
        noted: await notedWithoutIncident(db, line),
        unitId: line.unitId,
      }}
    />,
  )
}

const formPage: FormPage = (c, state) => linePage(c, state)

/** For the acts that other rooms do on the same page. */
export const managedLinePage = formPage

/** The same page with why not: 409 for the state of the world, 422 for what was typed. EQP-1601. */
function refusedPage(c: AppContext, typed: FormState, refused: Refused, field: string | null, zone: string) {
  c.status(refusalStatus(refused))
  const { until, unit } = refused.details
  const message =
    field === 'reponse' && refused.refused === 'already_taken' && !unit && isInstant(until ?? '')
      ? `Un autre prêt suit : cet exemplaire peut être gardé jusqu’au ${appointmentText(until as Parameters<typeof appointmentText>[0], zone)}. Refusez en le disant, ou donnez d’abord un autre exemplaire à l’emprunteur suivant.`
      : refusalSentence(refused, zone)
  return linePage(c, { ...typed, problems: [{ field, message }] })
}

interface Outcome {
  place: Workplace & { line: Line }
  outcome: Line | Refused
  field: string | null
  sentence: string
}

function answered(c: AppContext, typed: FormState, { place, outcome, field, sentence }: Outcome) {
  const { inventory, line } = place
  if (isRefusal(outcome)) return refusedPage(c, typed, outcome, field, inventory.timeZone)
  return done(c, managingPaths.line(c.var.network.base, inventory.id, line.id), sentence)
}

/** What is decided about one loan. EQP-503, EQP-504, EQP-602, EQP-703. */
export const decisionRoutes = new Hono<AppEnv>()
  .get(routes.line, may(policy.seeWork), (c) => linePage(c, blankForm))
  .post(
    routes.approval,
    may(policy.work),
    writes('loan.approved'),
    form(approvalForm, formPage),
    async (c) => {
      const { vu, motif } = c.var.form
      const asked = await workOnLine(c, 'read')
      // Past the limit, it is the head's to say. 002 art. 4.3 a.
      const place = await workOnLine(c, asked.line.needsDerogation ? 'rule' : 'decide')
      const target = { lineId: place.line.id, seen: vu }
      const outcome = await approveLine(place.context, target, { reason: motif })
      const sentence =
        'Le prêt est accordé. Un courriel part à l’emprunteur, et le guichet le voit dans ses rendez-vous.'
      return answered(c, c.var.typed, { place, outcome, field: 'motif', sentence })
    },
  )
  .post(
    routes.rejection,
    may(policy.work),
    writes('loan.rejected'),
    form(rejectionForm, formPage),
    async (c) => {
      const place = await workOnLine(c, 'decide')
      const { vu, code, explication } = c.var.form
      const target = { lineId: place.line.id, seen: vu }
      const outcome = await rejectLine(place.context, target, { reasonCode: code, reason: explication })
      const sentence =
        'La demande est refusée. Un courriel part à l’emprunteur avec votre explication, et l’exemplaire est libre.'
      return answered(c, c.var.typed, { place, outcome, field: 'explication', sentence })
    },
  )
  .post(
    routes.extension,
    may(policy.work),
    writes('loan-extension.decided'),
    form(extensionForm, formPage),
    async (c) => {
      const { vu, reponse, motif_prolongation: reason } = c.var.form
      const asked = await workOnLine(c, 'read')
      const extension = await openExtension(asked.context.db, asked.line.id)
      const place = await workOnLine(c, extension?.needsDerogation ? 'rule' : 'decide')
      const target = { lineId: place.line.id, seen: vu }
      const isGranted = reponse === 'granted'
      const outcome = await decideExtension(place.context, target, { isGranted, reason })
      const sentence = isGranted
        ? 'La prolongation est accordée : la nouvelle date de retour vaut dès maintenant. Un courriel part à l’emprunteur.'
        : 'La prolongation est refusée : la date de retour ne change pas. Un courriel part à l’emprunteur avec votre motif.'
      const isUnexplained = isRefusal(outcome) && outcome.refused === 'reason_missing'
      const field = isUnexplained ? 'motif_prolongation' : 'reponse'
      return answered(c, c.var.typed, { place, outcome, field, sentence })
    },
  )
  .post(
    routes.otherUnit,
    may(policy.work),
    writes('loan.unit-changed'),
    form(otherUnitForm, formPage),
    async (c) => {
      const place = await workOnLine(c, 'decide')
      const { vu, exemplaire } = c.var.form
      const outcome = await changeUnit(place.context, { lineId: place.line.id, seen: vu }, exemplaire)
      const sentence = 'L’exemplaire est changé. Les dates et les rendez-vous restent les mêmes.'
      return answered(c, c.var.typed, { place, outcome, field: 'exemplaire', sentence })
    },
  )
  .post(
    routes.displacement,
    may(policy.work),
    writes('loan.displaced'),
    form(displacementForm, formPage),
    async (c) => {
      const place = await workOnLine(c, 'rule')
      const { inventory, context, line } = place
      const { vu, intitule, responsable, du, au, raison } = c.var.form
      const zone = inventory.timeZone
      const span = { from: startOfDay(du, zone), until: startOfDay(addDays(au, 1), zone) }
      const need = { span, title: intitule, responsible: responsable, reason: raison }
      if (!c.var.confirmed) {
        const preview = await displacementPreview(context, line, need)
        if (isRefusal(preview)) return refusedPage(c, c.var.typed, preview, 'du', zone)
        const proposed = 'unitId' in preview.proposal ? preview.proposal.unitId : null
        const units = await unitsOf(context.db, inventory.id)
        const unitName = units.find(({ id }) => id === proposed)?.assetNumber ?? ''
        return linePage(c, c.var.typed, { ...preview, unitName })
      }
      const outcome = await displaceLine(context, { lineId: line.id, seen: vu }, need)
      const sentence =
        'L’exemplaire est à vous à ces dates. Un courriel dit à l’emprunteur ce qui lui est proposé : il choisit.'
      return answered(c, c.var.typed, { place, outcome, field: 'du', sentence })
    },
  )
