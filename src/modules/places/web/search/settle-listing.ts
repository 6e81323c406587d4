import { addDays, type Day } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import { offeredKinds } from '../../data/equipment/offered.queries.ts'
import { labelsShown } from '../../data/search/places.counts.ts'
import { namedTerritories } from '../../data/search/places.ground.ts'
import type { Listing } from '../directory/listing.ts'

/**
 * The same listing once the network itself was asked: a label, a territory or a kind of equipment it does not know is told like any other unknown
 * value, and taken out (DIR-64). So is a date that is over, or so far that nobody worked it out.
 */
export async function settleListing({ db, network, today }: Context, listing: Listing): Promise<Listing> {
  const named = listing.grounds.filter(({ kind }) => kind === 'territoire')
  const codes = listing.labels.length > 0 ? await labelsShown(db, network.id) : []
  const own = named.length > 0 ? (await namedTerritories(db, network.id)).map(({ slug }) => slug) : []
  const lostLabels = listing.labels.filter((label) => !codes.includes(label.split(':')[0] ?? ''))
  const lostGrounds = named.filter(({ code }) => !own.includes(code))
  const kinds = listing.equipment.length > 0 ? await offeredKinds(db, network.id) : []
  const lostKinds = listing.equipment.filter((kind) => !kinds.includes(kind))
  const lostMoments = listing.open.filter(
    (open) => open.includes('T') && !isWorkedOut(open.slice(0, 10), today),
  )
  if (lostLabels.length + lostGrounds.length + lostKinds.length + lostMoments.length === 0) return listing
  return {
    ...listing,
    labels: listing.labels.filter((label) => !lostLabels.includes(label)),
    grounds: listing.grounds.filter((ground) => !lostGrounds.includes(ground)),
    equipment: listing.equipment.filter((kind) => !lostKinds.includes(kind)),
    open: listing.open.filter((open) => !lostMoments.includes(open)),
    unknown: [
      ...listing.unknown,
      ...lostLabels.map((value) => ({ parameter: 'labels', value, allowed: codes })),
      ...lostKinds.map((value) => ({ parameter: 'equipement', value, allowed: kinds })),
      ...lostMoments.map((value) => ({ parameter: 'ouvert', value, allowed: null })),
      ...lostGrounds.map(({ code }) => ({ parameter: 'territoire', value: code, allowed: own })),
    ],
  }
}

const A_YEAR = 365

function isWorkedOut(on: string, today: Day): boolean {
  return on >= today && on <= addDays(today, A_YEAR)
}
