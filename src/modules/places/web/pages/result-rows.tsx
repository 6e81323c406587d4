import { type Day, weekday } from '../../../../kernel/day.ts'
import { ResultList } from '../../../../ui/result-list.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import type { PlaceSummary, ShownLabel } from '../../data/places.queries.ts'
import { readWeek } from '../../domain/hours.ts'
import type { PlaceId } from '../../domain/place.ts'
import { paths } from '../paths.ts'
import { addressText, plainService, todayText } from '../wording.ts'

interface ResultRowsProps {
  base: string
  today: Day
  places: readonly PlaceSummary[]
  labels: ReadonlyMap<PlaceId, readonly ShownLabel[]>
  level?: 2 | 3
}

const MOST_SERVICES = 3

/** Places found: what matters at the door, then what one can do there. */
export function ResultRows({ base, today, places, labels, level = 2 }: ResultRowsProps) {
  return (
    <ResultList
      level={level}
      results={places.map((place) => ({
        title: place.name,
        href: paths.place(base, place.slug),
        line: <DoorLine place={place} today={today} labels={labels.get(place.id) ?? []} />,
        children: <Offer place={place} />,
      }))}
    />
  )
}

function DoorLine({
  place,
  today,
  labels,
}: {
  place: PlaceSummary
  today: Day
  labels: readonly ShownLabel[]
}) {
  const week = place.openingHours ? readWeek(place.openingHours) : null
  return (
    <>
      <span>{addressText(place) || 'Adresse non communiquée'}</span>
      {week && <span class="muted">{todayText(week, mondayFirst(today))}</span>}
      {labels.map(({ name }) => (
        <Tag state="positive">{name}</Tag>
      ))}
    </>
  )
}

/** A week is written from Monday, 0. */
export function mondayFirst(day: Day): number {
  return (weekday(day) + 6) % 7
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
