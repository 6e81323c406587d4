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

function Origins({ origins, today }: { origins: readonly PlaceOrigin[]; today: Day }) {
  return (
    <section>
      <h2>D’où vient cette fiche</h2>
      {origins.map(({ uri, homeName, licence, answeredOn }) => (
        <p>
          Cette fiche est tenue par{' '}
          <a href={uri} rel="nofollow noopener">
            {homeName}
          </a>{' '}
          ({licence}). Elle se corrige chez lui.
          {answeredOn && isSilentSince(answeredOn, today) && (
            <>
              {' '}
              Ce réseau n’a pas répondu depuis le <DayText day={answeredOn} /> : ce qui est écrit ici peut
              avoir changé.
            </>
          )}
        </p>
      ))}
    </section>
  )
}
