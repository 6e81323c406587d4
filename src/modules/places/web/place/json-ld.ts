import type { DayHours } from '../../domain/hours/hours-on.ts'
import type { PlaceHours } from '../../domain/hours/place-hours.ts'
import type { Place } from '../../domain/place.ts'
import { services } from '../../domain/vocabulary.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** A place in the words of schema.org, for search engines: what the page says, and nothing else. DIR-72. */
export function placeJsonLd(
  place: Place,
  hours: PlaceHours | null,
  address: string,
): Record<string, unknown> {
  const point = place.latitude !== null && place.longitude !== null
  return {
    '@context': 'https://schema.org',
    '@type': 'LocalBusiness',
    '@id': address,
    url: address,
    name: place.name,
    ...(place.summary && { description: place.summary }),
    ...(place.phone && { telephone: place.phone }),
    ...(place.websites.length > 0 && { sameAs: place.websites }),
    ...addressOf(place),
    ...(point && {
      geo: { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude },
    }),
    ...(hours && { openingHoursSpecification: hours.week.flatMap(specificationOf) }),
    ...(place.fees.includes('free') && { isAccessibleForFree: true }),
    ...(place.services.length > 0 && {
      makesOffer: place.services.map((code) => ({
        '@type': 'Offer',
        itemOffered: {
          '@type': 'Service',
          name: services.find((service) => service.code === code)?.standard ?? code,
        },
      })),
    }),
  }
}

function addressOf({ address, commune, postalCode }: Place): Record<string, unknown> {
  if (commune === '' && address === '') return {}
  return {
    address: {
      '@type': 'PostalAddress',
      ...(address !== '' && { streetAddress: address }),
      ...(postalCode && { postalCode }),
      ...(commune !== '' && { addressLocality: commune }),
      addressCountry: 'FR',
    },
  }
}

/** Hours that are to be confirmed are not promised to anybody. */
function specificationOf({ spans, isUnsure }: DayHours, weekday: number) {
  if (isUnsure) return []
  return spans.map(({ start, end }) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: `https://schema.org/${DAYS[weekday]}`,
    opens: timeText(start),
    closes: end === 1440 ? '23:59' : timeText(end),
  }))
}

function timeText(minutes: number): string {
  const inDay = minutes % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
