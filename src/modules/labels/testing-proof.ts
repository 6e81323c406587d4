import { type Day, day } from '../../kernel/day.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import type { AgreementId } from '../agreements/index.ts'
import type { PlaceId } from '../places/index.ts'
import { type AwardId, addScheme, type Scheme } from './data/awards/awards.store.ts'
import { addVersion } from './data/schemes/schemes.store.ts'
import type { SchemeContent } from './domain/schemes/scheme.ts'
import { aScheme } from './domain/schemes/testing.ts'
import { grantLabel } from './use-cases/awards/grant-label.ts'

/** A label of the network whose specifications are published. */
export async function aPublishedScheme(
  { db, network, now }: Context,
  { code, name }: { code: string; name: string },
  content: Partial<SchemeContent> = {},
): Promise<Scheme> {
  const id = await addScheme(db, network.id, { code, name })
  const scheme = { id, code, name }
  await addVersion(
    db,
    {
      ...{ scheme, version: 1, revision: 1, content: aScheme(content) },
      ...{ transition: 'all', inForceFrom: day('2020-01-01') },
    },
    { at: now, by: null },
  )
  return scheme
}

/** Granted under an agreement that covers the place that day. */
export async function anAward(
  context: Context,
  scheme: Scheme,
  { agreementId, place, on }: { agreementId: AgreementId; place: PlaceId; on: Day },
): Promise<{ award: AwardId; proofSlug: string; number: string }> {
  const granted = await grantLabel(context, {
    ...{ agreementId, schemeId: scheme.id, placeIds: [place], grantedOn: on },
  })
  if (isRefusal(granted)) throw new Error(granted.refused)
  const row = await context.db
    .selectFrom('labels.award')
    .select(['id', 'slug', 'number'])
    .where('place_id', '=', place)
    .where('scheme_id', '=', scheme.id)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirstOrThrow()
  return { award: row.id, proofSlug: row.slug, number: row.number }
}
