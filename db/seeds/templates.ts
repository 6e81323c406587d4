import { isRefusal } from '../../src/kernel/refusal.ts'
import {
  changeTemplateTerms,
  copyTemplate,
  digestOf,
  draftVersion,
  findDraft,
  publishTemplate,
} from '../../src/modules/agreements/index.ts'
import type { Context } from '../../src/platform/context.ts'

/** A template of the network's own, published; its second version is being written, for a longer first period. */
export async function seedTemplates(context: Context): Promise<void> {
  const title = 'Convention de prêt et d’animation de la Baie'
  const id = sure(await copyTemplate(context, { id: 'territoires-apprenants', version: 1 }, title))
  sure(await publishTemplate(context, { id, revision: 1 }))
  sure(await draftVersion(context, id))
  const draft = await findDraft(context.db, context.network.id, id)
  if (!draft) return
  const { terms } = draft.content
  const seen = digestOf(draft.content, 'terms')
  sure(await changeTemplateTerms(context, { id, seen }, { ...terms, initialYears: 4 }))
}

function sure<T>(outcome: T): Exclude<T, { refused: string }> {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`)
  return outcome as Exclude<T, { refused: string }>
}
