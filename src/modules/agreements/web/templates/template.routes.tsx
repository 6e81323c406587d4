import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { differingTerms } from '../../templates/comparison.ts'
import { renderClauses } from '../../templates/render.ts'
import type { Template } from '../../templates/template.ts'
import { templateFrom } from '../../templates/template-content.schema.ts'
import { clauseDifferences } from '../../templates/text-difference.ts'
import { keptTemplatesOf } from '../../use-cases/templates/catalogue.ts'
import { compareAgreement } from '../../use-cases/templates/compare-agreement.ts'
import { copyTemplate } from '../../use-cases/templates/copy-template.ts'
import { draftVersion } from '../../use-cases/templates/draft-version.ts'
import { templateList } from '../../use-cases/templates/list-templates.ts'
import { withdrawTemplate } from '../../use-cases/templates/publish-template.ts'
import { referenceFor, setReference } from '../../use-cases/templates/reference-template.ts'
import { agreementOf } from '../agreement-of.ts'
import { policy } from '../policy.ts'
import { AgreementComparisonPage, TemplateDifferencesPage } from './pages/template-differences-page.tsx'
import { TemplatePage } from './pages/template-page.tsx'
import { TemplatesPage } from './pages/template-pages.tsx'
import { TemplateRetirementPage } from './pages/template-publication-pages.tsx'
import { copyForm, emptyForm, referenceForm } from './template.form.ts'
import { templatePaths as paths, templateRoutesOf as routes } from './template.paths.ts'
import { type TemplateView, templateIdOf, templateViewOf } from './template-of.ts'
import { problemOfTemplate } from './template-wording.ts'

const templatesPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  const view = viewOf(c)
  const mayManage = opensTo(view, policy.manage)
  const { templates, reference } = await templateList(db, network.id, { withDrafts: mayManage })
  return page(c, <TemplatesPage {...{ view, templates, reference, mayManage, state }} />)
}

/** A template that was never published has only its draft to show. */
const templatePage: FormPage = async (c, state) => {
  const about = await templateViewOf(c)
  if (about.versions.length === 0) return c.redirect(paths.draft(c.var.network.base, about.id), 302)
  const asked = c.req.query('version') ?? String(state.values.version ?? '')
  return page(c, <TemplatePage about={about} template={versionOf(about, asked)} state={state} />)
}

const retirementPage: FormPage = async (c) => {
  const about = await templateViewOf(c)
  const published = about.versions.find(({ status }) => status === 'published')
  return page(
    c,
    <TemplateRetirementPage about={about} template={orNotFound(about.isOwn ? published : null)} />,
  )
}

/** The models of agreement, and what each says otherwise than another. AGR-6, AGR-10. */
export const templateRoutes = new Hono<AppEnv>()
  .get(routes.templates, may(policy.read), (c) => templatesPage(c, blankForm))
  .post(
    routes.reference,
    may(policy.manage),
    writes('template.chosen'),
    form(referenceForm, templatesPage),
    async (c) => {
      const chosen = await setReference(c.var.context, c.var.form.modele || null)
      if (isRefusal(chosen)) return c.var.again({ ...problemOfTemplate(chosen), field: 'modele' })
      return done(
        c,
        paths.templates(c.var.network.base),
        'La page de chaque convention dit désormais ce qui la distingue de ce modèle.',
      )
    },
  )
  .get(routes.template, may(policy.read), (c) => templatePage(c, blankForm))
  .get(routes.differences, may(policy.read), async (c) => {
    const about = await templateViewOf(c)
    const { db, network } = c.var.context
    const asked = c.req.query('version') ?? ''
    const template = asked === 'projet' ? draftOf(about) : versionOf(about, asked)
    const choices = await keptTemplatesOf(db, network.id)
    const other = otherOf(choices, c.req.query('avec') ?? '')
    return page(
      c,
      <TemplateDifferencesPage
        view={about.view}
        template={template}
        other={other}
        choices={choices}
        {...differencesBetween(template, other)}
      />,
    )
  })
  .post(
    routes.copy,
    may(policy.manage),
    writes('template.copied'),
    form(copyForm, templatePage),
    async (c) => {
      const { titre, version } = c.var.form
      const copied = await copyTemplate(c.var.context, { id: c.req.param('id'), version }, titre)
      if (isRefusal(copied)) return c.var.again(problemOfTemplate(copied))
      return done(
        c,
        paths.draft(c.var.network.base, copied),
        'Le modèle est copié. Adaptez maintenant le projet, puis publiez-le.',
      )
    },
  )
  .post(
    routes.version,
    may(policy.manage),
    writes('template.drafted'),
    form(emptyForm, templatePage),
    async (c) => {
      const version = await draftVersion(c.var.context, templateIdOf(c))
      if (isRefusal(version)) return c.var.again(problemOfTemplate(version))
      return done(
        c,
        paths.draft(c.var.network.base, templateIdOf(c)),
        `Le projet de la version ${version} est ouvert. La version publiée reste en usage.`,
      )
    },
  )
  .get(routes.retirement, may(policy.manage), (c) => retirementPage(c, blankForm))
  .post(
    routes.retirement,
    may(policy.manage),
    writes('template.retired'),
    form(emptyForm, templatePage),
    async (c) => {
      const retired = await withdrawTemplate(c.var.context, templateIdOf(c))
      if (isRefusal(retired)) return c.var.again(problemOfTemplate(retired))
      return done(
        c,
        paths.template(c.var.network.base, templateIdOf(c)),
        'Le modèle est retiré. Les conventions qui en sont tirées gardent leur texte.',
      )
    },
  )
  .get(routes.comparison, may(policy.read), async (c) => {
    const agreement = await agreementOf(c)
    const { context, network } = c.var
    const reference = await referenceFor(context.db, agreement)
    const compared = await compareAgreement(context.db, network, agreement, { reference, on: context.today })
    return page(c, <AgreementComparisonPage view={viewOf(c)} {...{ agreement, reference, compared }} />)
  })

/** The version asked for, or the last one that was published. */
function versionOf({ versions }: TemplateView, asked: string): Template {
  if (asked === '') return orNotFound(versions.at(-1))
  return orNotFound(versions.find(({ version }) => String(version) === asked))
}

function draftOf({ draft }: TemplateView): Template {
  const { id, version, content } = orNotFound(draft)
  return templateFrom(content, { id, version, status: 'draft' })
}

/** `canope~1`, or `canope` for its last version. */
function otherOf(choices: readonly Template[], asked: string): Template | null {
  const [id, version] = asked.split('~')
  return (
    choices.findLast((one) => one.id === id && (version === undefined || String(one.version) === version)) ??
    null
  )
}

/** What `template` says otherwise than `other`. */
export function differencesBetween(template: Template, other: Template | null) {
  if (!other) return { terms: [], clauses: [] }
  return {
    terms: differingTerms(template.terms, other.terms),
    clauses: clauseDifferences(
      renderClauses(other, other.terms, {}),
      renderClauses(template, template.terms, {}),
    ),
  }
}
