import type { Instant } from '../../../../../kernel/instant.ts'
import { ResultList } from '../../../../../ui/result-list.tsx'
import type { NearPlace } from '../../../data/place/nearest.queries.ts'
import type { HolidayBook } from '../../../domain/hours/holiday-book.ts'
import { hoursNow } from '../../../domain/hours/place-hours.ts'
import { stateText } from '../../hours/hours-wording.ts'
import { paths } from '../../paths.ts'
import { distanceText } from '../../search/search-wording.ts'
import { addressText } from '../../wording.ts'

interface NearestProps {
  base: string
  now: Instant
  nearest: readonly NearPlace[]
  book: HolidayBook
}

/** Where else to go, when this place is closed or does not do what one needs. */
export function PlaceNearest({ base, now, nearest, book }: NearestProps) {
  if (nearest.length === 0) return null
  return (
    <>
      <h2>Les lieux les plus proches</h2>
      <ResultList
        level={3}
        results={nearest.map((place) => ({
          title: place.name,
          href: paths.place(base, place.slug),
          line: <NearLine place={place} now={now} book={book} />,
        }))}
      />
    </>
  )
}

function NearLine({ place, now, book }: { place: NearPlace; now: Instant; book: HolidayBook }) {
  const hours = hoursNow(place, now, book)
  return (
    <>
      <span>{`À ${distanceText(place.distance, place.isApproximate)}`}</span>
      <span>{addressText(place) || 'Adresse non communiquée'}</span>
      {hours && <span class="muted">{stateText(hours)}</span>}
    </>
  )
}
