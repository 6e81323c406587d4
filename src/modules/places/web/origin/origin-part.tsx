import type { Day } from '../../../../kernel/day.ts'
import { DayText } from '../../../../ui/time.tsx'
import { originsOf, type PlaceOrigin } from '../../data/place/origin.queries.ts'
import { isSilentSince } from '../../domain/federation/silence.ts'
import type { PlacePart } from '../place/place-parts.ts'

/** Whose sheet it is, when its home is another network. DIR-87, DIR-90. */
export const originPart: PlacePart = async ({ view, context, place }) => {
  const origins = await originsOf(context.db, place.id)
  return origins.length === 0 ? {} : { section: <Origins origins={origins} today={view.today} /> }
}

/** Said once, whatever the number of homes: a place known by two networks may be held by both. */
function Origins({ origins, today }: { origins: readonly PlaceOrigin[]; today: Day }) {
  const homes = [...new Map(origins.map((origin) => [origin.homeName, origin])).values()]
  const isOne = homes.length === 1
  return (
    <section>
      <h2>D’où vient cette fiche</h2>
      <p>
        Cette fiche est tenue par{' '}
        {homes.map(({ uri, homeName, licence }, at) => (
          <>
            {at > 0 && (at === homes.length - 1 ? ' et ' : ', ')}
            <a href={uri} rel="nofollow noopener">
              {homeName}
            </a>{' '}
            ({licence})
          </>
        ))}
        . Elle se corrige chez {isOne ? 'lui' : 'eux'}.
      </p>
      {homes.map(
        ({ homeName, answeredOn }) =>
          answeredOn &&
          isSilentSince(answeredOn, today) && (
            <p>
              {isOne ? 'Ce réseau' : homeName} n’a pas répondu depuis le <DayText day={answeredOn} /> : ce qui
              est écrit ici peut avoir changé.
            </p>
          ),
      )}
    </section>
  )
}
