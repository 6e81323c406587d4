import type { Instant } from '../../../../kernel/instant.ts'
import { ResultList } from '../../../../ui/result-list.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import type { PlaceSummary, ShownLabel } from '../../data/places.queries.ts'
import { hoursNow } from '../../domain/hours/place-hours.ts'
import type { PlaceId } from '../../domain/place.ts'
import { stateText } from '../hours-wording.ts'
import { paths } from '../paths.ts'
import { addressText, plainService } from '../wording.ts'

interface ResultRowsProps {
  base: string
  now: Instant
  places: readonly PlaceSummary[]
  labels: ReadonlyMap<PlaceId, readonly ShownLabel[]>
  level?: 2 | 3
}

const MOST_SERVICES = 3

/** Places found: what matters at the door, then what one can do there. */
export function ResultRows({ base, now, places, labels, level = 2 }: ResultRowsProps) {
  return (
    <ResultList
      level={level}
      results={places.map((place) => ({
        title: place.name,
        href: paths.place(base, place.slug),
        line: <DoorLine place={place} now={now} labels={labels.get(place.id) ?? []} />,
        children: <Offer place={place} />,
      }))}
    />
  )
}

function DoorLine({
  place,
  now,
  labels,
}: {
  place: PlaceSummary
  now: Instant
  labels: readonly ShownLabel[]
}) {
  const hours = hoursNow(place, now)
  return (
    <>
      <span>{addressText(place) || 'Adresse non communiquée'}</span>
      {hours && <span class="muted">{stateText(hours)}</span>}
      {labels.map(({ name }) => (
        <Tag state="positive">{name}</Tag>
      ))}
    </>
  )
}

function Offer({ place }: { place: PlaceSummary }) {
  if (place.services.length === 0) return null
  const shown = place.services.slice(0, MOST_SERVICES).map(plainService)
  const others = place.services.length - shown.length
  return (
    <p class="muted">
      {shown.join('\u00a0; ')}
      {others > 0 && ` ; et ${others === 1 ? 'un autre service' : `${others} autres services`}`}
    </p>
  )
}
