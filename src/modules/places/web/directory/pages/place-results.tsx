import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import type { Condition, Instead, Results } from '../../../data/search/places.results.ts'
import type { FreshnessBadge } from '../../../domain/freshness/badge.ts'
import type { PlaceId } from '../../../domain/place.ts'
import { groundOf, type SearchReading, textWithout } from '../../../domain/search/search.ts'
import { FollowSearch } from '../../search/pages/follow-search.tsx'
import { unknownHoursText } from '../../search/search-wording.ts'
import { readingText, unknownText, unsaidText, withoutText } from '../../wording.ts'
import { type Listing, nothingAsked } from '../listing.ts'
import { PageLinks } from './page-links.tsx'
import { AskedFilters } from './place-filters.tsx'
import { ResultRows } from './result-rows.tsx'

interface ResultsProps {
  view: View
  listing: Listing
  results: Results
  badges?: ReadonlyMap<PlaceId, FreshnessBadge> | undefined
  href: (asked: Partial<Listing>) => string
}

/** What was understood, what was found, and what to do when nothing was. */
export function PlaceResults({ view, listing, results, badges, href }: ResultsProps) {
  const { total, previous, next, places, labels, instead } = results
  return (
    <>
      {listing.unknown.map((unknown) => (
        <Notice state="warning" title={unknownText(unknown)} />
      ))}
      <HowItWasRead listing={listing} results={results} href={href} />
      <AskedFilters listing={listing} results={results} href={href} />
      {results.lacksCentre && (
        <Notice
          state="warning"
          title={'La distance n’a pas été prise en compte : indiquez une commune ou un code postal.'}
        />
      )}
      {results.unknownHours > 0 && <p class="muted">{unknownHoursText(results.unknownHours)}</p>}
      {instead && <Nothing instead={instead} reading={results.reading} href={href} />}
      {places.length > 0 && (
        <ResultRows
          base={view.network.base}
          now={view.now}
          places={places}
          labels={labels}
          badges={badges}
          book={results.book}
        />
      )}
      {instead && instead.nearest.length > 0 && (
        <>
          <h2>Les plus proches</h2>
          <ResultRows
            base={view.network.base}
            now={view.now}
            places={instead.nearest}
            labels={labels}
            book={results.book}
            level={3}
          />
        </>
      )}
      <PageLinks total={total} previous={previous} next={next} href={(page) => href({ page })} />
      <FollowSearch view={view} listing={listing} />
    </>
  )
}

function HowItWasRead({ listing, results: { reading, filter, total }, href }: Omit<ResultsProps, 'view'>) {
  if (!reading) return null
  if (filter.forgiving)
    return <p class="muted">Aucun lieu n’a exactement ces mots. Voici ceux qui s’en rapprochent.</p>
  const understood = readingText(reading)
  if (!understood) return null
  return (
    <>
      {reading.unsaid && total > 0 && <p>{unsaidText(reading.unsaid)}</p>}
      <p class="muted">
        Nous avons compris : {understood}.{' '}
        <a href={href({ literally: !listing.literally })}>Chercher plutôt ces mots tels quels</a>
      </p>
    </>
  )
}

/** The same search without one of its conditions. */
function without(condition: Condition, reading: SearchReading | null): Partial<Listing> {
  if (condition === 'text') return { text: '', literally: false }
  if (condition === 'words') return { text: (reading && groundOf(reading)) ?? '', literally: false }
  return { ...withoutSaid(condition, reading), [condition]: nothingAsked[condition] }
}

/** A condition that words of the text ask goes with them. */
function withoutSaid(condition: Condition, reading: SearchReading | null): Partial<Listing> {
  const said = reading?.choices.filter((choice) => choice.condition === condition).flatMap(({ said }) => said)
  return reading && said && said.length > 0 ? { text: textWithout(reading.text, said) } : {}
}

function Nothing({
  instead,
  reading,
  href,
}: {
  instead: Instead
  reading: SearchReading | null
  href: ResultsProps['href']
}) {
  return (
    <EmptyState title="Aucun lieu ne répond à cette recherche.">
      {instead.without.length > 0 ? (
        <ul>
          {instead.without.map(({ condition, count }) => (
            <li>
              <a href={href(without(condition, reading))}>{withoutText(condition, count, reading)}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p>Vérifiez l’écriture, ou essayez le nom d’une commune plus grande, un code postal, un besoin.</p>
      )}
    </EmptyState>
  )
}
