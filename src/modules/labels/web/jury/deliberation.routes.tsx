import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { decidedOf, deliberationsOf, recusedFrom } from '../../data/jury/deliberations.store.ts'
import { holdersOfFiles } from '../../data/jury/minutes.queries.ts'
import { standingsOfJuror } from '../../data/jury/own-standing.queries.ts'
import { commentsOn } from '../../data/jury/results.queries.ts'
import { juryMinutes } from '../../documents/jury-minutes.ts'
import { groupsOf, judged } from '../../domain/jury/grid.ts'
import { holderNames } from '../../use-cases/applications/holders.ts'
import { affinitiesOf } from '../../use-cases/jury/affinities.ts'
import { checkFile } from '../../use-cases/jury/check-file.ts'
import { declareOnFile } from '../../use-cases/jury/declare-interest.ts'
import { deliberate } from '../../use-cases/jury/deliberate.ts'
import { openDeliberation } from '../../use-cases/jury/open-deliberation.ts'
import { gridsAreClosed, resultsOf } from '../../use-cases/jury/results.ts'
import { policy } from '../policy.ts'
import { campaignAt, type FilePlace, fileAt } from './campaign-at.ts'
import { checkForm, decisionForm, declarationForm, meetingForm, reasonsOf } from './jury.form.ts'
import { juryPaths as paths, juryRoutesOf as routes } from './jury.paths.ts'
import { problemOf } from './jury-wording.ts'
import { FilePage, type Numbers } from './pages/file-page.tsx'
import { RESULTS_PER_PAGE, ResultsPage } from './pages/results-page.tsx'
import { resultLines, severities } from './results-of.ts'

const resultsPage: FormPage = async (c, state) => {
  const place = await campaignAt(c)
  const { context } = c.var
  const { db, network, today } = context
  const { campaign } = place
  orNotFound(gridsAreClosed(campaign, today) ? campaign : null)
  const lines = await resultLines(context, place)
  const asked = Number(c.req.query('page') ?? '1')
  const number = Number.isInteger(asked) && asked > 0 ? asked : 1
  // What is to be discussed comes first, then what is not decided.
  const inOrder = lines.toSorted(
    (one, other) =>
      Number(one.level !== undefined) - Number(other.level !== undefined) ||
      other.spread - one.spread ||
      (one.file < other.file ? -1 : 1),
  )
  const shown = inOrder.slice((number - 1) * RESULTS_PER_PAGE, number * RESULTS_PER_PAGE)
  const holders = await holdersOfFiles(
    db,
    campaign.id,
    shown.map(({ file }) => file),
  )
  const named = await holderNames({ db, network }, [...holders.values()])
  const names = new Map([...holders].map(([file, { id }]) => [file, named.get(id) ?? '']))
  const meetings = await deliberationsOf(db, campaign.id)
  const severity = await severities(context, place)
  await noteReading(c, place)
  const props = { place, lines: shown, total: lines.length, page: number, names, meetings, severity, state }
  return page(c, <ResultsPage view={viewOf(c)} {...props} />)
}

/** Whoever looks at confidential numbers leaves a line, until they are public. LAB-29. */
async function noteReading(c: AppContext, { campaign }: Pick<FilePlace, 'campaign'>): Promise<void> {
  const { context } = c.var
  if (campaign.publishedAt) return
  await inTransaction(context.db, (tx) => writeJournal(tx, context, 'jury.results-read', campaign.id))
}

const filePage: FormPage = async (c, state) => {
  const place = await fileAt(c)
  const { context } = c.var
  const { file, seat, standing, campaign } = place
  const isOpen =
    standing === 'reader' && gridsAreClosed(campaign, context.today) && file.stage !== 'ineligible'
  const affinities = seat && standing === 'undeclared' ? await affinitiesOf(context, seat, file) : []
  const numbers = isOpen ? await numbersOf(c, place) : null
  if (numbers) await noteReading(c, place)
  return page(c, <FilePage {...{ view: viewOf(c), place, affinities, numbers, state }} />)
}

async function numbersOf(c: AppContext, { campaign, file }: FilePlace): Promise<Numbers | null> {
  const { db } = c.var.context
  const result = (await resultsOf(db, campaign, [file.id])).get(file.id)
  if (!result) return null
  const [decided] = await decidedOf(db, campaign.id, file.id)
  return {
    result,
    comments: await commentsOn(db, file.id),
    meetings: await deliberationsOf(db, campaign.id),
    recused: await recusedFrom(db, file.id),
    decided: decided ?? null,
  }
}

export const deliberationRoutes = new Hono<AppEnv>()
  .get(routes.results, may(policy.followJury), (c) => resultsPage(c, blankForm))
  .post(
    routes.meetings,
    may(policy.followJury),
    writes('jury.met'),
    form(meetingForm, resultsPage),
    async (c) => {
      const { campaign } = await campaignAt(c)
      const { seance: heldOn, presents: present } = c.var.form
      const outcome = await openDeliberation(c.var.context, campaign.id, { heldOn, present })
      if (isRefusal(outcome)) return c.var.again(problemOf(outcome))
      return done(
        c,
        paths.results(c.var.network.base, campaign.id),
        'La séance est ouverte. Décidez les dossiers un par un : chacun entre au procès-verbal.',
      )
    },
  )
  .get(routes.minutes, may(policy.followJury), async (c) => {
    const { campaign, jurors, seat } = await campaignAt(c)
    const { context, services, network } = c.var
    const { db } = context
    const standings = seat ? await standingsOfJuror(db, seat.id) : null
    const isHidden = (file: Parameters<typeof paths.file>[2]) =>
      campaign.publishedAt === null && standings !== null && standings.get(file) !== 'reader'
    const decided = await decidedOf(db, campaign.id)
    const holders = await holdersOfFiles(db, campaign.id)
    const named = await holderNames({ db, network }, [...holders.values()])
    const { grading } = campaign.content
    const pdf = await juryMinutes(
      services.documents,
      {
        issuer: network.name,
        campaign: campaign.name,
        unit: grading.kind === 'levels' ? grading.unit : '',
        meetings: await deliberationsOf(db, campaign.id),
        decided: decided.map((one) => ({
          ...one,
          holder: named.get(holders.get(one.applicationId)?.id ?? ('' as never)) ?? '',
          isHidden: isHidden(one.applicationId),
        })),
        names: new Map(jurors.map(({ id, name }) => [id, name])),
        chair: jurors.find(({ isChair }) => isChair)?.id ?? null,
      },
      context.now,
    )
    await noteReading(c, { campaign })
    const name = encodeURIComponent(`Procès-verbal ${campaign.name}.pdf`)
    c.header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    c.header('cache-control', 'private, no-store')
    return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/pdf' })
  })
  .get(routes.file, may(policy.followJury), (c) => filePage(c, blankForm))
  .post(
    routes.check,
    may(policy.runJury),
    writes('application.checked-for-jury'),
    form(checkForm, filePage),
    async (c) => {
      const { campaign, file } = await fileAt(c)
      const { recevable, motif: reason, population } = c.var.form
      const isEligible = recevable === 'oui'
      const target = { edition: campaign.id, file: file.id }
      const outcome = await checkFile(c.var.context, target, { isEligible, reason, population })
      if (isRefusal(outcome)) return c.var.again(problemOf(outcome))
      const sentence = isEligible
        ? 'Ce dossier est recevable : la prochaine répartition lui donne des lecteurs.'
        : 'Ce dossier n’est pas recevable : il n’est confié à personne, et sera refusé à la publication.'
      return done(c, paths.campaign(c.var.network.base, campaign.id), sentence)
    },
  )
  .post(
    routes.fileDeclaration,
    may(policy.followJury),
    writes('jury-reading.declared'),
    form(declarationForm, filePage),
    async (c) => {
      const { campaign, file, seat } = await fileAt(c)
      const { lien: interest, precision: words } = c.var.form
      const own = orNotFound(seat)
      const outcome = await declareOnFile(
        c.var.context,
        { file: file.id, juror: own.id },
        { interest, words },
      )
      if (isRefusal(outcome)) return c.var.again(problemOf(outcome))
      return done(
        c,
        paths.file(c.var.network.base, campaign.id, file.id),
        outcome === 'reader' ? 'Vous n’avez pas de lien avec cette candidature.' : 'Vous vous êtes déporté.',
      )
    },
  )
  .post(
    routes.decision,
    may(policy.followJury),
    writes('application.deliberated'),
    form(decisionForm, filePage),
    async (c) => {
      const { campaign, file, standing } = await fileAt(c)
      orNotFound(standing === 'reader' ? file : null)
      const { form: typed, context } = c.var
      const outcome = await deliberate(
        context,
        { edition: campaign.id, file: file.id },
        {
          deliberationId: typed.seance_dossier,
          chairedBy: typed.preside_par,
          leaving: typed.sortent,
          level: typed.niveau,
          deviation: typed.ecart,
          reasons: reasonsOf(groupsOf(judged(campaign.content)), typed),
          vote: { for: typed.pour, against: typed.contre, abstentions: typed.abstentions },
        },
      )
      if (isRefusal(outcome)) return c.var.again(problemOf(outcome))
      return done(
        c,
        paths.results(c.var.network.base, campaign.id),
        'La décision du jury est au procès-verbal. Rien n’en est public avant la publication.',
      )
    },
  )
