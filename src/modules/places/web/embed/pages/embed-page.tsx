import type { View } from '../../../../../platform/http/page.tsx'
import { Document } from '../../../../../ui/document.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { ofName, plural } from '../../../../../ui/french.ts'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { PlaceSummary, ShownLabel } from '../../../data/places.queries.ts'
import type { HolidayBook } from '../../../domain/hours/holiday-book.ts'
import { hoursNow } from '../../../domain/hours/place-hours.ts'
import type { MapFrame } from '../../../domain/map/map-frame.ts'
import type { PlaceId } from '../../../domain/place.ts'
import type { ListCursor } from '../../../domain/search/list-cursor.ts'
import { type Listing, listingParameters } from '../../directory/listing.ts'
import { PageLinks } from '../../directory/pages/page-links.tsx'
import { stateText } from '../../hours/hours-wording.ts'
import type { DrawnMark } from '../../map/map-view.ts'
import { DrawnMap } from '../../map/pages/drawn-map.tsx'
import { paths } from '../../paths.ts'
import { addressText } from '../../wording.ts'
import { embedPaths } from '../embed.paths.ts'

interface EmbedProps {
  view: View
  token: string
  /** Where the map is, in words; empty: all of the network. */
  territory: string
  listing: Listing
  total: number
  places: readonly PlaceSummary[]
  previous: ListCursor | null
  next: ListCursor | null
  book: HolidayBook
  labels: ReadonlyMap<PlaceId, readonly ShownLabel[]>
  frame: MapFrame
  marks: readonly DrawnMark[]
}

/** The map and its list inside another site: no script needed, each place opens beside. DIR-85. */
export function EmbedPage(props: EmbedProps) {
  const { view, token, territory, listing, total, previous, next, frame, marks } = props
  const { network, assets } = view
  const { base, name } = network
  const title = territory === '' ? `Les lieux ${ofName(name)}` : `Les lieux ${ofName(name)}, ${territory}`
  const site = { name, home: `${base}/`, initials: '', nav: [], footer: [], scripts: [] }
  const hidden = listingParameters({ ...listing, text: '', page: 1, box: null })
  return (
    <Document
      site={{ ...site, styles: assets.styles, themeHref: network.themeSheet }}
      title={title}
      frame="public"
      styles={assets.mapStyles}
      head={
        <>
          <meta name="robots" content="noindex" />
          <script src={embedPaths.height(base)} defer />
        </>
      }
    >
      <div class="page">
        <main id="contenu" class="main">
          <h1>{title}</h1>
          <SearchForm
            action={`${base}/embed/carte`}
            label="Une commune, un code postal, un besoin"
            value={listing.text}
            keep={[['cle', token], ...hidden]}
          />
          <p>{plural(total, 'lieu', 'lieux')}</p>
          {marks.length > 0 && (
            <div class="map map-embedded">
              <DrawnMap frame={frame} marks={marks} />
            </div>
          )}
          {total === 0 ? (
            <EmptyState title="Aucun lieu ne répond à cette recherche ici">
              Essayez d’autres mots, ou{' '}
              <a href={paths.places(base)} target="_blank" rel="noopener">
                cherchez dans tout l’annuaire
              </a>
              .
            </EmptyState>
          ) : (
            <Rows {...props} />
          )}
          <PageLinks
            total={total}
            previous={previous}
            next={next}
            href={(page) => embedPaths.frame(base, token, { ...listing, page })}
          />
          <p class="muted">
            <a href={paths.places(base)} target="_blank" rel="noopener">
              Données {ofName(name)}
            </a>
            , Licence Ouverte 2.0.
          </p>
        </main>
      </div>
    </Document>
  )
}

/** What matters at the door; the rest is on the page of the place. */
function Rows({ view, places, book, labels }: Pick<EmbedProps, 'view' | 'places' | 'book' | 'labels'>) {
  return (
    <ul class="rows">
      {places.map((place) => {
        const hours = hoursNow(place, view.now, book)
        return (
          <li>
            <h2 class="row-title">
              <a href={paths.place(view.network.base, place.slug)} target="_blank" rel="noopener">
                {place.name}
              </a>
            </h2>
            <p>
              {addressText(place) || 'Adresse non communiquée'}
              {hours && <span class="muted"> · {stateText(hours)}</span>}
            </p>
            {(labels.get(place.id) ?? []).map((label) => (
              <Tag state="positive">{label.name}</Tag>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
