import { Hono } from 'hono'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { agreementsPerTemplate } from '../../data/templates.store.ts'
import { parseTerms } from '../../domain/terms.schema.ts'
import { differingTerms, type TermDifference } from '../../templates/comparison.ts'
import type { WrittenClause } from '../../templates/template-content.schema.ts'
import { keptTemplatesOf } from '../../use-cases/templates/catalogue.ts'
import {
  addTemplateClause,
  addTemplateVariable,
  changeAnnexes,
  changeHeading,
  changeReadings,
  changeTemplateClause,
  changeTemplateTerms,
  moveTemplateClause,
  removeTemplateClause,
} from '../../use-cases/templates/change-template.ts'
import { dropDraft } from '../../use-cases/templates/draft-version.ts'
import { publishTemplate } from '../../use-cases/templates/publish-template.ts'
import { policy } from '../policy.ts'
import { TemplateClausePage } from './pages/template-clause-page.tsx'
import { TemplateDraftPage } from './pages/template-draft-page.tsx'
import { TemplateAnnexesPage, TemplateVariablesPage } from './pages/template-lists-pages.tsx'
import { TemplatePreviewPage, TemplatePublicationPage } from './pages/template-publication-pages.tsx'
import { TemplateReadingsPage } from './pages/template-readings-page.tsx'
import { TemplateTermsPage } from './pages/template-terms-page.tsx'
import {
  annexesForm,
  clausePlaceForm,
  emptyForm,
  headingForm,
  newClauseForm,
  readingsForm,
  revisionForm,
  shownForm,
  templateClauseForm,
  variableForm,
} from './template.form.ts'
import { templatePaths as paths, templateRoutesOf as routes } from './template.paths.ts'
import { differencesBetween } from './template.routes.tsx'
import { draftViewOf, templateIdOf } from './template-of.ts'
import { templateTermsForm } from './template-terms.form.ts'
import { problemOfTemplate, type TemplateRefusal } from './template-wording.ts'

/** Draws a page again; `isBehind` when somebody saved the same piece while it was being typed. */
type PiecePage = (c: AppContext, state: FormState, isBehind: boolean) => Promise<Response>

const draftPage: PiecePage = async (c, state, isBehind) =>
  page(c, <TemplateDraftPage about={await draftViewOf(c)} state={state} isBehind={isBehind} />)

const clausePage: PiecePage = async (c, state, isBehind) => {
  const about = await draftViewOf(c)
  const clause = orNotFound(about.draft.content.clauses.find(({ key }) => key === c.req.param('cle')))
  return page(c, <TemplateClausePage about={about} clause={clause} state={state} isBehind={isBehind} />)
}

const readingsPage: PiecePage = async (c, state, isBehind) =>
  page(c, <TemplateReadingsPage about={await draftViewOf(c)} state={state} isBehind={isBehind} />)

const annexesPage: PiecePage = async (c, state, isBehind) =>
  page(c, <TemplateAnnexesPage about={await draftViewOf(c)} state={state} isBehind={isBehind} />)

const termsPage = async (c: AppContext, state: FormState, behind: readonly TermDifference[] | null) =>
  page(c, <TemplateTermsPage about={await draftViewOf(c)} state={state} behind={behind} />)

const askedTerms = async (c: AppContext) => templateTermsForm((await draftViewOf(c)).draft.content.terms)

const variablesPage: FormPage = async (c, state) =>
  page(c, <TemplateVariablesPage about={await draftViewOf(c)} state={state} />)

const publicationPage: FormPage = async (c, state) => {
  const about = await draftViewOf(c)
  const { db, network } = c.var.context
  const kept = await keptTemplatesOf(db, network.id)
  const last = kept.findLast(({ id }) => id === about.draft.id) ?? null
  const agreements = (await agreementsPerTemplate(db, network.id)).get(about.draft.id) ?? 0
  const previous = last && { version: last.version, ...differencesBetween(about.template, last) }
  return page(c, <TemplatePublicationPage {...{ about, previous, agreements, state }} />)
}

/** A template of the network's own while it is written: one page per piece. AGR-7, AGR-8, AGR-9, AGR-19, AGR-21. */
export const templateDraftRoutes = new Hono<AppEnv>()
  .get(routes.draft, may(policy.manage), (c) => draftPage(c, blankForm, false))
  .post(
    routes.draft,
    may(policy.manage),
    writes('template.changed'),
    form(headingForm, ahead(draftPage)),
    async (c) => {
      const { lu, titre, partie, autorite } = c.var.form
      const id = templateIdOf(c)
      const heading = { title: titre, names: partie, authorities: autorite }
      const changed = await changeHeading(c.var.context, { id, seen: lu }, heading)
      if (isRefusal(changed)) return refused(c, changed, draftPage)
      return done(c, paths.draft(c.var.network.base, id), 'Le titre et les parties sont enregistrés.')
    },
  )
  .post(
    routes.clauses,
    may(policy.manage),
    writes('template.changed'),
    form(newClauseForm, ahead(draftPage)),
    async (c) => {
      const { titre_article: title, apres } = c.var.form
      const id = templateIdOf(c)
      const key = await addTemplateClause(c.var.context, id, { title, after: apres || null })
      if (isRefusal(key)) return c.var.again(problemOfTemplate(key))
      return done(c, paths.clause(c.var.network.base, id, key), 'L’article est ajouté. Écrivez son texte.')
    },
  )
  .get(routes.clause, may(policy.manage), (c) => clausePage(c, blankForm, false))
  .post(
    routes.clause,
    may(policy.manage),
    writes('template.changed'),
    form(templateClauseForm, ahead(clausePage)),
    async (c) => {
      const id = templateIdOf(c)
      const { draft } = await draftViewOf(c)
      const now = draft.content.clauses.find(({ key }) => key === c.req.param('cle'))
      const clause = clauseFrom(orNotFound(now), c.var.form)
      const changed = await changeTemplateClause(c.var.context, { id, seen: c.var.form.lu }, clause)
      if (isRefusal(changed)) return refused(c, changed, clausePage)
      return done(c, paths.clause(c.var.network.base, id, clause.key), 'L’article est enregistré.')
    },
  )
  .post(
    routes.clausePlace,
    may(policy.manage),
    writes('template.changed'),
    form(clausePlaceForm, ahead(draftPage)),
    async (c) => {
      const id = templateIdOf(c)
      const by = c.var.form.sens === 'monter' ? -1 : 1
      const moved = await moveTemplateClause(c.var.context, id, c.req.param('cle'), by)
      if (isRefusal(moved)) return c.var.again(problemOfTemplate(moved))
      return done(c, paths.draft(c.var.network.base, id), 'L’article est déplacé. Il garde son numéro.')
    },
  )
  .post(
    routes.clauseRemoval,
    may(policy.manage),
    writes('template.changed'),
    form(shownForm, ahead(clausePage)),
    async (c) => {
      const id = templateIdOf(c)
      const key = c.req.param('cle')
      const removed = await removeTemplateClause(c.var.context, { id, seen: c.var.form.lu }, key)
      if (isRefusal(removed)) return c.var.again(removalProblem(removed))
      return done(c, paths.draft(c.var.network.base, id), 'L’article est retiré du projet.')
    },
  )
  .get(routes.terms, may(policy.manage), (c) => termsPage(c, blankForm, null))
  .post(
    routes.terms,
    may(policy.manage),
    writes('template.changed'),
    form(askedTerms, (c, state) => termsPage(c, state, null)),
    async (c) => {
      const id = templateIdOf(c)
      const { lu, raw } = c.var.form
      const changed = await changeTemplateTerms(c.var.context, { id, seen: lu }, raw)
      if (!isRefusal(changed))
        return done(c, paths.draft(c.var.network.base, id), 'Les termes sont enregistrés. Le texte les suit.')
      if (changed.refused !== 'piece-rewritten-meanwhile') return c.var.again(problemOfTemplate(changed))
      c.status(409)
      const { terms } = (await draftViewOf(c)).draft.content
      const mine = parseTerms(raw)
      const between = isRefusal(mine) ? [] : differingTerms(mine, terms)
      return termsPage(c, { ...c.var.typed, problems: [problemOfTemplate(changed)] }, between)
    },
  )
  .get(routes.readings, may(policy.manage), (c) => readingsPage(c, blankForm, false))
  .post(
    routes.readings,
    may(policy.manage),
    writes('template.changed'),
    form(readingsForm, ahead(readingsPage)),
    async (c) => {
      const id = templateIdOf(c)
      const { lu, profile, corrected } = c.var.form
      const readings = { profile, correctedReadings: corrected }
      const changed = await changeReadings(c.var.context, { id, seen: lu }, readings)
      if (isRefusal(changed)) return refused(c, changed, readingsPage)
      return done(c, paths.draft(c.var.network.base, id), 'Les lectures sont enregistrées.')
    },
  )
  .get(routes.annexes, may(policy.manage), (c) => annexesPage(c, blankForm, false))
  .post(
    routes.annexes,
    may(policy.manage),
    writes('template.changed'),
    form(annexesForm, ahead(annexesPage)),
    async (c) => {
      const id = templateIdOf(c)
      const changed = await changeAnnexes(c.var.context, { id, seen: c.var.form.lu }, c.var.form.annexes)
      if (isRefusal(changed)) return refused(c, changed, annexesPage)
      return done(c, paths.draft(c.var.network.base, id), 'Les annexes sont enregistrées.')
    },
  )
  .get(routes.variables, may(policy.manage), (c) => variablesPage(c, blankForm))
  .post(
    routes.variables,
    may(policy.manage),
    writes('template.changed'),
    form(variableForm, variablesPage),
    async (c) => {
      const id = templateIdOf(c)
      const { nom, libelle, nature, facultative } = c.var.form
      const variable = {
        name: nom,
        label: libelle,
        type: nature,
        ...(facultative && { optional: true as const }),
      }
      const added = await addTemplateVariable(c.var.context, id, variable)
      if (isRefusal(added)) return c.var.again(problemOfTemplate(added))
      return done(
        c,
        paths.variables(c.var.network.base, id),
        `La variable est ajoutée : écrivez {{${nom}}} dans un article.`,
      )
    },
  )
  .get(routes.preview, may(policy.manage), async (c) =>
    page(c, <TemplatePreviewPage about={await draftViewOf(c)} />),
  )
  .get(routes.publication, may(policy.manage), (c) => publicationPage(c, blankForm))
  .post(
    routes.publication,
    may(policy.manage),
    writes('template.published'),
    form(revisionForm, publicationPage),
    async (c) => {
      const id = templateIdOf(c)
      const version = await publishTemplate(c.var.context, { id, revision: c.var.form.redaction })
      if (isRefusal(version)) return c.var.again(problemOfTemplate(version))
      return done(
        c,
        paths.template(c.var.network.base, id),
        `La version ${version} est publiée. Les nouvelles conventions en seront tirées ; les autres gardent la leur.`,
      )
    },
  )
  .post(
    routes.dropping,
    may(policy.manage),
    writes('template.dropped'),
    form(emptyForm, ahead(draftPage)),
    async (c) => {
      const dropped = await dropDraft(c.var.context, templateIdOf(c))
      if (isRefusal(dropped)) return c.var.again(problemOfTemplate(dropped))
      return done(
        c,
        paths.templates(c.var.network.base),
        'Le projet est abandonné. Ce qui était publié le reste.',
      )
    },
  )

/** A wrong field shows the page again, and nobody wrote meanwhile. */
function ahead(piece: PiecePage): FormPage {
  return (c, state) => piece(c, state, false)
}

/** Somebody saved the same piece: both are shown (409). Any other refusal: the page again (422). AGR-21. */
async function refused(
  c: AppContext & { var: { typed: FormState } },
  refusal: Refusal<TemplateRefusal>,
  piece: PiecePage,
): Promise<Response> {
  const isBehind = refusal.refused === 'piece-rewritten-meanwhile'
  c.status(isBehind ? 409 : 422)
  return piece(c, { ...c.var.typed, problems: [problemOfTemplate(refusal)] }, isBehind)
}

function removalProblem(refusal: Refusal<TemplateRefusal>) {
  return refusal.refused === 'piece-rewritten-meanwhile'
    ? {
        field: null,
        message:
          'Quelqu’un a récrit cet article depuis que vous avez ouvert la page : relisez-le, puis retirez-le.',
      }
    : problemOfTemplate(refusal)
}

/** A path inside a term stays bound as long as its term does. */
function clauseFrom(
  { key, binds }: WrittenClause,
  typed: {
    numero: string
    titre: string
    texte: string
    incomplet?: 'oui' | undefined
    termes: readonly string[]
  },
): WrittenClause {
  const bound = typed.termes.flatMap((term) => {
    const known = binds.filter((path) => path === term || path.startsWith(`${term}.`))
    return known.length > 0 ? known : [term]
  })
  return {
    key,
    number: typed.numero || null,
    title: typed.titre,
    text: typed.texte,
    binds: bound,
    ...(typed.incomplet && { textIncomplete: true as const }),
  }
}
