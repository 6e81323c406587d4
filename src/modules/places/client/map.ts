import { control, map as createMap, type Map as LeafletMap } from 'leaflet'
import { drawGround } from './map/ground.ts'
import { Panel } from './map/panel.ts'
import { type MapPoint, Pins } from './map/pins.ts'
import { drawTiles } from './map/tiles.ts'
import { within } from './map/within.ts'

const SINGLE_ZOOM = 16

/** Turns the drawn map into one that moves; the list beside it stays the reference. */
export async function enhance(element: HTMLElement) {
  const { points = '', zone = '', place = '', panel = '', outline = '', box = '' } = element.dataset
  const [drawn] = element.children
  element.replaceChildren()
  const calm = !matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = createMap(element, {
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0.5,
    minZoom: 3,
    maxZoom: Number(element.dataset.maxZoom ?? 18),
    scrollWheelZoom: false,
    // One finger scrolls the page; two move the map.
    dragging: !matchMedia('(pointer: coarse)').matches,
    ...{ zoomAnimation: calm, fadeAnimation: calm, markerZoomAnimation: calm, inertia: calm },
  })
  element.setAttribute('role', 'region')
  element.setAttribute('aria-label', 'Carte des lieux')
  control.zoom({ zoomInTitle: 'Se rapprocher', zoomOutTitle: 'S’éloigner' }).addTo(map)
  zoomWithControlKey(map)
  map.fitBounds(boundsOf(box), { animate: false, maxZoom: SINGLE_ZOOM })
  const shown = new Panel(element, (at) => within(panel, at))
  const pins = new Pins(map, { place, open: (...opened) => void shown.open(...opened).catch(fail) })
  let isFirst = true
  const refresh = async () => {
    const address = within(points, map.getBounds())
    address.searchParams.set('z', String(map.getZoom()))
    const answer = (await (await fetch(address)).json()) as { items: MapPoint[] }
    const hidden = pins.draw(answer.items)
    if (!isFirst) tell(answer.items, within(zone, map.getBounds()), hidden)
    isFirst = false
  }
  map.on('moveend', () => void refresh().catch(fail))
  document.querySelector('.map-hint')?.removeAttribute('hidden')
  await Promise.all([drawGround(map, outline), refresh()]).catch((error) => {
    map.remove()
    if (drawn) element.replaceChildren(drawn)
    throw error
  })
  drawTiles(map, element.dataset)
}

/** The wheel alone scrolls the page. */
function zoomWithControlKey(map: LeafletMap) {
  map.getContainer().addEventListener('wheel', (event) => {
    if (!event.ctrlKey) return
    event.preventDefault()
    map.setZoomAround(map.mouseEventToLatLng(event), map.getZoom() + (event.deltaY < 0 ? 0.5 : -0.5))
  })
}

/** After a move: how many places are in sight, and the way to list them. */
function tell(points: readonly MapPoint[], zone: URL, hidden: number) {
  const seen = points.reduce((sum, [, , count]) => sum + count, 0)
  const places = (count: number) => `${count.toLocaleString('fr-FR')} ${count > 1 ? 'lieux' : 'lieu'}`
  say(`${places(seen)} sur cette partie de la carte.`)
  const way = document.querySelector('.map-zone')
  const link = way?.querySelector('a')
  if (!link) return
  link.href = zone.href
  link.textContent =
    hidden > 0 ? `${places(hidden)} de plus\u00a0: voir la liste de cette zone` : 'Rechercher dans cette zone'
  way?.removeAttribute('hidden')
}

function fail() {
  say('La carte ne répond pas. La liste reste complète\u00a0; rechargez la page pour revoir la carte.')
}

function say(text: string) {
  const status = document.querySelector('.map-status')
  if (status) status.textContent = text
}

function boundsOf(box: string): [[number, number], [number, number]] {
  const [west = 0, south = 0, east = 0, north = 0] = box.split(',').map(Number)
  return [
    [south, west],
    [north, east],
  ]
}
