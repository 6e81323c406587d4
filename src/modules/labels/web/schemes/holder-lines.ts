import type { Context } from '../../../../platform/context.ts'
import { organisationNames } from '../../../identity/index.ts'
import { findPlaces } from '../../../places/index.ts'
import { holdersBefore } from '../../data/schemes/scheme-holders.queries.ts'
import type { SchemeVersion } from '../../data/schemes/schemes.store.ts'
import { wouldLack } from '../../domain/schemes/would-lack.ts'
import type { HolderLine } from './pages/holders-page.tsx'

/** One page of those who hold the label under an older version than `latest`, each with its name and what it would lack. */
export async function holderLines(
  { db, network, today }: Context,
  versions: readonly SchemeVersion[],
  latest: SchemeVersion,
  page: number,
): Promise<{ lines: HolderLine[]; total: number }> {
  const asked = { scheme: latest.scheme.id, version: latest.version, on: today, page }
  const { holders, total } = await holdersBefore(db, network.id, asked)
  const placeIds = holders.flatMap(({ holder }) => (holder.kind === 'place' ? holder.id : []))
  const bodies = holders.flatMap(({ holder }) => (holder.kind === 'organisation' ? holder.id : []))
  const places = await findPlaces(db, network.id, placeIds)
  const names = new Map<string, string>([
    ...places.map(({ id, name }) => [id, name] as const),
    ...(await organisationNames(db, bodies)),
  ])
  const lines = holders.map(({ number, holder, versionId, answers, held }) => {
    const judged = versions.find(({ id }) => id === versionId) ?? null
    const lacks = wouldLack(judged?.content ?? null, latest.content, { answers, held }, today)
    return {
      number,
      name: names.get(holder.id) ?? 'Titulaire retiré',
      judgedOn: judged?.version ?? null,
      lacks,
    }
  })
  return { lines, total }
}
