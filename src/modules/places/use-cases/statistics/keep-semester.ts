import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { workOutHours } from '../../data/hours/hours.store.ts'
import { everything } from '../../data/search/places.filter.ts'
import { groundParts } from '../../data/search/places.gazetteer.ts'
import { namedTerritories } from '../../data/search/places.ground.ts'
import {
  centresOf,
  confirmedSince,
  countedPlaces,
  type LocatedPlace,
  labelsByPlace,
  placePoints,
} from '../../data/statistics/figures.queries.ts'
import { groundsAround, townsWithin } from '../../data/statistics/grounds.ts'
import { hasKept, keepFigures } from '../../data/statistics/semester-figures.store.ts'
import type { Semester } from '../../domain/freshness/semester.ts'
import type { PlaceId } from '../../domain/place.ts'
import { farFrom } from '../../domain/statistics/far-communes.ts'
import {
  FAR_KM,
  figuresOf,
  type LabelFigure,
  type TerritoryFigures,
} from '../../domain/statistics/figures.ts'
import { groundKey, partsOf } from './territory-figures.ts'

type Asking = Pick<Context, 'db' | 'network' | 'now'>

/**
 * Counts every territory where the network has places, as the semester ends, and keeps the figures for ever: labels and
 * words are those of its last day. Returns how many territories; 0 when it was done before. DIR-81.
 */
export async function keepSemester(asking: Asking, semester: Semester): Promise<number> {
  const { db, network, now } = asking
  if (await hasKept(db, network.id, semester.name)) return 0
  const figures = await countAll(asking, semester)
  await inTransaction(db, (tx) =>
    keepFigures(tx, { network: network.id, semester: semester.name, countedAt: now }, figures),
  )
  return figures.size
}

async function countAll({ db, network }: Asking, { start, lastDay }: Semester) {
  await workOutHours(db, network.id, lastDay)
  const filter = everything(network.id, lastDay)
  const places = await countedPlaces(db, filter)
  const [labels, confirmed, points, named] = await Promise.all([
    labelsByPlace(db, filter),
    confirmedSince(db, filter, start),
    placePoints(db, network.id),
    namedTerritories(db, network.id),
  ])
  const groups = grouped(places, named)
  const placesIn = new Map([...groups].map(([key, list]) => [key, list.length]))
  const far = new Set<string>()
  const everywhere = await partsOf({ db, network }, null, placesIn)
  const towns = townsWithin(everywhere)
  const centres = await centresOf(
    db,
    towns.map(({ code }) => code),
  )
  for (const { code } of farFrom(centres, points, FAR_KM)) far.add(code)
  const kept = new Map<string, TerritoryFigures>()
  for (const [key, list] of groups) {
    const own = key === 'network' ? towns : townsWithin(partsNamed(key, named))
    kept.set(key, {
      ...figuresOf(list),
      ...labelsOf(list, labels),
      confirmed: countIn(list, new Set(confirmed)),
      communes: own.length,
      inhabitants: own.reduce((sum, { population }) => sum + population, 0),
      farCommunes: own.filter(({ code }) => far.has(code)).length,
    })
  }
  return kept
}

type Named = Awaited<ReturnType<typeof namedTerritories>>

function grouped(places: readonly LocatedPlace[], named: Named): Map<string, LocatedPlace[]> {
  const groups = new Map<string, LocatedPlace[]>([['network', [...places]]])
  const put = (key: string, place: LocatedPlace) => {
    const group = groups.get(key)
    if (group) group.push(place)
    else groups.set(key, [place])
  }
  const own = named.map(({ slug, communes }) => ({ slug, communes: new Set(communes) }))
  for (const place of places) {
    for (const ground of groundsAround(place)) put(groundKey(ground), place)
    for (const { slug, communes } of own)
      if (place.inseeCode && communes.has(place.inseeCode)) put(`territoire:${slug}`, place)
  }
  return groups
}

function partsNamed(key: string, named: Named) {
  const [kind = '', code = ''] = key.split(':')
  const own = kind === 'territoire' && named.find(({ slug }) => slug === code)
  if (own) return { communes: own.communes, departments: [] }
  return groundParts({ kind: kind as 'commune', code }) ?? { communes: [], departments: [] }
}

function labelsOf(places: readonly LocatedPlace[], byPlace: Awaited<ReturnType<typeof labelsByPlace>>) {
  const counts = new Map<string, LabelFigure>()
  let labelled = 0
  for (const { id } of places) {
    const borne = byPlace.get(id) ?? []
    if (borne.length > 0) labelled += 1
    for (const { code, name, level } of borne) {
      const key = `${code} ${level}`
      const known = counts.get(key) ?? { code, name, level, places: 0 }
      counts.set(key, { ...known, places: known.places + 1 })
    }
  }
  return { labels: [...counts.values()], labelled }
}

function countIn(places: readonly LocatedPlace[], ids: ReadonlySet<PlaceId>): number {
  return places.filter(({ id }) => ids.has(id)).length
}
