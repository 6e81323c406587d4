import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { agreementsPerTemplate, chosenReference, ownTemplates } from '../../data/templates.store.ts'
import { REFERENCE_TEMPLATES } from '../../templates/reference-templates.ts'
import type { Template } from '../../templates/template.ts'
import { asTemplate } from './catalogue.ts'

export interface TemplateLine {
  /** The last version that was published, or the draft of a template that never was. */
  readonly template: Template
  readonly isOwn: boolean
  readonly isBeingWritten: boolean
  /** Agreements of the network drawn from it, whatever the version. */
  readonly agreements: number
}

/** The product's templates, then the network's own by title; drafts are for those who write them. */
export async function templateList(
  db: Database,
  network: NetworkId,
  { withDrafts }: { withDrafts: boolean },
): Promise<{ templates: TemplateLine[]; reference: string | null }> {
  const uses = await agreementsPerTemplate(db, network)
  const own = (await ownTemplates(db, network))
    .filter(({ status }) => withDrafts || status !== 'draft')
    .map(asTemplate)
  const lines = [...Map.groupBy([...REFERENCE_TEMPLATES, ...own], ({ id }) => id)].flatMap(
    ([id, versions]) => {
      const template = versions.findLast(({ status }) => status !== 'draft') ?? versions.at(-1)
      if (!template) return []
      return {
        template,
        isOwn: own.some((one) => one.id === id),
        isBeingWritten: versions.some(({ status }) => status === 'draft'),
        agreements: uses.get(id) ?? 0,
      }
    },
  )
  const ordered = lines.toSorted((one, other) =>
    one.isOwn && other.isOwn
      ? one.template.title.localeCompare(other.template.title, 'fr')
      : Number(one.isOwn) - Number(other.isOwn),
  )
  return { templates: ordered, reference: await chosenReference(db, network) }
}
