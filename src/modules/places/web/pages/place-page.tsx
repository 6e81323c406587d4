import type { Day } from '../../../../kernel/day.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { WithSide } from '../../../../ui/split.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import type { ShownLabel, StoppedLabel } from '../../data/places.queries.ts'
import { type PlaceHours as HoursOfPlace, hoursOfPlace } from '../../domain/hours/place-hours.ts'
import type { Place } from '../../domain/place.ts'
import { fees, services, supportModes } from '../../domain/vocabulary.ts'
import { stateText } from '../hours-wording.ts'
import { paths } from '../paths.ts'
import { addressText, atTown, lowerFirst, phoneText, termText } from '../wording.ts'
import { PlaceFacts } from './place-facts.tsx'
import { PlaceHours } from './place-hours.tsx'
import { PlaceWay } from './place-way.tsx'

export interface PlaceProps {
  view: View
  place: Place
  labels: readonly ShownLabel[]
  stopped: readonly StoppedLabel[]
  /** The last day somebody said that nothing had changed. */
  checkedOn: Day | null
}

/** Answers first: what for, when, how to come; then the rest. What is not known does not show (DIR-72). */
export function PlacePage({ view, place, labels, stopped, checkedOn }: PlaceProps) {
  const { base } = view.network
  const hours = hoursOfPlace(place, view.now)
  return (
    <Frame
      view={view}
      title={place.name}
      kicker={place.commune ? `Lieu ${atTown(place.commune)}` : 'Lieu du réseau'}
      breadcrumb={[
        { label: 'Accueil', href: paths.home(base) },
        { label: 'Trouver un lieu', href: paths.places(base) },
        ...(place.commune
          ? [{ label: place.commune, href: paths.places(base, { text: place.commune }) }]
          : []),
      ]}
      intro={<AtTheDoor place={place} hours={hours} labels={labels} />}
      act={
        place.phone && place.status !== 'closed' ? (
          <ButtonLink href={`tel:${place.phone}`} look="plain" icon="phone">
            Appeler le {phoneText(place.phone)}
          </ButtonLink>
        ) : undefined
      }
      width="full"
      map
    >
      {place.status === 'closed' && (
        <Notice state="warning" title="Ce lieu a fermé.">
          <p>
            <a href={paths.places(base, { text: place.commune })}>Voir les autres lieux de la commune</a>
          </p>
        </Notice>
      )}
      <WithSide
        side={
          <PlaceFacts
            base={base}
            today={view.today}
            place={place}
            labels={labels}
            stopped={stopped}
            checkedOn={checkedOn}
          />
        }
        at="end"
      >
        <Offer place={place} />
        <PlaceHours place={place} hours={hours} />
        <PlaceWay base={base} place={place} />
        {place.detail && <Presentation text={place.detail} />}
      </WithSide>
    </Frame>
  )
}

function AtTheDoor({
  place,
  hours,
  labels,
}: Pick<PlaceProps, 'place' | 'labels'> & { hours: HoursOfPlace | null }) {
  const free = place.fees.map((fee) => termText(fees, fee))
  const sentences = [
    place.summary ?? '',
    hours && place.status !== 'closed' ? `${stateText(hours)}.` : '',
    free.length > 0 ? `${free.join(' ou ')}.` : '',
    addressText(place) ? `${addressText(place)}.` : '',
  ]
  return (
    <>
      {labels.map(({ name }) => (
        <>
          <Tag state="positive">{name}</Tag>{' '}
        </>
      ))}
      {sentences.filter((sentence) => sentence !== '').join(' ')}
    </>
  )
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
          Comment{'\u00a0'}:{' '}
          {place.supportModes.map((mode) => lowerFirst(termText(supportModes, mode))).join('\u00a0; ')}.
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
