import { isId } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { ownTemplate, ownTemplates, type StoredTemplate } from '../../data/templates.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { BESPOKE } from '../../templates/bespoke.ts'
import { REFERENCE_TEMPLATES } from '../../templates/reference-templates.ts'
import type { Template } from '../../templates/template.ts'
import { parseContent, templateFrom } from '../../templates/template-content.schema.ts'

/** The template an agreement was drawn from, whatever was published since. AGR-6. */
export function templateOf(
  db: Database,
  agreement: Pick<Agreement, 'networkId' | 'templateId' | 'templateVersion'>,
): Promise<Template> {
  return templateVersion(db, agreement.networkId, agreement.templateId, agreement.templateVersion)
}

/** That version: one of the product's, or one of the network's own. Throws when it is missing: none is ever removed. */
export async function templateVersion(
  db: Database,
  network: NetworkId,
  id: string,
  version: number,
): Promise<Template> {
  const found = await findTemplateVersion(db, network, id, version)
  if (found) return found
  throw new Error(`template ${id} version ${version} is missing: published versions are kept for ever`)
}

/** The same, or null: for what an address names. */
export async function findTemplateVersion(
  db: Database,
  network: NetworkId,
  id: string,
  version: number,
): Promise<Template | null> {
  const reference = REFERENCE_TEMPLATES.find((one) => one.id === id && one.version === version)
  if (reference) return reference
  if (id === BESPOKE.id) return BESPOKE
  const own = isId<'template'>(id) ? await ownTemplate(db, network, id, version) : null
  return own && asTemplate(own)
}

/** The templates an officer may draft from: the product's, then the network's own. */
export async function publishedTemplatesOf(db: Database, network: NetworkId): Promise<Template[]> {
  const all = [...REFERENCE_TEMPLATES, ...(await ownTemplates(db, network)).map(asTemplate)]
  return all.filter(({ status }) => status === 'published')
}

/** The version new agreements are drawn from; null when nothing is published under that id. */
export async function publishedTemplate(
  db: Database,
  network: NetworkId,
  id: string,
): Promise<Template | null> {
  return (await publishedTemplatesOf(db, network)).find((template) => template.id === id) ?? null
}

/** Every version that has a text to keep: published or retired, the latest of each template last. */
export async function keptTemplatesOf(db: Database, network: NetworkId): Promise<Template[]> {
  const own = (await ownTemplates(db, network)).map(asTemplate)
  return [...REFERENCE_TEMPLATES, ...own.filter(({ status }) => status !== 'draft')]
}

/** What an agreement signed before may follow: the last text of each template, even one that nobody drafts from. */
export async function followedTemplatesOf(db: Database, network: NetworkId): Promise<Template[]> {
  const kept = await keptTemplatesOf(db, network)
  return [...new Map(kept.map((template) => [template.id, template])).values()]
}

/** The titles of the templates of many agreements, in one query. */
export async function titlesOf(
  db: Database,
  network: NetworkId,
): Promise<(agreement: Pick<Agreement, 'templateId' | 'templateVersion'>) => string> {
  const kept = await keptTemplatesOf(db, network)
  const titles = new Map([...kept, BESPOKE].map(({ id, version, title }) => [`${id} ${version}`, title]))
  return ({ templateId, templateVersion: version }) => titles.get(`${templateId} ${version}`) ?? ''
}

/** Is it among those a network chose to offer? None chosen means all. */
export function isOffered({ id }: Pick<Template, 'id'>, chosen: readonly string[]): boolean {
  return chosen.length === 0 || chosen.includes(id)
}

export function asTemplate({ id, version, status, content }: StoredTemplate): Template {
  return templateFrom(parseContent(content), { id, version, status })
}
