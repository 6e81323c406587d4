import { offeredAt } from '../../data/equipment/offered.queries.ts'
import { paths } from '../paths.ts'
import type { PlacePart } from '../place/place-parts.ts'

/** What is lent there, by kinds: neither how many nor who has them. Nothing when nobody lends. DIR-72. */
export const equipmentPart: PlacePart = async ({ view, context: { db, network }, place }) => {
  if (place.status !== 'published') return {}
  const kinds = await offeredAt(db, network.id, place.id)
  if (kinds.length === 0) return {}
  const { base } = view.network
  return {
    section: (
      <section aria-labelledby="materiel">
        <h2 id="materiel">Matériel à emprunter</h2>
        <ul>
          {kinds.map((kind) => (
            <li>
              <a href={paths.places(base, { equipment: [kind] })}>
                {kind}
                <span class="visually-hidden"> : voir tous les lieux qui en prêtent</span>
              </a>
            </li>
          ))}
        </ul>
        <p class="muted">
          Prêté aux structures qui ont une convention avec le réseau, pour leurs ateliers.{' '}
          <a href={`${base}/materiel/public`}>Voir tout le matériel du réseau</a>.
        </p>
      </section>
    ),
  }
}
