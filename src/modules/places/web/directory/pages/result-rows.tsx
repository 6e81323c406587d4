import type { Instant } from '../../../../../kernel/instant.ts'
import { ResultList } from '../../../../../ui/result-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { PlaceSummary, ShownLabel } from '../../../data/places.queries.ts'
import type { FreshnessBadge } from '../../../domain/freshness/badge.ts'
import { emptyBook, type HolidayBook } from '../../../domain/hours/holiday-book.ts'
import { hoursNow } from '../../../domain/hours/place-hours.ts'
import type { PlaceId } from '../../../domain/place.ts'
import { FreshnessTag } from '../../freshness/pages/freshness-tag.tsx'
import { stateText } from '../../hours/hours-wording.ts'
import { paths } from '../../paths.ts'
import { distanceText } from '../../search/search-wording.ts'
import { addressText, plainService } from '../../wording.ts'

interface ResultRowsProps {
  base: string
  now: Instant
  places: readonly PlaceSummary[]
  labels: ReadonlyMap<PlaceId, readonly ShownLabel[]>
  /** How fresh each sheet is, where something is to be said of it. */
  badges?: ReadonlyMap<PlaceId, FreshnessBadge> | undefined
  /** The days off that the network loaded or corrected. */
  book?: HolidayBook
  level?: 2 | 3
}

const MOST_SERVICES = 3

/** Places found: what matters at the door, then what one can do there. */
export function ResultRows({
  base,
  now,
  places,
  labels,
  badges,
  book = emptyBook,
  level = 2,
}: ResultRowsProps) {
  return (
    <ResultList
      level={level}
      results={places.map((place) => ({
        title: place.name,
        href: paths.place(base, place.slug),
        line: (
          <DoorLine
            place={place}
            now={now}
            book={book}
            labels={labels.get(place.id) ?? []}
            badge={badges?.get(place.id)}
          />
        ),
        children: <Offer place={place} />,
      }))}
    />
  )
}

function DoorLine({
  place,
  now,
  book,
  labels,
  badge,
}: {
  place: PlaceSummary
  now: Instant
  book: HolidayBook
  labels: readonly ShownLabel[]
  badge: FreshnessBadge | undefined
}) {
  const hours = hoursNow(place, now, book)
  return (
    <>
      {place.distance !== null && <span>{`À ${distanceText(place.distance, place.isApproximate)}`}</span>}
      <span>{addressText(place) || 'Adresse non communiquée'}</span>
      {hours && <span class="muted">{stateText(hours)}</span>}
      {labels.map(({ name }) => (
        <Tag state="positive">{name}</Tag>
      ))}
      <FreshnessTag badge={badge} />
    </>
  )
}

function Offer({ place }: { place: PlaceSummary }) {
  if (place.services.length === 0) return null
  const shown = place.services.slice(0, MOST_SERVICES).map(plainService)
  const others = place.services.length - shown.length
  return (
    <p class="muted">
      {shown.join(' ; ')}
      {others > 0 && ` ; et ${others === 1 ? 'un autre service' : `${others} autres services`}`}
    </p>
  )
}
