import type { Ground, GroundKind } from '../../domain/search/asked.ts'
import { findTowns } from '../../domain/search/search-towns.ts'
import { fold } from '../../domain/search/search-words.ts'
import { divisions, epciList, gazetteer, groundName } from './places.gazetteer.ts'
import type { NamedTerritory } from './places.ground.ts'

const KINDS: readonly GroundKind[] = ['departement', 'epci', 'commune', 'region']

/**
 * The parts of France that somebody means: by name (« Manche », « Caen », a territory of the network's own), or as
 * addresses write them (« departement-50 »). Several: the name alone does not say which.
 */
export function groundsNamed(
  text: string,
  own: readonly Pick<NamedTerritory, 'slug' | 'name'>[],
): readonly Ground[] {
  const coded = groundOfCode(text, own)
  if (coded) return [coded]
  const name = fold(text)
  const bearing = <One extends { name: string }>(all: Iterable<One>) =>
    [...all].filter((one) => fold(one.name) === name)
  const named = ([code, known]: [string, string | { name: string }]) => ({
    code,
    name: typeof known === 'string' ? known : known.name,
  })
  const { departments, regions } = divisions()
  return [
    ...bearing(own).map(({ slug }): Ground => ({ kind: 'territoire', code: slug })),
    ...bearing([...regions].map(named)).map(({ code }): Ground => ({ kind: 'region', code })),
    ...bearing([...departments].map(named)).map(({ code }): Ground => ({ kind: 'departement', code })),
    ...bearing(epciList().all).map(({ code }): Ground => ({ kind: 'epci', code })),
    ...findTowns(gazetteer(), name).map(({ code }): Ground => ({ kind: 'commune', code })),
  ]
}

function groundOfCode(text: string, own: readonly Pick<NamedTerritory, 'slug'>[]): Ground | null {
  const slug = /^territoire-([a-z0-9-]+)$/.exec(text)?.[1]
  if (slug !== undefined)
    return own.some((one) => one.slug === slug) ? { kind: 'territoire', code: slug } : null
  const [, word = '', code = ''] = /^([a-z]+)-([0-9AB]+)$/.exec(text) ?? []
  const kind = KINDS.find((one) => one === word)
  const ground = kind && { kind, code }
  return ground && groundName(ground) !== null ? ground : null
}
