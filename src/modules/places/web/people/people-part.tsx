import { shownWorkers } from '../../data/people/people.queries.ts'
import type { PlacePart } from '../place/place-parts.ts'

/** Who works at the place, as each of them lets everybody know. DIR-72, DIR-78. */
export const peoplePart: PlacePart = async ({ view, context, place }) => {
  const people = await shownWorkers(context, place.id)
  if (people.length === 0) return {}
  const { base } = view.network
  return {
    section: (
      <section aria-labelledby="equipe">
        <h2 id="equipe">Qui vous accueille</h2>
        <ul>
          {people.map(({ personId, name, jobTitle }) => (
            <li>
              <a href={`${base}/animateurs/${personId}`}>{name}</a>
              {jobTitle && `, ${jobTitle}`}
            </li>
          ))}
        </ul>
      </section>
    ),
  }
}
