import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { chargesOf } from '../../data/incidents/charges.store.ts'
import { type Incident, incidentsOfLine, storyOfIncident } from '../../data/incidents/incidents.queries.ts'
import { chargeStatement } from '../../documents/charge-statement.ts'
import { chargeGround } from '../../use-cases/incidents/charge-borrower.ts'
import { answerCharge } from '../../use-cases/incidents/decide-charge.ts'
import { statementOf } from '../../use-cases/incidents/statement.ts'
import { borrowingPolicy } from '../borrowing/borrowing.policy.ts'
import { lineOf } from '../borrowing/line-of.ts'
import { sendFile, sendPdf } from './incident-at.ts'
import { answerForm } from './incidents.form.ts'
import { incidentPaths, incidentRoutesOf as routes } from './incidents.paths.ts'
import { incidentSentence, incidentStatus } from './incidents-wording.ts'
import { OwnIncidentsPage } from './pages/own-incidents-page.tsx'

const borrow = may(borrowingPolicy.borrow)

/** The incident of the address, in a loan of the reader's own structures. */
async function ownIncident(c: AppContext) {
  const line = await lineOf(c)
  const incidents = await incidentsOfLine(c.var.context.db, line.id)
  return { line, incident: orNotFound(incidents.find(({ id }) => id === c.req.param('incident'))) }
}

async function showOwn(c: AppContext, state: FormState) {
  const { context } = c.var
  const line = await lineOf(c)
  const incidents = await incidentsOfLine(context.db, line.id)
  const [first] = incidents
  return page(
    c,
    <OwnIncidentsPage
      view={viewOf(c)}
      line={line}
      incidents={await Promise.all(incidents.map((incident) => whole(c, incident)))}
      bears={first ? ((await chargeGround(context.db, context, first))?.bears ?? null) : null}
      state={state}
      sent={c.req.param('incident') ?? null}
    />,
  )
}

async function whole(c: AppContext, incident: Incident) {
  const { db } = c.var.context
  const charges = await chargesOf(db, incident.id)
  return { incident, charge: charges.at(-1) ?? null, story: await storyOfIncident(db, incident.id) }
}

const ownPage: FormPage = (c, state) => showOwn(c, state)

/** The borrower reads what happened and what is asked, and answers it. EQP-905. */
export const ownIncidentsRoutes = new Hono<AppEnv>()
  .get(routes.own, borrow, (c) => showOwn(c, blankForm))
  .post(routes.answer, borrow, writes('charge.answered'), form(answerForm, ownPage), async (c) => {
    const { line, incident } = await ownIncident(c)
    const { vu, reponse, motif_reponse: words } = c.var.form
    const target = {
      ...{ inventoryId: incident.inventoryId, incidentId: incident.id },
      ...{ lineId: line.id, seen: vu },
    }
    const outcome = await answerCharge(c.var.context, target, { position: reponse, words })
    if (isRefusal(outcome)) {
      c.status(incidentStatus(outcome))
      const message = incidentSentence(outcome, line.zone)
      return showOwn(c, { ...c.var.typed, problems: [{ field: 'motif_reponse', message }] })
    }
    const sentence =
      reponse === 'accepted'
        ? 'Vous acceptez ces frais. Un courriel part à la tête de réseau, qui décide.'
        : 'Vous contestez ces frais. Un courriel part à la tête de réseau, qui décide et vous répond.'
    return done(c, incidentPaths.own(c.var.network.base, line.id), sentence)
  })
  .get(routes.ownPhoto, borrow, async (c) => {
    const { incident } = await ownIncident(c)
    return sendFile(c, incident.photos.find(({ id }) => id === c.req.param('photo'))?.fileId ?? null)
  })
  .get(routes.ownEvidence, borrow, async (c) => {
    const { incident } = await ownIncident(c)
    return sendFile(c, (await chargesOf(c.var.context.db, incident.id)).at(-1)?.evidenceFileId ?? null)
  })
  .get(routes.ownStatement, borrow, async (c) => {
    const { incident } = await ownIncident(c)
    const statement = orNotFound(await statementOf(c.var.context, incident))
    const pdf = await chargeStatement(c.var.services.documents, statement)
    return sendPdf(c, pdf, `Relevé de frais ${incident.unitName}.pdf`)
  })
