import { Hono } from 'hono'
import { isDay, parseDay } from '../../../../kernel/day.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { searchPlaces } from '../../../places/index.ts'
import { type Consequence, consequenceOf } from '../../domain/act-consequence.ts'
import { changesNothing } from '../../domain/amendment-draft.ts'
import { placeStandings } from '../../domain/standing.ts'
import { stateOn } from '../../domain/state.ts'
import { whatIf } from '../../domain/what-if.ts'
import {
  type AmendmentTarget,
  addPlaceByAmendment,
  changeAmendmentClause,
  changeAmendmentTerms,
  coveredPlaces,
  keepPlacesByAmendment,
} from '../../use-cases/amendments/change-amendment.ts'
import { consolidatedText } from '../../use-cases/amendments/consolidated-text.ts'
import { draftAmendment } from '../../use-cases/amendments/draft-amendment.ts'
import { requestAmendment } from '../../use-cases/amendments/request-amendment.ts'
import { amendmentAct, signAmendment, whyNotSigned } from '../../use-cases/amendments/sign-amendment.ts'
import { placeListsOf } from '../../use-cases/drafting/agreement-text.ts'
import { powersToSign } from '../../use-cases/signing/signing-powers.ts'
import { templateOf } from '../../use-cases/templates/catalogue.ts'
import { ownParties } from '../acting.ts'
import { agreementOf } from '../agreement-of.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { problemOfRefusal } from '../wording.ts'
import {
  addedPlaceForm,
  amendmentSignatureForm,
  clauseForm,
  draftingForm,
  figuresOf,
  keptPlacesForm,
  ownRequestForm,
  requestForm,
  termsForm,
} from './amendment.form.ts'
import { amendmentPaths, amendmentRoutesOf as routes } from './amendment.paths.ts'
import { amendmentOf } from './amendment-of.ts'
import { requestSentence } from './amendment-wording.ts'
import { AmendmentClausePage } from './pages/amendment-clause-page.tsx'
import { AmendmentDraftingPage } from './pages/amendment-drafting-page.tsx'
import type { AmendmentView } from './pages/amendment-frame.tsx'
import { AmendmentPage } from './pages/amendment-page.tsx'
import { AmendmentPlacesPage } from './pages/amendment-places-page.tsx'
import { AmendmentRequestPage } from './pages/amendment-request-page.tsx'
import { AmendmentSignaturePage } from './pages/amendment-signature-page.tsx'
import { AmendmentTermsPage } from './pages/amendment-terms-page.tsx'
import { ConsolidatedPage } from './pages/consolidated-page.tsx'

const PLACES_SHOWN = 20

const requestPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const today = stateOn(agreement.terms, agreement.acts, c.var.context.today)
  const isOwn = !opensTo(c.var, policy.manage)
  return page(
    c,
    <AmendmentRequestPage view={viewOf(c)} agreement={agreement} today={today} isOwn={isOwn} state={state} />,
  )
}

/** A partner asks for itself, and its request arrives as it is sent; an officer records what arrived on paper. */
const askedRequest = async (c: AppContext) => {
  if (opensTo(c.var, policy.manage)) return requestForm
  const [own = ''] = ownParties(c.var, await agreementOf(c))
  return ownRequestForm(own, c.var.context.today)
}

const draftingPage: FormPage = async (c, state) =>
  page(c, <AmendmentDraftingPage view={viewOf(c)} agreement={await agreementOf(c)} state={state} />)

const termsPage: FormPage = async (c, state) =>
  page(c, <AmendmentTermsPage about={await amendmentOf(c)} state={state} />)

const askedTerms = async (c: AppContext) => termsForm((await amendmentOf(c)).today.termsInForce)

const clausePage: FormPage = async (c, state) => {
  const about = await amendmentOf(c)
  const clause = orNotFound(about.clauses.find(({ key }) => key === c.req.param('cle')) ?? null)
  return page(c, <AmendmentClausePage about={about} clause={clause} state={state} />)
}

const placesPage: FormPage = async (c, state) => {
  const about = await amendmentOf(c)
  const { terms, acts } = about.agreement
  const { context } = c.var
  const q = c.req.query('q')?.trim() ?? ''
  const listed = coveredPlaces(placeStandings(terms, acts), context.today)
  const known = new Set([...listed, ...about.draft.changes.added.map(({ place }) => place)])
  const found = q ? await searchPlaces(context, q, PLACES_SHOWN) : []
  return page(
    c,
    <AmendmentPlacesPage
      about={about}
      lists={placeListsOf(await templateOf(context.db, about.agreement))}
      listed={listed}
      q={q}
      found={found.filter(({ id }) => !known.has(id))}
      state={state}
    />,
  )
}

const signaturePage: FormPage = (c, state) => showSignature(c, state, null)

async function showSignature(c: AppContext, state: FormState, consequence: Consequence | null) {
  const about = await amendmentOf(c)
  const missing = about.signed?.missingSignatures ?? about.agreement.terms.parties
  const { db, today } = c.var.context
  return page(
    c,
    <AmendmentSignaturePage
      about={about}
      missing={missing}
      powers={await powersToSign(db, about.agreement, missing, today)}
      consequence={consequence}
      state={state}
    />,
  )
}

function targetOf(
  { agreement, draft }: AmendmentView,
  sent: { vu: number; redaction: number },
): AmendmentTarget {
  return { id: agreement.id, seen: sent.vu, number: draft.number, version: sent.redaction }
}

/** What it would bring if all those who have not signed did so today. */
function ifSignedToday({ agreement, draft, signed, view }: AmendmentView) {
  const missing = signed?.missingSignatures ?? agreement.terms.parties
  if (missing.length === 0 || changesNothing(draft)) return null
  const supposed = missing.map((party) => amendmentAct(draft, { party, signedOn: view.today }))
  return whatIf(agreement.terms, agreement.acts, supposed, view.today).after
}

/** Amendments: asked for, written, signed; and the text they leave. */
export const amendmentRoutes = new Hono<AppEnv>()
  .get(routes.consolidated, may(policy.read), async (c) => {
    const agreement = await agreementOf(c)
    const { context, network } = c.var
    const asked = c.req.query('jour')?.trim() ?? ''
    const day = isDay(asked) ? asked : parseDay(asked)
    const on = day ?? context.today
    const text = await consolidatedText(context.db, network, agreement, on)
    const wrong = asked !== '' && !day ? asked : null
    return page(
      c,
      <ConsolidatedPage view={viewOf(c)} agreement={agreement} text={text} on={on} wrong={wrong} />,
    )
  })
  .get(routes.request, may(policy.act), (c) => requestPage(c, blankForm))
  .post(
    routes.request,
    may(policy.act),
    writes('amendment.requested'),
    form(askedRequest, requestPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, partie, arrivee, envoi, objet } = c.var.form
      const request = { from: partie, arrivedOn: arrivee, sentOn: envoi, object: objet }
      const asked = await requestAmendment(c.var.context, { id: agreement.id, seen: vu }, request)
      if (isRefusal(asked)) return c.var.again(problemOfRefusal(asked))
      const last = stateOn(asked.terms, asked.acts, c.var.context.today).amendmentRequests.find(
        ({ name }) => name === asked.acts.at(-1)?.id,
      )
      const sentence = last ? requestSentence(last.arrivedOn, last.limit, last.inTime) : ''
      return done(
        c,
        paths.agreement(c.var.network.base, agreement.id),
        `La demande est enregistrée. ${sentence} Les deux parties sont prévenues par courriel.`,
      )
    },
  )
  .get(routes.drafting, may(policy.manage), (c) =>
    draftingPage(c, { values: { objet: c.req.query('objet') ?? '' }, problems: [] }),
  )
  .post(
    routes.drafting,
    may(policy.manage),
    writes('amendment.drafted'),
    form(draftingForm, draftingPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, objet } = c.var.form
      const draft = await draftAmendment(c.var.context, { id: agreement.id, seen: vu }, objet)
      if (isRefusal(draft)) return c.var.again(problemOfRefusal(draft))
      return done(
        c,
        amendmentPaths.amendment(c.var.network.base, agreement.id, draft.number),
        `L’avenant n° ${draft.number} est créé. Écrivez maintenant ce qu’il change.`,
      )
    },
  )
  .get(routes.amendment, may(policy.read), async (c) => {
    const about = await amendmentOf(c)
    const mayManage = opensTo(c.var, policy.manage)
    return page(c, <AmendmentPage about={about} ifSignedToday={ifSignedToday(about)} mayManage={mayManage} />)
  })
  .get(routes.terms, may(policy.manage), (c) => termsPage(c, blankForm))
  .post(
    routes.terms,
    may(policy.manage),
    writes('amendment.changed'),
    form(askedTerms, termsPage),
    async (c) => {
      const about = await amendmentOf(c)
      const { objet, reconduction, effet, dernier_jour, ...sent } = c.var.form
      const changed = await changeAmendmentTerms(c.var.context, targetOf(about, sent), {
        object: objet,
        figures: figuresOf(sent),
        renewalMode: reconduction,
        effectiveOn: effet,
        newLastDay: dernier_jour,
      })
      return isRefusal(changed) ? c.var.again(problemOfRefusal(changed)) : backTo(c, about)
    },
  )
  .get(routes.clause, may(policy.manage), (c) => clausePage(c, blankForm))
  .post(
    routes.clause,
    may(policy.manage),
    writes('amendment.changed'),
    form(clauseForm, clausePage),
    async (c) => {
      const about = await amendmentOf(c)
      const clause = { key: c.req.param('cle') ?? '', text: c.var.form.texte }
      const changed = await changeAmendmentClause(c.var.context, targetOf(about, c.var.form), clause)
      return isRefusal(changed) ? c.var.again(problemOfRefusal(changed)) : backTo(c, about)
    },
  )
  .get(routes.places, may(policy.manage), (c) => placesPage(c, blankForm))
  .post(
    routes.places,
    may(policy.manage),
    writes('amendment.changed'),
    form(keptPlacesForm, placesPage),
    async (c) => {
      const about = await amendmentOf(c)
      const changed = await keepPlacesByAmendment(
        c.var.context,
        targetOf(about, c.var.form),
        c.var.form.restent,
      )
      return isRefusal(changed) ? c.var.again(problemOfRefusal(changed)) : backTo(c, about)
    },
  )
  .post(
    routes.addedPlace,
    may(policy.manage),
    writes('amendment.changed'),
    form(addedPlaceForm, placesPage),
    async (c) => {
      const about = await amendmentOf(c)
      const line = { placeId: c.var.form.lieu, subList: c.var.form.liste }
      const changed = await addPlaceByAmendment(c.var.context, targetOf(about, c.var.form), line)
      if (isRefusal(changed)) return c.var.again(problemOfRefusal(changed))
      const places = amendmentPaths.places(c.var.network.base, about.agreement.id, about.draft.number)
      return done(c, places, 'Le lieu est ajouté à l’avenant.')
    },
  )
  .get(routes.signature, may(policy.manage), (c) => signaturePage(c, blankForm))
  .post(
    routes.signature,
    may(policy.manage),
    writes('amendment.signed'),
    form(amendmentSignatureForm, signaturePage),
    async (c) => {
      const about = await amendmentOf(c)
      const { agreement, draft } = about
      const { context, network } = c.var
      const { partie, date, signataire, qualite, pouvoir, ...sent } = c.var.form
      const signature = {
        party: partie,
        signedOn: date,
        signatory: signataire,
        capacity: qualite,
        power: pouvoir,
      }
      if (!c.var.confirmed) {
        const refusal = whyNotSigned(agreement, draft, signature, context.today)
        if (refusal) return c.var.again(problemOfRefusal(refusal))
        const act = amendmentAct(draft, signature)
        const consequence = consequenceOf(agreement.terms, agreement.acts, act, context.today)
        return showSignature(c, c.var.typed, consequence)
      }
      const signed = await signAmendment(context, targetOf(about, sent), signature)
      if (isRefusal(signed)) return c.var.again(problemOfRefusal(signed))
      return done(
        c,
        amendmentPaths.amendment(network.base, agreement.id, draft.number),
        'La signature de l’avenant est enregistrée. Les deux parties sont prévenues par courriel.',
      )
    },
  )

function backTo(c: AppContext, { agreement, draft }: AmendmentView): Response {
  const address = amendmentPaths.amendment(c.var.network.base, agreement.id, draft.number)
  return done(c, address, 'L’avenant est enregistré. Il ne change rien avant la dernière signature.')
}
