import { divIcon, type LayerGroup, type Map as LeafletMap, layerGroup, marker } from 'leaflet'

/** As `web/map/map-points.ts` writes it: longitude, latitude, count, slug, name or town, state, zoom of a group. */
export type MapPoint = readonly [number, number, number, string, string, string, number?]

interface PinsOptions {
  /** The address of a place, without its slug. */
  place: string
  open(from: HTMLElement, at: readonly [number, number], label: string): void
}

/** Beyond, a keyboard has too long a way to go: the list takes over. DIR-69. */
const MOST_STOPS = 30

/** The marks in view: buttons, from north to south, that keep the focus when they are drawn again. */
export class Pins {
  readonly #map: LeafletMap
  readonly #layer: LayerGroup
  readonly #options: PinsOptions

  constructor(map: LeafletMap, options: PinsOptions) {
    this.#map = map
    this.#options = options
    this.#layer = layerGroup().addTo(map)
    this.#followRows()
  }

  /** Returns how many places stand behind marks that the keyboard does not reach. */
  draw(points: readonly MapPoint[]): number {
    const focused = document.activeElement?.closest<HTMLElement>('.map-pin-mark')?.dataset.at
    this.#layer.clearLayers()
    for (const [rank, point] of points.entries()) {
      const button = buttonOf(point)
      if (rank >= MOST_STOPS) button.tabIndex = -1
      button.addEventListener('click', () => this.#open(button, point))
      const className = point[2] > 1 ? 'map-pin map-pin-group' : `map-pin map-pin-${point[5] || 'inconnu'}`
      const icon = divIcon({ className, html: button, iconSize: [32, 32] })
      marker([point[1], point[0]], { icon, keyboard: false, riseOnHover: true }).addTo(this.#layer)
      if (button.dataset.at === focused) button.focus()
    }
    if (focused && document.activeElement === document.body) this.#map.getContainer().focus()
    return points.slice(MOST_STOPS).reduce((sum, [, , count]) => sum + count, 0)
  }

  /** A group comes apart; a place, or places at one point, open beside. */
  #open(button: HTMLElement, point: MapPoint) {
    const [longitude, latitude, , slug, name, , opensAt] = point
    if (opensAt !== undefined) return void this.#map.setView([latitude, longitude], opensAt)
    this.#choose(slug)
    this.#options.open(button, [longitude, latitude], slug ? name : heardOf(point))
  }

  /** A row of the list under the pointer, or with the focus, shows its mark. */
  #followRows() {
    const follow = (event: Event) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>('.list-map-list .rows > li')
      const href = row?.querySelector('a')?.getAttribute('href') ?? ''
      if (row)
        this.#choose(href.startsWith(this.#options.place) ? href.slice(this.#options.place.length) : '')
    }
    for (const kind of ['mouseover', 'focusin']) document.addEventListener(kind, follow)
  }

  #choose(slug: string) {
    for (const mark of document.querySelectorAll<HTMLElement>('.map-pin-mark'))
      mark.classList.toggle('map-pin-chosen', slug !== '' && mark.dataset.slug === slug)
    for (const link of document.querySelectorAll('.list-map-list .rows > li a'))
      link
        .closest('li')
        ?.classList.toggle('row-chosen', link.getAttribute('href') === this.#options.place + slug)
  }
}

/** Heard: « Groupe de 42 lieux vers Gap, zoomer ». Seen: « 42 », « Gap » beneath: an `aria-label` could not differ. */
function buttonOf(point: MapPoint): HTMLButtonElement {
  const [longitude, latitude, count, slug, name] = point
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'map-pin-mark'
  button.dataset.at = `${longitude},${latitude}`
  button.dataset.slug = slug
  button.append(
    text('visually-hidden', heardOf(point), null),
    text('map-pin-sign', count > 1 ? count.toLocaleString('fr-FR') : ''),
    text('map-pin-name', name),
  )
  return button
}

function heardOf([, , count, , name, state, opensAt]: MapPoint): string {
  if (count === 1) return state ? `${name}, ${state === 'ouvert' ? 'ouvert' : 'fermé'}` : name
  if (opensAt === undefined) return `${count} lieux à la même adresse${name && `, ${name}`}, voir la liste`
  return `Groupe de ${count} lieux${name && ` vers ${name}`}, zoomer`
}

function text(className: string, textContent: string, ariaHidden: 'true' | null = 'true'): HTMLElement {
  return Object.assign(document.createElement('span'), { className, textContent, ariaHidden })
}
