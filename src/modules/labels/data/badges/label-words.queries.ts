import type { Database } from '../../../../platform/db/database.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import type { BadgeFacts } from '../../domain/badges/badge-content.ts'
import type { SchemeId } from '../awards/awards.store.ts'
import type { PublicAward } from '../proof/course.queries.ts'
import { versionById } from '../schemes/schemes.store.ts'

/** What a badge says of the label itself: its words, and its levels in the version it was granted under. */
export async function labelWords(
  db: Database,
  network: Pick<Network, 'id' | 'name'>,
  { scheme, versionId }: Pick<PublicAward, 'scheme' | 'versionId'>,
): Promise<BadgeFacts['scheme']> {
  const { description } = await db
    .selectFrom('labels.scheme')
    .select('description')
    .where('id', '=', scheme.id)
    .executeTakeFirstOrThrow()
  const version = versionId && (await versionById(db, network.id, versionId))
  const grading = version ? version.content.grading : null
  return {
    ...scheme,
    description: description || `Label « ${scheme.name} » du réseau ${network.name}.`,
    version: version ? version.version : null,
    grading:
      grading?.kind === 'levels'
        ? { unit: grading.unit, levels: grading.levels.map(({ level }) => level) }
        : null,
  }
}

export async function schemeAt(
  db: Database,
  network: Network['id'],
  id: SchemeId,
): Promise<{ code: string } | null> {
  const row = await db
    .selectFrom('labels.scheme')
    .select('code')
    .where('id', '=', id)
    .where('network_id', '=', network)
    .executeTakeFirst()
  return row ?? null
}
