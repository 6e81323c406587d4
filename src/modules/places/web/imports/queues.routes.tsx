import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { NotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { heldRowsToDecide, isHeldRow } from '../../data/imports/held-rows.store.ts'
import { missingPlaces } from '../../data/imports/import.missing.ts'
import { isProposal, type ProposalId, proposalsToDecide } from '../../data/imports/proposals.store.ts'
import { listSources } from '../../data/imports/sources.store.ts'
import { attachSafeRows, MOST_AT_ONCE, safeRows } from '../../use-cases/imports/attach-safe-rows.ts'
import { decideRow } from '../../use-cases/imports/decide-held-row.ts'
import { decideOnProposal } from '../../use-cases/imports/decide-proposal.ts'
import { keepMissingPlace } from '../../use-cases/imports/keep-missing-place.ts'
import { pointSentences } from '../life/life-wording.ts'
import { policy } from '../policy.ts'
import { idOf } from './import.routes.tsx'
import { HeldRowsPage } from './pages/held-rows-page.tsx'
import { MissingPage } from './pages/missing-page.tsx'
import { ProposalsPage } from './pages/proposals-page.tsx'
import { QUEUE_ROWS } from './pages/queue-frame.tsx'
import { SafeRowsPage } from './pages/safe-rows-page.tsx'
import { heldForm, missingForm, proposalForm, safeForm } from './queues.form.ts'
import { importQueuePaths as paths, importQueueRoutesOf as routes, type Shown } from './queues.paths.ts'
import { attachedSentence, HELD_DONE, HELD_REFUSALS } from './queues-wording.ts'

const heldPage: FormPage = async (c, { problems }) => {
  const asked = askedOf(c)
  const found = await heldRowsToDecide(c.var.context.db, c.var.context.reach, asked)
  const view = viewOf(c)
  const safe = opensTo(view, policy.importPlaces) ? await safeRows(c.var.context, asked.source) : []
  return page(
    c,
    <HeldRowsPage view={view} {...found} {...(await aroundOf(c))} safe={safe} problems={problems} />,
  )
}

const safePage: FormPage = async (c, state) => {
  const source = shownOf(c).source ?? ''
  const rows = source === '' ? [] : (await safeRows(c.var.context, source)).slice(0, MOST_AT_ONCE)
  return page(c, <SafeRowsPage view={viewOf(c)} source={source} rows={rows} state={state} />)
}

/** The same, about a row that is there. */
const heldRowPage: FormPage = async (c, state) => {
  const { db, reach } = c.var.context
  if (!(await isHeldRow(db, reach, { run: idOf(c), line: lineOf(c) }))) throw new NotFound()
  return heldPage(c, state)
}

function lineOf(c: AppContext): number {
  const line = Number(c.req.param('line'))
  if (!Number.isSafeInteger(line) || line < 0 || line > 2_000_000_000) throw new NotFound()
  return line
}

const proposalsPage: FormPage = async (c, { problems }) => {
  const found = await proposalsToDecide(c.var.context.db, c.var.context.reach, askedOf(c))
  return page(c, <ProposalsPage view={viewOf(c)} {...found} {...(await aroundOf(c))} problems={problems} />)
}

/** The same, about a proposal that is there. */
const proposalPage: FormPage = async (c, state) => {
  const { db, reach } = c.var.context
  if (!(await isProposal(db, reach, proposalIn(c)))) throw new NotFound()
  return proposalsPage(c, state)
}

function proposalIn(c: AppContext): ProposalId {
  const id = c.req.param('id') ?? ''
  if (!isId<'source-proposal'>(id)) throw new NotFound()
  return id
}

const missingPage: FormPage = async (c, { problems }) => {
  const found = await missingPlaces(c.var.context.db, c.var.context.reach, askedOf(c))
  return page(c, <MissingPage view={viewOf(c)} {...found} {...(await aroundOf(c))} problems={problems} />)
}

/** What the imports left for somebody to decide: rows, proposals of the sources, places gone from their source. */
export const importQueueRoutes = new Hono<AppEnv>()
  .get(routes.held, may(policy.readImports), (c) => heldPage(c, blankForm))
  .get(routes.safe, may(policy.importPlaces), (c) => safePage(c, blankForm))
  .post(
    routes.safe,
    may(policy.importPlaces),
    writes('import.row-decided'),
    form(safeForm, safePage),
    async (c) => {
      const { source } = shownOf(c)
      const { attached, left } = await attachSafeRows(c.var.context, source ?? '', c.var.form.ligne)
      if (attached === 0)
        return c.var.again({
          field: null,
          message: 'Ces lignes ont changé entre-temps : rien n’a été rattaché. Voici celles d’aujourd’hui.',
        })
      return done(c, paths.held(c.var.network.base, { source }), attachedSentence(attached, left))
    },
  )
  .post(
    routes.heldDecision,
    may(policy.importPlaces),
    writes('import.row-decided'),
    form(heldForm, heldRowPage),
    async (c) => {
      const line = lineOf(c)
      const { decision } = c.var.form
      const outcome = await decideRow(c.var.context, { run: idOf(c), line, decision })
      if (!isRefusal(outcome)) return done(c, paths.held(c.var.network.base), HELD_DONE[decision])
      if (outcome.refused === 'no-such-row') throw new NotFound()
      return c.var.again({ field: null, message: HELD_REFUSALS[outcome.refused] })
    },
  )
  .get(routes.proposals, may(policy.readImports), (c) => proposalsPage(c, blankForm))
  .post(
    routes.proposalDecision,
    may(policy.importPlaces),
    writes('place.proposal-decided'),
    form(proposalForm, proposalPage),
    async (c) => {
      const outcome = await decideOnProposal(c.var.context, proposalIn(c), c.var.form.decision)
      if (isRefusal(outcome)) {
        if (outcome.refused === 'no-such-proposal') throw new NotFound()
        return c.var.again({ field: null, message: 'Quelqu’un vient de décider de cette proposition.' })
      }
      const sentence =
        c.var.form.decision === 'accepted'
          ? `« ${outcome.place.name} » dit maintenant ce que dit la source.`
          : `Cette valeur ne sera plus proposée pour « ${outcome.place.name} ».`
      const told = [sentence, ...pointSentences(outcome)].join(' ')
      return done(c, paths.proposals(c.var.network.base), told)
    },
  )
  .get(routes.missing, may(policy.readImports), (c) => missingPage(c, blankForm))
  .post(
    routes.missing,
    may(policy.importPlaces),
    writes('place.missing-kept'),
    form(missingForm, missingPage),
    async (c) => {
      const { source, identifiant } = c.var.form
      const outcome = await keepMissingPlace(c.var.context, source, identifiant)
      if (isRefusal(outcome))
        return c.var.again({
          field: null,
          message: 'Ce lieu n’attend plus : il est revenu, ou quelqu’un l’a vérifié.',
        })
      return done(c, paths.missing(c.var.network.base), 'Le lieu reste publié : il n’attend plus ici.')
    },
  )

function shownOf(c: AppContext): Required<Shown> {
  return { source: c.req.query('source')?.slice(0, 100) || null, page: pageNumber(c.req.query('page')) }
}

function askedOf(c: AppContext) {
  const { source, page: at } = shownOf(c)
  return { source, limit: QUEUE_ROWS, offset: (at - 1) * QUEUE_ROWS }
}

async function aroundOf(c: AppContext) {
  const { db, reach } = c.var.context
  const sources = (await listSources(db, reach)).map(({ name }) => name)
  return { sources, shown: shownOf(c) }
}
