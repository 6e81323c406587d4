import { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import { ApiProblem } from './problem.ts'

/** Lists go by the id of their things, which are made in the order of time: nothing is skipped or told twice. */
export const pageQuery = z.object({
  cursor: z.string().max(100).optional().describe('Le `next` de la page précédente'),
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('Au plus 500'),
})

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().describe('Null : c’est la dernière page'),
  })
}

/** The id after which a page begins; null: the first. */
export function afterOf<Thing extends string>({ cursor }: z.output<typeof pageQuery>) {
  if (cursor === undefined) return null
  const id = Buffer.from(cursor, 'base64url').toString()
  if (isId<Thing>(id)) return id
  throw new ApiProblem({
    status: 400,
    code: 'cursor_invalid',
    detail:
      'Ce curseur n’en est pas un : reprenez le `next` de la page précédente, ou commencez sans curseur.',
    errors: [{ field: 'cursor', detail: 'Curseur inconnu.' }],
  })
}

/** One page of `limit` things, out of as many and one more when there is another page. */
export function paged<Item extends { readonly id: string }>(found: readonly Item[], limit: number) {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const next = found.length > limit && last ? Buffer.from(last.id).toString('base64url') : null
  return { items, next }
}
