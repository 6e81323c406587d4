import type { Instant } from '../../../../../kernel/instant.ts'
import { plural } from '../../../../../ui/french.ts'
import type { Results } from '../../../data/search/places.results.ts'
import type { FreshnessBadge } from '../../../domain/freshness/badge.ts'
import type { PlaceId } from '../../../domain/place.ts'
import { ResultRows } from '../../directory/pages/result-rows.tsx'

interface MapPanelProps {
  base: string
  now: Instant
  results: Results
  badges?: ReadonlyMap<PlaceId, FreshnessBadge>
}

/** A part of a page, which the map shows beside a mark: the place, or the places, at that point. DIR-68. */
export function MapPanel({ base, now, results, badges }: MapPanelProps) {
  const { total, places, labels, book } = results
  return (
    <>
      {total !== 1 && <h2>{plural(total, 'lieu', 'lieux')} à cette adresse</h2>}
      <ResultRows
        base={base}
        now={now}
        places={places}
        labels={labels}
        badges={badges}
        book={book}
        level={total === 1 ? 2 : 3}
      />
    </>
  )
}
