import type { Day } from '../../../../../kernel/day.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { JsonLd } from '../../../../../ui/json-ld.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { NearPlace } from '../../../data/place/nearest.queries.ts'
import type { PlaceSource } from '../../../data/place/place-sources.queries.ts'
import type { PublicChange } from '../../../data/place/public-history.queries.ts'
import type { ShownLabel, StoppedLabel } from '../../../data/places.queries.ts'
import type { FreshnessBadge } from '../../../domain/freshness/badge.ts'
import type { HolidayBook } from '../../../domain/hours/holiday-book.ts'
import { type PlaceHours as HoursOfPlace, hoursOfPlace } from '../../../domain/hours/place-hours.ts'
import { kindOf, type Place } from '../../../domain/place.ts'
import { fees, services, supportModes } from '../../../domain/vocabulary.ts'
import { FreshnessTag } from '../../freshness/pages/freshness-tag.tsx'
import { stateText } from '../../hours/hours-wording.ts'
import { paths } from '../../paths.ts'
import { addressText, lowerFirst, phoneText, termText } from '../../wording.ts'
import { placeJsonLd } from '../json-ld.ts'
import type { PlaceSaid } from '../place-parts.ts'
import { kickerText } from '../place-wording.ts'
import { PlaceContact, PlaceFacts } from './place-facts.tsx'
import { PlaceHistory } from './place-history.tsx'
import { PlaceHours } from './place-hours.tsx'
import { PlaceNearest } from './place-nearest.tsx'
import { PlaceWay } from './place-way.tsx'

export interface PlaceProps {
  view: View
  place: Place
  labels: readonly ShownLabel[]
  stopped: readonly StoppedLabel[]
  /** The last day somebody said that nothing had changed. */
  checkedOn: Day | null
  /** Its address in full, scheme and host included: the one to quote. */
  address: string
  /** The days off that the network loaded or corrected. */
  book: HolidayBook
  sources: readonly PlaceSource[]
  nearest: readonly NearPlace[]
  history: readonly PublicChange[]
  /** What other topics say of it. */
  said: readonly PlaceSaid[]
}

/**
 * Answers first: whom to call, when, what for, how to come; then the rest. What is not known does not show (DIR-72),
 * nor how to come to a place that closed.
 */
export function PlacePage({ view, place, labels, said, ...known }: PlaceProps) {
  const { base } = view.network
  const hours = hoursOfPlace(place, view.now, known.book)
  return (
    <Frame
      view={view}
      title={place.name}
      kicker={kickerText(kindOf(place), place.commune)}
      breadcrumb={[
        { label: 'Accueil', href: paths.home(base) },
        { label: 'Trouver un lieu', href: paths.places(base) },
        ...(place.commune
          ? [{ label: place.commune, href: paths.places(base, { text: place.commune }) }]
          : []),
      ]}
      intro={<AtTheDoor place={place} hours={hours} labels={labels} said={said} />}
      act={
        place.phone && place.status !== 'closed' ? (
          <ButtonLink href={`tel:${place.phone}`} look="plain" icon="phone">
            Appeler le {phoneText(place.phone)}
          </ButtonLink>
        ) : undefined
      }
      width="full"
      head={<Head place={place} hours={hours} address={known.address} />}
      map
    >
      {said.map(({ notice }) => notice)}
      <WithSide
        side={
          <PlaceFacts
            base={base}
            today={view.today}
            place={place}
            labels={labels}
            stopped={known.stopped}
            checkedOn={known.checkedOn}
            badge={badgeOf(said)}
            sources={known.sources}
          />
        }
        at="end"
        lead={
          <>
            <PlaceContact base={base} place={place} />
            {place.status !== 'closed' && <PlaceHours place={place} hours={hours} />}
          </>
        }
      >
        {place.status !== 'closed' && (
          <>
            <Offer place={place} />
            <PlaceWay base={base} place={place} />
          </>
        )}
        {said.map(({ section }) => section)}
        {place.detail && <Presentation text={place.detail} />}
        <PlaceNearest base={base} now={view.now} nearest={known.nearest} book={known.book} />
        <PlaceHistory history={known.history} />
        <Acts said={said} />
      </WithSide>
    </Frame>
  )
}

/** For search engines: where this page lives, and what it says in their words. A place that closed has nothing to sell. */
function Head({
  place,
  hours,
  address,
}: Pick<PlaceProps, 'place' | 'address'> & { hours: HoursOfPlace | null }) {
  return (
    <>
      <link rel="canonical" href={address} />
      {place.summary && <meta name="description" content={place.summary} />}
      {place.status === 'published' && <JsonLd data={placeJsonLd(place, hours, address)} />}
    </>
  )
}

function Acts({ said }: Pick<PlaceProps, 'said'>) {
  const acts = said.flatMap(({ acts = [] }) => acts)
  if (acts.length === 0) return null
  return (
    <ul data-on-screen>
      {acts.map(({ label, href }) => (
        <li>
          <a href={href} rel="nofollow">
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function AtTheDoor({
  place,
  hours,
  labels,
  said,
}: Pick<PlaceProps, 'place' | 'labels' | 'said'> & { hours: HoursOfPlace | null }) {
  const free = place.fees.map((fee) => termText(fees, fee))
  const sentences = [
    place.summary ?? '',
    hours && place.status !== 'closed' ? `${stateText(hours)}.` : '',
    free.length > 0 ? `${free.join(' ou ')}.` : '',
    addressText(place) ? `${addressText(place)}.` : '',
  ]
  const badge = badgeOf(said)
  return (
    <>
      {(labels.length > 0 || badge) && (
        <span class="intro-tags">
          {labels.map(({ name }) => (
            <>
              <Tag state="positive">{name}</Tag>{' '}
            </>
          ))}
          <FreshnessTag badge={badge} />
        </span>
      )}
      {sentences.filter((sentence) => sentence !== '').join(' ')}
    </>
  )
}

/** How fresh the sheet is, as the topic that knows says. */
function badgeOf(said: readonly PlaceSaid[]): FreshnessBadge | null {
  return said.find(({ badge }) => badge)?.badge ?? null
}

/** The resident's words, the administration's beneath. */
function Offer({ place }: { place: Place }) {
  return (
    <>
      <h2>Ce que vous pouvez y faire</h2>
      {place.services.length === 0 ? (
        <p>Ce lieu n’a pas encore dit ce qu’il propose. Appelez-le avant de venir.</p>
      ) : (
        <ul>
          {place.services.map((code) => {
            const term = services.find((service) => service.code === code)
            return (
              <li>
                {term?.plain ?? code}
                {term && (
                  <>
                    <br />
                    <span class="muted">{term.standard}</span>
                  </>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {place.supportModes.length > 0 && (
        <p>
          Comment : {place.supportModes.map((mode) => lowerFirst(termText(supportModes, mode))).join(' ; ')}.
        </p>
      )}
    </>
  )
}

function Presentation({ text }: { text: string }) {
  return (
    <>
      <h2>En savoir plus</h2>
      {text
        .split(/\n+/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph) => (
          <p>{paragraph}</p>
        ))}
    </>
  )
}
