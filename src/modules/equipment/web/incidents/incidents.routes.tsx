import { Hono } from 'hono'
import { addDays, type Day } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import { type Instant, startOfDay } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { organisationNames } from '../../../identity/index.ts'
import { unitsOf } from '../../data/catalogue/catalogue.queries.ts'
import { incidentsOf, loansToEnd } from '../../data/incidents/incidents.queries.ts'
import { findLine } from '../../data/lines.store.ts'
import { INCIDENT_KINDS, isGone } from '../../domain/incidents/incident.ts'
import { allows } from '../../domain/rights.ts'
import { answerEmergency, assessIncident } from '../../use-cases/incidents/assess-incident.ts'
import { closeIncident, declareBeyondRepair, declareFound } from '../../use-cases/incidents/end-unit.ts'
import { openIncident } from '../../use-cases/incidents/open-incident.ts'
import { withBorrowers } from '../managing/named.ts'
import { policy } from '../policy.ts'
import { momentTyped, putPhotos, WRONG_PHOTO } from '../put-photos.ts'
import { workplace } from '../workplace.ts'
import { answered, comingOn, incidentAt, sendFile, shown } from './incident-at.ts'
import {
  assessmentForm,
  beyondRepairForm,
  closingForm,
  emergencyAnswerForm,
  foundForm,
  openingForm,
} from './incidents.form.ts'
import { incidentPaths, incidentRoutesOf as routes } from './incidents.paths.ts'
import { incidentSentence, incidentStatus } from './incidents-wording.ts'
import { IncidentsPage } from './pages/incidents-page.tsx'
import { OpeningPage } from './pages/opening-page.tsx'
import { incidentPage, showIncident } from './show-incident.tsx'

async function openingPage(c: AppContext, state: FormState, coming: number | null = null) {
  const { inventory, context } = await workplace(c, 'decide')
  const { db } = context
  const asked = String(state.values.pret ?? '')
  const line = isId<'loan-line'>(asked) ? await findLine(db, context.reach, asked) : null
  const names = await organisationNames(db, line ? [line.organisationId] : [])
  const units = await unitsOf(db, inventory.id)
  return page(
    c,
    <OpeningPage
      view={viewOf(c)}
      inventory={inventory}
      units={units.map(({ id, assetNumber, modelName }) => ({ id, name: `${assetNumber}, ${modelName}` }))}
      loan={
        line?.inventoryId === inventory.id
          ? { id: line.id, borrower: names.get(line.organisationId) ?? '' }
          : null
      }
      state={state}
      coming={coming}
    />,
  )
}

const openingFormPage: FormPage = (c, state) => openingPage(c, state)

interface StopTyped {
  arret: 'non' | 'date' | 'sans_date'
  arret_jusquau: Day | null
}

/** The last day of a stop is whole. */
function stopOf({ arret, arret_jusquau: last }: StopTyped, zone: string): { until: Instant | null } | null {
  if (arret === 'non') return null
  return { until: arret === 'date' && last ? startOfDay(addDays(last, 1), zone) : null }
}

function factsOf(typed: { temoin: string; plainte: string; plainte_le: Day | null; sinistre: string }) {
  return {
    witnessName: typed.temoin,
    policeReference: typed.plainte,
    policeDay: typed.plainte_le,
    insurerClaim: typed.sinistre,
  }
}

/** What happened to lent things, and what their owner does about it. EQP-901 to EQP-904. */
export const incidentsRoutes = new Hono<AppEnv>()
  .get(routes.list, may(policy.seeWork), async (c) => {
    const place = await workplace(c, 'read')
    const show = c.req.query('etat') === 'tous' ? 'all' : 'open'
    const kind = INCIDENT_KINDS.find((one) => one === c.req.query('nature')) ?? null
    const incidents = await incidentsOf(place.context.db, place.inventory.id, { show, kind })
    return page(
      c,
      <IncidentsPage
        view={viewOf(c)}
        inventory={place.inventory}
        incidents={await shown(place, incidents)}
        asked={{ show, kind }}
        ending={await withBorrowers(place.context.db, await loansToEnd(place.context.db, place.inventory.id))}
        mayDecide={allows(place.role, 'decide')}
      />,
    )
  })
  .get(routes.opening, may(policy.seeWork), (c) => openingPage(c, { values: c.req.query(), problems: [] }))
  .post(
    routes.opening,
    may(policy.work),
    writes('incident.opened'),
    form(openingForm, openingFormPage),
    async (c) => {
      const place = await workplace(c, 'decide')
      const { inventory, context } = place
      const { exemplaire, pret, nature, piece, recit, constat, heure, photos } = c.var.form
      const stop = stopOf(c.var.form, inventory.timeZone)
      const unit = (await unitsOf(context.db, inventory.id)).find(({ id }) => id === exemplaire)
      const moves = stop !== null || isGone(nature)
      const until = isGone(nature) ? null : (stop?.until ?? null)
      const coming = unit && moves ? await comingOn(place, unit.assetNumber, until) : 0
      if (coming > 0 && !c.var.confirmed) return openingPage(c, c.var.typed, coming)
      const put = await putPhotos(
        c,
        photos,
        (rank) => `${unit?.assetNumber ?? ''}, photo ${rank} de l’incident`,
      )
      if (!put) return c.var.again(WRONG_PHOTO)
      const opened = await openIncident(context, inventory.id, {
        ...{ unitId: exemplaire, lineId: pret, kind: nature, part: piece, account: recit, stop, photos: put },
        ...factsOf(c.var.form),
        discoveredAt: momentTyped(constat, heure, inventory.timeZone),
      })
      if (isRefusal(opened)) {
        c.status(incidentStatus(opened))
        const message = incidentSentence(opened, inventory.timeZone)
        const field =
          opened.refused === 'not_yet'
            ? 'constat'
            : opened.refused === 'period_invalid'
              ? 'arret_jusquau'
              : null
        return openingPage(c, { ...c.var.typed, problems: [{ field, message }] })
      }
      const here = incidentPaths.one(c.var.network.base, inventory.id, opened.id)
      const told = opened.lineId ? ' Un courriel part à l’emprunteur.' : ''
      return done(
        c,
        here,
        `L’incident est ouvert.${told}${moves ? ' Les prêts qui comptaient sur cet exemplaire ont été déplacés.' : ''}`,
      )
    },
  )
  .get(routes.one, may(policy.seeWork), (c) => showIncident(c, blankForm))
  .get(routes.photo, may(policy.seeWork), async (c) => {
    const { incident } = await incidentAt(c, 'read')
    const photo = incident.photos.find(({ id }) => id === c.req.param('photo'))
    return sendFile(c, photo?.fileId ?? null)
  })
  .post(
    routes.emergency,
    may(policy.work),
    writes('incident.emergency-answered'),
    form(emergencyAnswerForm, incidentPage),
    async (c) => {
      const at = await incidentAt(c, 'decide')
      const { reponse, motif_urgence: reason } = c.var.form
      const isAccepted = reponse === 'acceptee'
      const outcome = await answerEmergency(at.place.context, targetOf(at, c.var.form), {
        isAccepted,
        reason,
      })
      const sentence = isAccepted
        ? 'L’intervention est acceptée. Un courriel part à l’emprunteur.'
        : 'L’intervention est contestée. Un courriel part à l’emprunteur, qui lit votre motif.'
      return answered(c, c.var.typed, { at, outcome, field: 'motif_urgence', sentence, page: incidentPage })
    },
  )
  .post(
    routes.assessment,
    may(policy.work),
    writes('incident.assessed'),
    form(assessmentForm, incidentPage),
    async (c) => {
      const at = await incidentAt(c, 'decide')
      const { place, incident } = at
      const stop = stopOf(c.var.form, place.inventory.timeZone)
      const coming = stop ? await comingOn(place, incident.unitName, stop.until) : 0
      if (coming > 0 && !c.var.confirmed)
        return showIncident(c, c.var.typed, { act: 'examen', count: coming })
      const assessment = { conclusion: c.var.form.conclusion, stop, ...factsOf(c.var.form) }
      const outcome = await assessIncident(place.context, targetOf(at, c.var.form), assessment)
      const sentence = 'L’examen est enregistré. L’emprunteur le lit sur la page de son prêt.'
      return answered(c, c.var.typed, { at, outcome, field: 'arret_jusquau', sentence, page: incidentPage })
    },
  )
  .post(
    routes.beyondRepair,
    may(policy.work),
    writes('incident.beyond-repair'),
    form(beyondRepairForm, incidentPage),
    async (c) => {
      const at = await incidentAt(c, 'decide')
      const coming = await comingOn(at.place, at.incident.unitName, null)
      if (!c.var.confirmed) return showIncident(c, c.var.typed, { act: 'irreparable', count: coming })
      const { motif_reforme: reason } = c.var.form
      const outcome = await declareBeyondRepair(at.place.context, targetOf(at, c.var.form), reason)
      const sentence = 'L’exemplaire est réformé. Rien n’est promis en remplacement.'
      return answered(c, c.var.typed, { at, outcome, field: 'motif_reforme', sentence, page: incidentPage })
    },
  )
  .post(
    routes.found,
    may(policy.work),
    writes('incident.found'),
    form(foundForm, incidentPage),
    async (c) => {
      const at = await incidentAt(c, 'decide')
      const { motif_retrouve: reason } = c.var.form
      const outcome = await declareFound(at.place.context, targetOf(at, c.var.form), reason)
      const sentence = 'Il est retrouvé et mis de côté. Examinez-le avant de le remettre en service.'
      return answered(c, c.var.typed, { at, outcome, field: 'motif_retrouve', sentence, page: incidentPage })
    },
  )
  .post(
    routes.closing,
    may(policy.work),
    writes('incident.closed'),
    form(closingForm, incidentPage),
    async (c) => {
      const at = await incidentAt(c, 'decide')
      const { motif_cloture: reason } = c.var.form
      const outcome = await closeIncident(at.place.context, targetOf(at, c.var.form), reason)
      const sentence = 'L’incident est clos. Son histoire reste avec l’exemplaire.'
      return answered(c, c.var.typed, { at, outcome, field: 'motif_cloture', sentence, page: incidentPage })
    },
  )

function targetOf({ place, incident }: Awaited<ReturnType<typeof incidentAt>>, { vu }: { vu: number }) {
  return { inventoryId: place.inventory.id, incidentId: incident.id, seen: vu }
}
