import { divIcon, type LayerGroup, type Map as LeafletMap, layerGroup, marker } from 'leaflet'

/** A mark as the server describes it. */
export interface Mark {
  at: [number, number]
  count: number
  town: string
  /** Zoom at which a group comes apart; null for a place, or places at one point. */
  opensAt: number | null
  label: string
  href: string
}

/** The marks in view: links, in the order of the page, that keep the focus when they are drawn again. */
export class Pins {
  readonly #map: LeafletMap
  readonly #layer: LayerGroup

  constructor(map: LeafletMap) {
    this.#map = map
    this.#layer = layerGroup().addTo(map)
  }

  draw(marks: readonly Mark[]) {
    const focused = document.activeElement?.closest('.map-pin a')?.getAttribute('href')
    this.#layer.clearLayers()
    for (const mark of marks) {
      const link = linkOf(mark)
      link.addEventListener('click', (event) => this.#open(event, mark))
      const className = mark.count > 1 ? 'map-pin map-pin-group' : 'map-pin'
      const icon = divIcon({ className, html: link, iconSize: [32, 32] })
      marker(mark.at, { icon, keyboard: false, riseOnHover: true }).addTo(this.#layer)
      if (mark.href === focused) link.focus()
    }
    if (focused && document.activeElement === document.body) this.#map.getContainer().focus()
  }

  /** A group opens here; a place, or places at one point, have their page: the link leads there. */
  #open(event: MouseEvent, { at, opensAt }: Mark) {
    if (opensAt === null || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.#map.setView(at, opensAt)
  }
}

/** Heard: « 42 lieux vers Gap ». Seen: « 42 », and « Gap » beneath. */
function linkOf({ count, town, label, href }: Mark): HTMLAnchorElement {
  const link = Object.assign(document.createElement('a'), { href })
  const sign = text('map-pin-sign', count > 1 ? count.toLocaleString('fr-FR') : '')
  const name = text('map-pin-name', count > 1 ? town : label)
  for (const seen of [sign, name]) seen.setAttribute('aria-hidden', 'true')
  link.append(text('visually-hidden', label), sign, name)
  return link
}

function text(className: string, textContent: string): HTMLElement {
  return Object.assign(document.createElement('span'), { className, textContent })
}
