import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Asked, Ground, Position } from '../../domain/search/asked.ts'
import type { SearchReading } from '../../domain/search/search.ts'
import { centreOf } from '../geocoding/centres.store.ts'
import { ownTerritories } from '../territories/territories.store.ts'
import { communesOf } from '../territories/territory-ground.ts'
import { type GroundParts, gazetteer, groundParts, townsOfPostal } from './places.gazetteer.ts'

/** A territory of the network's own. DIR-63. */
export interface NamedTerritory {
  slug: string
  name: string
  /** INSEE codes, those of former communes included. */
  communes: readonly string[]
}

/** Those that are offered, in the order of the alphabet. */
export async function namedTerritories(db: Database, network: NetworkId): Promise<NamedTerritory[]> {
  const own = await ownTerritories(db, network)
  return own
    .filter(({ endedAt }) => endedAt === null)
    .map(({ slug, name, ...members }) => ({ slug, name, communes: communesOf(members) }))
}

/** What several grounds cover together; null: nothing was asked. One that nobody knows covers nothing. */
export async function groundsOf(
  db: Database,
  network: NetworkId,
  grounds: readonly Ground[],
): Promise<GroundParts | null> {
  if (grounds.length === 0) return null
  const isNamed = grounds.some(({ kind }) => kind === 'territoire')
  const named = isNamed ? await namedTerritories(db, network) : []
  const parts = grounds.map((ground) => {
    const own = ground.kind === 'territoire' && named.find(({ slug }) => slug === ground.code)
    if (own) return { communes: own.communes, departments: [], postalCodes: [] }
    return groundParts(ground)
  })
  const all = <Part extends keyof GroundParts>(part: Part) => parts.flatMap((one) => one?.[part] ?? [])
  return { communes: all('communes'), departments: all('departments'), postalCodes: all('postalCodes') }
}

/** From where distances are told; `others`: the grounds that go on narrowing when a radius is asked. */
export interface AskedCentre {
  point: Position
  others: readonly Ground[]
  isOfText: boolean
}

/** The position, else the one commune or postal code asked, else the one town or postal code of the text. DIR-62. */
export async function centreOfAsked(
  db: Database,
  { position, grounds }: Asked,
  reading: SearchReading | null,
): Promise<AskedCentre | null> {
  if (position) return { point: position, others: grounds, isOfText: false }
  const towns = grounds.filter(({ kind }) => kind === 'commune' || kind === 'code-postal')
  const [only] = towns
  if (only && towns.length === 1) {
    const point =
      only.kind === 'commune' ? await centreOfTown(db, only.code) : await centreOfPostal(db, only.code)
    return point && { point, others: grounds.filter((one) => one !== only), isOfText: false }
  }
  if (towns.length > 0 || !reading) return null
  const [town] = reading.towns
  const point =
    town && reading.towns.length === 1
      ? await centreOfTown(db, town.code)
      : reading.postalCode
        ? await centreOfPostal(db, reading.postalCode)
        : null
  return point && { point, others: grounds, isOfText: true }
}

async function centreOfTown(db: Database, code: string): Promise<Position | null> {
  return centreOf(db, gazetteer().byCode.get(code)?.code ?? code)
}

/** The middle of its largest commune. */
async function centreOfPostal(db: Database, postalCode: string): Promise<Position | null> {
  const [largest] = townsOfPostal(postalCode)
  return largest ? centreOf(db, largest.code) : null
}
