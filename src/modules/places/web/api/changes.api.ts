import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { pageQuery } from '../../../../platform/api/cursor.ts'
import { apiRouter, reads } from '../../../../platform/api/endpoint.ts'
import { ApiProblem } from '../../../../platform/api/problem.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { limitStranger } from '../../../../platform/http/rate-limit.ts'
import {
  type ChangePoint,
  changesSince,
  noteLabelChanges,
  type PlaceChange,
} from '../../data/api/changes.queries.ts'
import { exportedAmong } from '../../data/exports/exported-places.queries.ts'
import { badgesOf } from '../freshness/badges-of.ts'
import { policy } from '../policy.ts'
import { AT, placeSchema, TAG } from './place.schema.ts'
import { tellPlace } from './tell-place.ts'

export const changeSchema = z.object({
  id: z.string(),
  kind: z
    .enum(['upsert', 'closed', 'merged', 'removed'])
    .describe('Reprendre le lieu ; ou l’ôter : il a fermé, il est réuni à un autre, il n’est plus publié'),
  mergedInto: z.string().nullable(),
  place: placeSchema.nullable().describe('Le lieu tel qu’il est à présent, pour `upsert`'),
})

/** What changed in the directory, for whoever keeps a copy. DIR-83. */
export const changesApi = apiRouter()

reads(
  changesApi,
  {
    path: `${AT}/changes`,
    tag: TAG,
    summary:
      'Ce qui a changé depuis un curseur, labels compris ; chaque lieu une fois, le plus ancien changement d’abord',
    policy: policy.readDirectory,
    query: z.object({
      since: z
        .string()
        .max(100)
        .optional()
        .describe('Le `cursor` reçu la dernière fois ; sans lui, depuis le début'),
      limit: pageQuery.shape.limit,
    }),
    answer: z.object({
      items: z.array(changeSchema),
      cursor: z.string().describe('À garder, et à renvoyer comme `since` la prochaine fois'),
      more: z.boolean().describe('Vrai : redemandez aussitôt'),
    }),
    instead: {
      statuses: {},
      async work(c) {
        c.header('access-control-allow-origin', '*')
        await limitStranger(c, 'api')
        return null
      },
    },
  },
  async (c, { since, limit }) => {
    const { db, network, today } = c.var.context
    const from = since === undefined ? null : pointOf(since)
    await noteLabelChanges(db, network.id, today)
    const found = await changesSince(db, network.id, from, limit + 1)
    const kept = found.slice(0, limit)
    const last = kept.at(-1)
    const cursor = last
      ? cursorOf({ number: last.number, place: last.id })
      : (since ?? cursorOf({ number: 0, place: null }))
    return { items: await tellChanges(c, kept), cursor, more: found.length > limit }
  },
)

/** Changes with the places as they are now; one that left meanwhile, or that may not be reused, is told as gone. */
async function tellChanges(c: AppContext, changes: readonly PlaceChange[]) {
  const { context } = c.var
  const { db, network, today } = context
  const upserts = changes.filter(({ kind }) => kind === 'upsert').map(({ id }) => id)
  const places = await exportedAmong(db, { network: network.id, today }, upserts)
  const badges = await badgesOf(context, { places: places.map(({ place }) => place) })
  const known = new Map(places.map((one) => [one.place.id, tellPlace(c, one, badges.get(one.place.id))]))
  return changes.map(({ id, kind, mergedInto }) => {
    const place = known.get(id) ?? null
    return { id, kind: kind === 'upsert' && !place ? ('removed' as const) : kind, mergedInto, place }
  })
}

export function cursorOf({ number, place }: ChangePoint): string {
  return Buffer.from(`${number} ${place ?? ''}`).toString('base64url')
}

function pointOf(cursor: string): ChangePoint {
  const [number = '', place = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (/^\d{1,15}$/.test(number) && (place === '' || isId<'place'>(place)))
    return { number: Number(number), place: isId<'place'>(place) ? place : null }
  throw new ApiProblem({
    status: 400,
    code: 'cursor_invalid',
    detail: 'Ce curseur n’en est pas un : reprenez le `cursor` reçu, ou commencez sans curseur.',
    errors: [{ field: 'since', detail: 'Curseur inconnu.' }],
  })
}
