import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { plural } from '../../../../ui/french.ts'
import { listPeople } from '../../../identity/index.ts'
import { listCampaigns } from '../../data/jury/campaigns.store.ts'
import { seatsOf } from '../../data/jury/jurors.store.ts'
import { loadsOf, progressOf, STAGES, type Stage } from '../../data/jury/progress.queries.ts'
import { holderNames } from '../../use-cases/applications/holders.ts'
import { rulesOf } from '../../use-cases/jury/campaign-of.ts'
import { closeGrids } from '../../use-cases/jury/close-grids.ts'
import { constituteJury } from '../../use-cases/jury/constitute-jury.ts'
import { giveFiles } from '../../use-cases/jury/give-files.ts'
import { dismissJuror, nameJuror } from '../../use-cases/jury/name-juror.ts'
import { gridsAreClosed } from '../../use-cases/jury/results.ts'
import { policy } from '../policy.ts'
import { campaignAt } from './campaign-at.ts'
import { jurorForm, juryForm, seatEndForm } from './jury.form.ts'
import { juryPaths as paths, juryRoutesOf as routes } from './jury.paths.ts'
import { problemOf } from './jury-wording.ts'
import { CampaignPage } from './pages/campaign-page.tsx'
import { CampaignsPage } from './pages/campaigns-page.tsx'
import { JuryPage } from './pages/jury-page.tsx'

/** Where files stand: counts and names, never a mark. One statement for the files, whatever their number. */
const campaignPage: FormPage = async (c, state) => {
  const place = await campaignAt(c)
  const { db, network, today } = c.var.context
  const stage = STAGES.find((one) => one === c.req.query('etape')) ?? null
  const asked: { stage: Stage | null; page: number } = { stage, page: pageOf(c.req.query('page')) }
  const progress = await progressOf(db, place.campaign.id, rulesOf(place.campaign), asked)
  const names = await holderNames(
    { db, network },
    progress.files.map(({ holder }) => holder),
  )
  const areClosed = gridsAreClosed(place.campaign, today)
  return page(c, <CampaignPage {...{ view: viewOf(c), place, progress, names, asked, areClosed, state }} />)
}

const juryPage: FormPage = async (c, state) => {
  const place = await campaignAt(c)
  const { db, network, today } = c.var.context
  const loads = await loadsOf(db, place.campaign.id)
  const members = place.isSecretary ? await listPeople(db, network.id, {}, today) : []
  const people = new Map(
    members
      .filter(({ personId }) => !place.jurors.some((juror) => juror.personId === personId))
      .map(({ personId, name, organisationName }) => [personId, `${name}, ${organisationName}`]),
  )
  const choices = [...people].map(([id, label]) => ({ id, label }))
  return page(c, <JuryPage view={viewOf(c)} place={place} loads={loads} people={choices} state={state} />)
}

function pageOf(text: string | undefined): number {
  return /^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : 1
}

export const campaignsRoutes = new Hono<AppEnv>()
  .get(routes.campaigns, may(policy.followJury), async (c) => {
    const { db, network, reach, actor, today } = c.var.context
    const campaigns = await listCampaigns(db, network.id)
    const person = personOf(actor)
    const seats = person ? await seatsOf(db, network.id, person.personId, today) : []
    const chaired = new Set(seats.flatMap(({ isChair, editionId }) => (isChair ? [editionId] : [])))
    const shown = reach.kind === 'all' ? campaigns : campaigns.filter(({ id }) => chaired.has(id))
    return page(c, <CampaignsPage view={viewOf(c)} campaigns={shown} />)
  })
  .get(routes.campaign, may(policy.followJury), (c) => campaignPage(c, blankForm))
  .get(routes.jury, may(policy.followJury), (c) => juryPage(c, blankForm))
  .post(routes.jury, may(policy.runJury), writes('jury.constituted'), form(juryForm, juryPage), async (c) => {
    const { campaign } = await campaignAt(c)
    const { grilles: marksUntil, ceremonie: ceremonyOn, medianes } = c.var.form
    const asked = { marksUntil, ceremonyOn, tellsMedians: medianes === 'oui' }
    const outcome = await constituteJury(c.var.context, campaign.id, asked)
    if (isRefusal(outcome)) return c.var.again(problemOf(outcome))
    return done(c, paths.jury(c.var.network.base, campaign.id), 'Les dates du jury sont enregistrées.')
  })
  .post(routes.jurors, may(policy.runJury), writes('juror.named'), form(jurorForm, juryPage), async (c) => {
    const { campaign } = await campaignAt(c)
    const { personne: personId, qualite: kind, preside, depuis: from, territoires: territories } = c.var.form
    const seat = { editionId: campaign.id, personId, kind, isChair: preside === 'oui', from, territories }
    const outcome = await nameJuror(c.var.context, seat)
    if (isRefusal(outcome)) return c.var.again(problemOf(outcome))
    return done(
      c,
      paths.jury(c.var.network.base, campaign.id),
      'Ce membre siège dans le jury. Les dossiers qui lui seront confiés l’attendront dans « Mes lectures ».',
    )
  })
  .post(
    routes.seatEnd,
    may(policy.runJury),
    writes('juror.dismissed'),
    form(seatEndForm, juryPage),
    async (c) => {
      const { campaign } = await campaignAt(c)
      const juror = c.req.param('juror')
      const id = orNotFound(isId<'juror'>(juror) ? juror : null)
      const outcome = await dismissJuror(c.var.context, campaign.id, id, c.var.form.motif_fin)
      if (isRefusal(outcome)) return c.var.again(problemOf(outcome))
      return done(
        c,
        paths.jury(c.var.network.base, campaign.id),
        'Ce mandat est fini. Répartissez à nouveau les dossiers que ce membre n’avait pas lus.',
      )
    },
  )
  .post(routes.giving, may(policy.runJury), writes('jury.files-given'), async (c) => {
    const { campaign } = await campaignAt(c)
    const outcome = await giveFiles(c.var.context, campaign.id)
    if (isRefusal(outcome)) {
      c.status(422)
      return campaignPage(c, { values: {}, problems: [problemOf(outcome)] })
    }
    const { given, short } = outcome
    const told = `${given} ${plural(given, 'lecture confiée', 'lectures confiées')}.`
    const lack =
      short > 0
        ? ` ${short} ${plural(short, 'dossier manque', 'dossiers manquent')} encore de lecteurs : nommez d’autres membres.`
        : ''
    return done(c, paths.campaign(c.var.network.base, campaign.id), `${told}${lack}`)
  })
  .post(routes.closing, may(policy.runJury), writes('jury.grids-closed'), async (c) => {
    const { campaign } = await campaignAt(c)
    const outcome = await closeGrids(c.var.context, campaign.id)
    if (isRefusal(outcome)) {
      c.status(422)
      return campaignPage(c, { values: {}, problems: [problemOf(outcome)] })
    }
    return done(
      c,
      paths.results(c.var.network.base, campaign.id),
      'Les grilles sont closes. Le jury peut délibérer.',
    )
  })
