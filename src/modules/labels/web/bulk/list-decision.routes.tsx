import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { capacitiesOf } from '../../../identity/index.ts'
import { placesToMatch } from '../../../places/index.ts'
import { countsOf, NO_PLACE } from '../../data/bulk/place-lists.queries.ts'
import { charterOf, hashOf, linesOf } from '../../data/bulk/place-lists.store.ts'
import { decideList, seenOf } from '../../use-cases/bulk/decide-list.ts'
import { judgePlace } from '../../use-cases/bulk/judge-line.ts'
import { charterTextOf, signCharter } from '../../use-cases/bulk/sign-charter.ts'
import { signersOf } from '../../use-cases/decisions/signer.ts'
import { remediesText } from '../decisions/decision-wording.ts'
import { policy } from '../policy.ts'
import { charterForm, decisionForm, judgementForm } from './bulk.form.ts'
import { bulkPaths as paths, bulkRoutesOf as routes } from './bulk.paths.ts'
import { bulkProblem } from './bulk-wording.ts'
import { listOf, versionOfList } from './list-of.ts'
import { CharterPage } from './pages/charter-page.tsx'
import { ListDecisionPage } from './pages/decision-page.tsx'
import { JudgementPage } from './pages/judgement-page.tsx'

async function charterPage(c: AppContext, state: FormState, isAsked = false) {
  const { db, network, today } = c.var.context
  const list = await listOf(c)
  const places = (await linesOf(db, list.id)).map(({ placeId }) => placeId)
  const signed = await charterOf(db, list.id)
  return page(
    c,
    <CharterPage
      view={viewOf(c)}
      id={list.id}
      text={signed?.text ?? (await charterTextOf(c.var.context, db, list))}
      places={places.length}
      sha256={hashOf(places)}
      powers={await capacitiesOf(db, network.id, list.partnerId, today)}
      signed={signed}
      maySign={opensTo(c.var, policy.proposePlaces)}
      isAsked={isAsked}
      state={state}
    />,
  )
}

const charterFormPage: FormPage = (c, state) => charterPage(c, state)

async function decisionPage(c: AppContext, state: FormState, isAsked = false) {
  const { context, network } = c.var
  const list = await listOf(c)
  const version = await versionOfList(c, list)
  const { remedies } = version.content
  return page(
    c,
    <ListDecisionPage
      view={viewOf(c)}
      id={list.id}
      scheme={version.scheme.name}
      counts={(await countsOf(context.db, [list.id])).get(list.id) ?? NO_PLACE}
      seen={seenOf(await linesOf(context.db, list.id))}
      signers={await signersOf(context, context.db, context.today)}
      remedies={remedies ? remediesText(remedies, network.headName) : ''}
      isAsked={isAsked}
      state={state}
    />,
  )
}

const decisionFormPage: FormPage = (c, state) => decisionPage(c, state)

async function lineAt(c: AppContext) {
  const list = await listOf(c)
  const { db } = c.var.context
  const asked = c.req.param('lieu')
  const line = (await linesOf(db, list.id)).find(({ placeId }) => placeId === asked)
  return { list, line: orNotFound(line) }
}

const judgementPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  const { list, line } = await lineAt(c)
  const [place] = await placesToMatch(db, network.id, [line.placeId])
  return page(
    c,
    <JudgementPage
      view={viewOf(c)}
      id={list.id}
      place={orNotFound(place)}
      action={paths.judgement(c.var.network.base, list.id, line.placeId)}
      state={state}
    />,
  )
}

/** The charter the partner signs for its places, then the one decision of the head. LAB-20, LAB-21. */
export const listDecisionRoutes = new Hono<AppEnv>()
  .get(routes.charter, may(policy.readLists), (c) => charterPage(c, blankForm))
  .post(
    routes.charter,
    may(policy.proposePlaces),
    writes('charter.signed'),
    form(charterForm, charterFormPage),
    async (c) => {
      const { id, moment } = await listOf(c)
      const { signataire, signee_le, vu } = c.var.form
      if (!c.var.confirmed && moment === 'draft') return charterPage(c, c.var.typed, true)
      const signed = await signCharter(c.var.context, id, {
        power: signataire,
        signedOn: signee_le,
        seen: vu,
      })
      if (isRefusal(signed)) return c.var.again(bulkProblem(signed))
      const sentence = `La charte est signée pour ${signed.places} lieux. Chacun en reçoit le texte ; la tête du réseau peut maintenant décider.`
      return done(c, paths.list(c.var.network.base, id), sentence)
    },
  )
  .get(routes.judgement, may(policy.decideLists), async (c) => {
    const { line } = await lineAt(c)
    const until = line.reserveUntil?.split('-').reverse().join('/') ?? ''
    const values = { avis: line.verdict, motif: line.reason, avant_le: until }
    return judgementPage(c, { values, problems: [] })
  })
  .post(
    routes.judgement,
    may(policy.decideLists),
    writes('place-list.judged'),
    form(judgementForm, judgementPage),
    async (c) => {
      const { id } = await listOf(c)
      const place = c.req.param('lieu')
      const { avis, motif, avant_le } = c.var.form
      const said = { verdict: avis, reason: motif, until: avant_le }
      const known = orNotFound(isId<'place'>(place) ? place : null)
      const judged = await judgePlace(c.var.context, id, known, said)
      if (isRefusal(judged)) return c.var.again(bulkProblem(judged))
      const sentence = 'L’avis est enregistré. Il prendra effet avec la décision de la liste.'
      return done(c, paths.list(c.var.network.base, id), sentence)
    },
  )
  .get(routes.decision, may(policy.decideLists), async (c) => {
    const { id, moment } = await listOf(c)
    return moment === 'signed' ? decisionPage(c, blankForm) : c.redirect(paths.list(c.var.network.base, id))
  })
  .post(
    routes.decision,
    may(policy.decideLists),
    writes('place-list.decided'),
    form(decisionForm, decisionFormPage),
    async (c) => {
      const { id, moment } = await listOf(c)
      const { signataire, date, effet, motifs, voies, vu } = c.var.form
      if (!c.var.confirmed && moment === 'signed') return decisionPage(c, c.var.typed, true)
      const asked = {
        signer: signataire,
        decidedOn: date,
        effectFrom: effet,
        reasons: motifs,
        remedies: voies,
      }
      const decided = await decideList(c.var.context, id, { ...asked, seen: vu })
      if (isRefusal(decided)) return c.var.again(bulkProblem(decided))
      const sentence =
        'La décision est signée et les labels sont attribués. Chaque lieu l’apprend par courriel.'
      return done(c, paths.list(c.var.network.base, id), sentence)
    },
  )
