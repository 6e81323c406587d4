import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import { type DocumentRefusal, findFile } from '../../../../platform/files/kept-files.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormState, form, type Problem } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { organisationWithin, type Twin } from '../../../identity/index.ts'
import { takeoverOf } from '../../data/takeover.store.ts'
import { bespokeTerms } from '../../domain/bespoke-terms.ts'
import { stateOn } from '../../domain/state.ts'
import { actsOf } from '../../domain/takeover.ts'
import { parseTerms } from '../../domain/terms.schema.ts'
import type { Terms } from '../../domain/terms.ts'
import { BESPOKE } from '../../templates/bespoke.ts'
import { UNKNOWN } from '../../templates/render.ts'
import { type Template, termsWithArticles } from '../../templates/template.ts'
import { lookalikes } from '../../use-cases/drafting/draft-agreement.ts'
import { namesIn, placesOfLines, subListsOf } from '../../use-cases/takeover/read-takeover.ts'
import { nextActId, type TakenOver, takeOver, whyNotTakenOver } from '../../use-cases/takeover/take-over.ts'
import { followedTemplatesOf } from '../../use-cases/templates/catalogue.ts'
import { agreementOf } from '../agreement-of.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { problemOfRefusal, stateSentence } from '../wording.ts'
import { TakeoverPage } from './pages/takeover-page.tsx'
import type { Preview } from './pages/takeover-preview.tsx'
import { bespokeFields, knownActs, type TakeoverTyped, takeoverForm, unknownIn } from './takeover.form.ts'
import { takeoverRoutePaths as routes } from './takeover.paths.ts'
import { type ReceivedDocument, receivedDocument } from './takeover-document.ts'
import { documentProblems, placeProblem } from './takeover-wording.ts'

interface Shown {
  twins?: readonly Twin[]
  preview?: Preview | null
}

/** Agreements signed before the network used the product. AGR-11, AGR-120. */
export const takeoverRoutes = new Hono<AppEnv>()
  .get(routes.takeover, may(policy.manage), (c) => show(c, blankForm, {}))
  .post(
    routes.takeover,
    may(policy.manage),
    writes('agreement.taken-over'),
    form(takeoverForm, (c, state) => show(c, state, {})),
    async (c) => {
      const { context, network, confirmed } = c.var
      const received = await receivedDocument(c, c.var.form)
      if (isRefusal(received)) return c.var.again(documentProblem(received))
      const typed = withDocument(c.var.typed, received)
      const read = await takenOverFrom(c, c.var.form, received)
      if ('problems' in read) {
        c.status(422)
        return show(c, { values: typed.values, problems: read.problems }, {})
      }
      const { partner, partnerId } = read.taken
      const twins = partnerId || c.var.form.structure === 'nouvelle' ? [] : await lookalikes(context, partner)
      if (twins.length > 0) {
        c.status(422)
        return show(c, typed, { twins })
      }
      if (!confirmed) return show(c, typed, { preview: previewOf(read.taken, context.today) })
      const recorded = await takeOver(context, read.taken)
      if (isRefusal(recorded)) return c.var.again(problemOfRefusal(recorded))
      const sentence = stateSentence(stateOn(read.taken.terms, read.taken.acts, context.today))
      return done(c, paths.agreement(network.base, recorded), `La convention est reprise. ${sentence}`)
    },
  )
  .get(routes.document, may(policy.readEvidence), async (c) => {
    const agreement = await agreementOf(c)
    const takeover = orNotFound(await takeoverOf(c.var.context.db, agreement.id))
    const kept = orNotFound(
      takeover.file && (await findFile(c.var.context.db, c.var.network, takeover.file.id)),
    )
    const content = await c.var.services.files.get(kept.sha256)
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(kept.name)}`)
    return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': kept.mediaType })
  })

async function show(c: AppContext, state: FormState, { twins = [], preview = null }: Shown) {
  const { db, reach, network } = c.var.context
  const asked = c.req.query('structure') ?? String(state.values.structure ?? '')
  return page(
    c,
    <TakeoverPage
      view={viewOf(c)}
      templates={await followedTemplatesOf(db, network.id)}
      chosen={isId<'organisation'>(asked) ? await organisationWithin(db, reach, asked) : null}
      {...{ twins, state, preview }}
    />,
  )
}

/** The file came once: the page carries it for the next sending. */
function withDocument(typed: FormState, received: ReceivedDocument | null): FormState {
  return { ...typed, values: { ...typed.values, document_recu: received?.carried ?? '' } }
}

function previewOf(
  { terms, acts, unknown, document }: TakenOver,
  today: Parameters<typeof stateOn>[2],
): Preview {
  return { state: stateOn(terms, acts, today), unknown, document: document?.name ?? null }
}

/** What the form says, with its places found and its terms checked; or every problem at once. */
async function takenOverFrom(
  c: AppContext,
  typed: TakeoverTyped,
  received: ReceivedDocument | null,
): Promise<{ taken: TakenOver } | { problems: Problem[] }> {
  const { context } = c.var
  const template = await templateFrom(context, typed.modele)
  if (!template) return { problems: [{ field: 'modele', message: 'Choisissez un modèle de la liste.' }] }
  const terms = termsFrom(typed, template)
  if (isRefusal(terms)) return { problems: [problemOfRefusal({ ...terms, refused: 'invalid-terms' })] }
  const [first, second] = await Promise.all([
    placesOfLines(context, namesIn(typed.lieux)),
    placesOfLines(context, namesIn(typed.lieux_autres)),
  ])
  const [list, otherList] = subListsOf(template)
  const places = [
    ...first.places.map((id) => ({ id, subList: list })),
    ...second.places.map((id) => ({ id, subList: otherList })),
  ]
  const acts = actsOf(
    terms,
    { places, signatures: signaturesFrom(typed, terms), since: knownActs(typed, terms.parties) },
    nextActId,
  )
  const refusal = whyNotTakenOver({ reference: typed.reference, acts }, context.today)
  const problems = [
    ...first.refusals.map((one) => placeProblem(one, 'lieux')),
    ...second.refusals.map((one) => placeProblem(one, 'lieux_autres')),
    ...(refusal ? [problemOfRefusal(refusal)] : []),
  ]
  if (problems.length > 0) return { problems }
  const { partenaire, nature, siret, commune, structure, representant, qualite } = typed
  return {
    taken: {
      ...{ reference: typed.reference, template, terms, places, acts, unknown: unknownIn(typed) },
      partner: { name: partenaire, kind: nature, siret, commune },
      partnerId: structure === 'nouvelle' ? null : structure,
      representative: { name: representant || UNKNOWN, title: qualite },
      document: received?.document ?? null,
      keptByHead: typed.garde_tete,
      keptByPartner: typed.garde_partenaire,
      importId: null,
    },
  }
}

async function templateFrom(
  { db, network }: AppContext['var']['context'],
  id: string,
): Promise<Template | null> {
  if (id === 'particuliers') return BESPOKE
  const templates = await followedTemplatesOf(db, network.id)
  return templates.find((template) => template.id === id) ?? null
}

function termsFrom(typed: TakeoverTyped, template: Template): Terms | Refusal<'invalid_terms'> {
  if (template.id === BESPOKE.id) return bespokeTerms(bespokeFields(typed))
  const terms = termsWithArticles(template)
  return typed.duree === null ? terms : parseTerms({ ...terms, initialYears: typed.duree })
}

function signaturesFrom(typed: TakeoverTyped, { parties: [lead = '', partner = ''] }: Terms) {
  const { signe_tete, signe_partenaire, signataire_tete, signataire_partenaire } = typed
  return [
    ...(signe_tete ? [{ party: lead, on: signe_tete, capacity: signataire_tete }] : []),
    ...(signe_partenaire ? [{ party: partner, on: signe_partenaire, capacity: signataire_partenaire }] : []),
  ]
}

function documentProblem({ refused }: Refusal<DocumentRefusal>): Problem {
  return { field: 'document', message: documentProblems[refused] }
}
