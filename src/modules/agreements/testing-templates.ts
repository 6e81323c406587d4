import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import type { TemplateId } from './data/templates.store.ts'
import { copyTemplate } from './use-cases/templates/copy-template.ts'
import { draftVersion } from './use-cases/templates/draft-version.ts'
import { publishTemplate } from './use-cases/templates/publish-template.ts'

/** A copy of the agreement of a Département, whole: nothing refuses its publication. */
export async function aTemplateDraft(context: Context, title = 'Convention du réseau'): Promise<TemplateId> {
  return sure(await copyTemplate(context, { id: 'territoires-apprenants', version: 1 }, title))
}

/** The same, published as it is. */
export async function aPublishedTemplate(context: Context, title?: string): Promise<TemplateId> {
  const id = await aTemplateDraft(context, title)
  sure(await publishTemplate(context, { id, revision: 1 }))
  return id
}

/** The same, and the draft of its second version. */
export async function aWrittenTemplate(context: Context): Promise<TemplateId> {
  const id = await aPublishedTemplate(context)
  sure(await draftVersion(context, id))
  return id
}

function sure<T>(outcome: T): Exclude<T, { refused: string }> {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, { refused: string }>
}
