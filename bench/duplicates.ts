import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ComparedPlace } from '../src/modules/places/domain/duplicates/corpus.ts'
import { duplicatePairs } from '../src/modules/places/domain/duplicates/pairs.ts'
import { measureDuplicates, placesOf } from '../src/modules/places/use-cases/duplicates/measure-duplicates.ts'
import { systemClock } from '../src/platform/clock.ts'
import { root } from '../src/platform/root.ts'
import { sourceOfPath } from '../src/platform/tables/file-source.ts'
import { report } from './national.ts'

// DIR-92: the consolidated file, then the same repeated until 100,000 places, each copy in a country of its own so that true
// pairs stay within one.

const COPIED = 100_000
const data = join(root, '../shared/data/places')
const national = join(data, 'national-consolide-standard-1.0.2.csv')

if (existsSync(national)) await measure()
else console.error(`Données réelles absentes (${data}) : cette mesure est sautée.`)

async function measure(): Promise<void> {
  const today = systemClock.today()
  const places = await placesOf(sourceOfPath(national), today)
  const copies = Array.from({ length: COPIED }, (_, rank) =>
    copyOf(places[rank % places.length] as ComparedPlace, Math.floor(rank / places.length)),
  )
  const once = fastest(() => duplicatePairs(places, 'probable'))
  const all = fastest(() => duplicatePairs(copies, 'probable'))
  report('directory.duplicates.13k', once, 'ms')
  report('directory.duplicates.100k', all, 'ms')
  report('directory.duplicates.100k to 13k', all / once, 'ratio')
  const { truth, groups } = await measureDuplicates(
    national,
    join(data, 'doublons-connus-national.csv'),
    today,
  )
  report('directory.duplicates.recall', truth?.recall ?? 0, 'ratio')
  report('directory.duplicates.groups', groups.proposed, 'groups')
}

/** Of three runs: the first one is compiled as it goes. */
function fastest(work: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now()
      work()
      return performance.now() - start
    }),
  )
}

function copyOf(place: ComparedPlace, copy: number): ComparedPlace {
  const own = (value: string | null) => value && `${copy} ${value}`
  return {
    ...place,
    communeCode: own(place.communeCode),
    postalCode: own(place.postalCode),
    phone: own(place.phone),
    mail: own(place.mail),
    pivot: own(place.pivot),
    latitude: place.latitude === null ? null : place.latitude + copy,
  }
}
