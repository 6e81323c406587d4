import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fromCivil } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import type { Instant } from '../src/kernel/instant.ts'
import type { Database } from '../src/platform/db/database.ts'
import type { NetworkId } from '../src/platform/session/actor.ts'

/**
 * Fictional places in the real communes of France, more where more people live. The same numbers always give the
 * same places. Points are scattered around the middle of each département: true enough to load a map, no more.
 */
export async function addNationalPlaces(
  db: Database,
  network: NetworkId,
  now: Instant,
  count: number,
  progress: (done: number) => void = () => {},
): Promise<void> {
  const random = seeded(2026)
  const communes = communesFor(count)
  for (let start = 0; start < count; start += BATCH) {
    const rows = communes
      .slice(start, start + BATCH)
      .map((commune, index) => rowOf(commune, start + index, random))
    await db
      .insertInto('places.place')
      .values(rows.map((row) => ({ ...row, network_id: network, created_at: now })))
      .execute()
    progress(start + rows.length)
  }
}

const BATCH = 1000

interface Commune {
  code: string
  nom: string
  departement: string
  codesPostaux: string[]
  population: number
  type: string
}

/** One place each, then again by population, until there are enough. */
function communesFor(count: number): Commune[] {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')
  const all = (JSON.parse(readFileSync(file, 'utf8')) as Commune[]).filter(
    ({ type, departement, codesPostaux }) =>
      type === 'commune-actuelle' && codesPostaux?.length > 0 && departement in CENTRES,
  )
  const people = all.reduce((sum, { population }) => sum + population, 0)
  const chosen = all.flatMap((commune) => {
    const share = Math.max(1, Math.round((commune.population / people) * (count - all.length / 2)))
    return Array.from({ length: share }, () => commune)
  })
  return Array.from(
    { length: count },
    (_, index) => chosen[Math.floor((index * chosen.length) / count)],
  ).filter((commune) => commune !== undefined)
}

const KINDS = [
  'Médiathèque',
  'Espace numérique',
  'Maison des services',
  'Centre social',
  'Point numérique',
  'Atelier numérique',
  'Cyberbase',
  'Tiers-lieu',
  'Bibliothèque',
  'Relais des savoirs',
  'Fabrique numérique',
  'Bus numérique',
]
const SURNAMES = [
  'des Tilleuls',
  'du Phare',
  'des Salines',
  'de la Halle',
  'du Vieux Moulin',
  'des Quatre Vents',
  'du Lavoir',
  'de la Gare',
]
const STREETS = [
  'rue des Tilleuls',
  'place de la Halle',
  'avenue de la Gare',
  'rue du Moulin',
  'chemin des Écoles',
  'quai du Port',
]
const HOURS = [
  'Mo-Fr 09:00-12:00,14:00-17:00',
  'Tu-Sa 10:00-12:30,14:00-18:00',
  'We 14:00-18:00; Sa 09:00-12:00',
  'Mo,Tu,Th,Fr 08:30-12:30',
  null,
]
const SERVICES = [
  'administrative-procedures',
  'everyday-tools',
  'understanding-digital',
  'internet-and-equipment-access',
  'job-seeking',
  'leisure-and-creation',
  'safe-use',
  'parenting-and-education',
  'affordable-equipment',
]

function rowOf(commune: Commune, number: number, random: () => number) {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const name = `${pick(KINDS)} ${random() < 0.5 ? `de ${commune.nom}` : pick(SURNAMES)}`
  const [latitude, longitude] = pointOf(commune, random)
  return {
    id: newId<'place'>(),
    slug: `lieu-${number}-${commune.code.toLowerCase()}`,
    name,
    commune: commune.nom,
    postal_code: commune.codesPostaux[0] ?? null,
    insee_code: commune.code,
    address: `${1 + Math.floor(random() * 90)} ${pick(STREETS)}`,
    latitude,
    longitude,
    phone: `+3319900${String(number % 10_000).padStart(4, '0')}`,
    opening_hours: pick(HOURS),
    summary: 'Un lieu imaginaire, pour éprouver l’annuaire à la taille du pays.',
    source: 'national-fictif',
    updated_on: fromCivil(2026, 1 + Math.floor(random() * 6), 15),
    // The first services are the most common, as in the real directory.
    services: SERVICES.filter((_, index) => random() < 0.75 / (index * 0.6 + 1)),
    fees: [random() < 0.8 ? 'free' : 'paying'],
    access_modes: ['walk-in'],
  }
}

/** Around the département's middle; a third of a commune's places share its very point, as real ones do. */
function pointOf({ code, departement }: Commune, random: () => number): [number, number] {
  const [latitude = 46.5, longitude = 2.5] = CENTRES[departement] ?? []
  const own = seeded(Number.parseInt(code.replace(/\D/g, '0'), 10))
  const centre: [number, number] = [latitude + (own() - 0.5) * 0.7, longitude + (own() - 0.5) * 1]
  if (random() < 0.33) return centre
  return [centre[0] + (random() - 0.5) * 0.03, centre[1] + (random() - 0.5) * 0.04]
}

/** Mulberry32: small, quick, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Middle of each département, to a tenth of a degree: latitude, longitude. */
const CENTRES: Readonly<Record<string, readonly [number, number]>> = Object.fromEntries(
  `01 46.1 5.4,02 49.5 3.6,03 46.4 3.2,04 44.1 6.2,05 44.7 6.3,06 43.9 7.1,07 44.8 4.4,08 49.6 4.6,09 42.9 1.5,10 48.3 4.2,
11 43.1 2.4,12 44.3 2.7,13 43.5 5.1,14 49.1 -0.4,15 45.1 2.7,16 45.7 0.2,17 45.8 -0.7,18 47.1 2.5,19 45.4 1.9,21 47.4 4.8,
22 48.4 -2.9,23 46.1 2.0,24 45.1 0.7,25 47.2 6.4,26 44.7 5.2,27 49.1 1.0,28 48.4 1.4,29 48.3 -4.1,2A 41.9 9.0,2B 42.4 9.2,
30 44.0 4.2,31 43.4 1.2,32 43.7 0.5,33 44.8 -0.6,34 43.6 3.4,35 48.2 -1.6,36 46.8 1.6,37 47.3 0.7,38 45.3 5.6,39 46.7 5.7,
40 44.0 -0.8,41 47.6 1.4,42 45.7 4.2,43 45.1 3.8,44 47.3 -1.7,45 47.9 2.3,46 44.6 1.6,47 44.4 0.5,48 44.5 3.5,49 47.4 -0.6,
50 49.1 -1.3,51 48.9 4.2,52 48.1 5.2,53 48.1 -0.7,54 48.8 6.2,55 49.0 5.4,56 47.8 -2.8,57 49.0 6.7,58 47.1 3.5,59 50.4 3.2,
60 49.4 2.4,61 48.6 0.1,62 50.5 2.3,63 45.7 3.1,64 43.3 -0.8,65 43.1 0.2,66 42.6 2.5,67 48.7 7.6,68 47.9 7.3,69 45.9 4.6,
70 47.6 6.1,71 46.6 4.5,72 48.0 0.2,73 45.5 6.4,74 46.0 6.4,75 48.9 2.3,76 49.7 1.0,77 48.6 2.9,78 48.8 1.8,79 46.5 -0.3,
80 49.9 2.3,81 43.8 2.2,82 44.1 1.3,83 43.5 6.2,84 44.0 5.2,85 46.7 -1.4,86 46.6 0.5,87 45.9 1.2,88 48.2 6.4,89 47.8 3.6,
90 47.6 6.9,91 48.5 2.2,92 48.8 2.2,93 48.9 2.5,94 48.8 2.5,95 49.1 2.1,971 16.2 -61.6,972 14.6 -61.0,973 4.0 -53.0,
974 -21.1 55.5,976 -12.8 45.2`
    .split(/,\s*/)
    .map((line) => {
      const [code = '', latitude, longitude] = line.trim().split(' ')
      return [code, [Number(latitude), Number(longitude)]]
    }),
)
