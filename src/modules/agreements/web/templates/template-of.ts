import { isId } from '../../../../kernel/id.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { opensTo, type View, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { offeredTemplateIds } from '../../../identity/index.ts'
import type { TemplateId } from '../../data/templates.store.ts'
import { type PublicationProblem, publicationProblems } from '../../templates/publication.ts'
import type { Template } from '../../templates/template.ts'
import { templateFrom } from '../../templates/template-content.schema.ts'
import { isOffered, keptTemplatesOf } from '../../use-cases/templates/catalogue.ts'
import { findDraft, type TemplateDraft } from '../../use-cases/templates/template-draft-of.ts'
import { policy } from '../policy.ts'

/** What the pages of a template know. */
export interface TemplateView {
  view: View
  id: string
  /** Every version that was published, the oldest first; empty until the first is. */
  versions: readonly Template[]
  /** What officers are writing; null for the others. */
  draft: TemplateDraft | null
  /** One of the network's: the product's are only copied. */
  isOwn: boolean
  /** Among those the network offers to who prepares an agreement. */
  isOffered: boolean
  mayManage: boolean
}

/** The template named by the address: the product's, or the network's own; else 404. A draft is for officers only. */
export async function templateViewOf(c: AppContext): Promise<TemplateView> {
  const { db, network } = c.var.context
  const id = c.req.param('id') ?? ''
  const view = viewOf(c)
  const mayManage = opensTo(view, policy.manage)
  const versions = (await keptTemplatesOf(db, network.id)).filter((template) => template.id === id)
  const isOwn = isId<'template'>(id)
  const draft = mayManage && isOwn ? await findDraft(db, network.id, id) : null
  orNotFound(versions[0] ?? draft)
  const offered = isOffered({ id }, await offeredTemplateIds(db, network.id))
  return { view, id, versions, draft, isOwn, isOffered: offered, mayManage }
}

/** What every page of a draft knows. */
export interface DraftView {
  view: View
  draft: TemplateDraft
  /** As agreements would read it. */
  template: Template
  problems: readonly PublicationProblem[]
}

/** The draft of the template named by the address; else 404. */
export async function draftViewOf(c: AppContext): Promise<DraftView> {
  const draft = orNotFound(await findDraft(c.var.context.db, c.var.context.network.id, templateIdOf(c)))
  const { id, version, content } = draft
  return {
    view: viewOf(c),
    draft,
    template: templateFrom(content, { id, version, status: 'draft' }),
    problems: publicationProblems(content),
  }
}

/** One of the network's own; those of the product are not written here. */
export function templateIdOf(c: AppContext): TemplateId {
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'template'>(id) ? id : null)
}
