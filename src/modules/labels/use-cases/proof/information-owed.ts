import { type Day, earliest } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { confirmationsOf, findPlaces } from '../../../places/index.ts'
import { type PublicAward, publicAwards } from '../../data/proof/course.queries.ts'
import { awardsOwingInformation } from '../../data/proof/owing.queries.ts'
import { standingOn } from '../../domain/proof/course.ts'
import { type InformationDuty, informationDuties } from '../../domain/proof/information.ts'

/** What one labelled place owes of its information, by the agreement that carries its labels. */
export interface OwedInformation {
  place: { id: Id<'place'>; name: string; commune: string; slug: string }
  agreementId: Id<'agreement'> | null
  labels: readonly string[]
  duties: readonly InformationDuty[]
  /** The last day somebody said it was true; null: nobody has, since the label. */
  lastSaidOn: Day | null
}

/** Every place that bears, today, a label which asks for it; by name. Five statements whatever their number. LAB-32. */
export async function informationOwed(
  db: Database,
  network: NetworkId,
  today: Day,
): Promise<OwedInformation[]> {
  const awards = await publicAwards(db, network, { ids: await awardsOwingInformation(db, network) })
  const borne = awards.flatMap((award) => {
    const standing = standingOn(award.course, today)
    const isBorne = standing.status === 'active' || standing.status === 'suspended'
    return isBorne && award.placeId
      ? [{ award, place: award.placeId, from: standing.borneFrom, until: standing.until }]
      : []
  })
  const first = earliest(...borne.map(({ from }) => from))
  if (first === null) return []
  const ids = [...new Set(borne.map(({ place }) => place))]
  const said = Map.groupBy(
    await confirmationsOf(db, ids, { from: first, until: today }),
    ({ placeId }) => placeId,
  )
  const groups = Map.groupBy(borne, ({ award, place }) => `${place} ${award.agreementId ?? ''}`)
  const places = new Map((await findPlaces(db, network, ids)).map((place) => [place.id, place]))
  return [...groups.values()]
    .flatMap((group) => {
      const place = group[0] && places.get(group[0].place)
      if (!place) return []
      const days = (said.get(place.id) ?? []).map(({ on }) => on)
      return [owedBy(place, group, days, today)]
    })
    .sort((one, other) => one.place.name.localeCompare(other.place.name, 'fr'))
}

function owedBy(
  { id, name, commune, slug }: OwedInformation['place'],
  group: readonly { award: PublicAward; from: Day; until: Day | null }[],
  days: readonly Day[],
  today: Day,
): OwedInformation {
  const from = earliest(...group.map((one) => one.from)) as Day
  const isOpen = group.some(({ until }) => until === null)
  const until = isOpen
    ? null
    : (group
        .map((one) => one.until)
        .sort()
        .at(-1) ?? null)
  return {
    place: { id, name, commune, slug },
    agreementId: group[0]?.award.agreementId ?? null,
    labels: [...new Set(group.map(({ award }) => award.scheme.name))],
    duties: informationDuties({ from, until }, days, today),
    lastSaidOn: [...days].sort().at(-1) ?? null,
  }
}
