import { timingSafeEqual } from 'node:crypto'
import { isId } from '../../../../kernel/id.ts'
import type { Config } from '../../../../platform/config.ts'
import { keyedDigest } from '../../../../platform/keyed-digest.ts'
import type { FavouriteList, ListId } from '../../data/favourites/favourites.store.ts'

type Secret = Pick<Config, 'secret'>

/** The end of the address under which a list is read by others. Its owner may see it again; a new round makes it void. */
export function shareToken(
  config: Secret,
  { id, shareRound }: Pick<FavouriteList, 'id' | 'shareRound'>,
): string {
  return `${id}.${shareRound}.${keyedDigest(config, 'places/shared-list', id, String(shareRound))}`
}

/** Null: this installation did not give it. Whether it still opens is the list's to say. */
export function readShareToken(config: Secret, token: string): { id: ListId; round: number } | null {
  const [id = '', round = ''] = token.split('.')
  if (!config.secret || !isId<'favourite-list'>(id) || !/^\d{1,9}$/.test(round)) return null
  const [given, expected] = [token, shareToken(config, { id, shareRound: Number(round) })].map((text) =>
    Buffer.from(text),
  ) as [Buffer, Buffer]
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? { id, round: Number(round) }
    : null
}
