import { control, map as createMap, type LatLngBounds, type Map as LeafletMap } from 'leaflet'
import { drawGround } from './map/ground.ts'
import { type Mark, Pins } from './map/pins.ts'

/** Turns the drawn map into one that moves. Marks stay links; the list and the address follow the view. */
export async function enhance(element: HTMLElement) {
  const { marks = '', outline = '', box = '' } = element.dataset
  element.replaceChildren()
  const map = createMap(element, {
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0.5,
    minZoom: 3,
    maxZoom: 18,
    scrollWheelZoom: false,
    // One finger scrolls the page; two move the map.
    dragging: !matchMedia('(pointer: coarse)').matches,
  })
  element.setAttribute('role', 'group')
  element.setAttribute('aria-label', 'Carte des lieux')
  control.zoom({ zoomInTitle: 'Se rapprocher', zoomOutTitle: 'S’éloigner' }).addTo(map)
  zoomWithControlKey(map)
  const [west = 0, south = 0, east = 0, north = 0] = box.split(',').map(Number)
  map.fitBounds(
    [
      [south, west],
      [north, east],
    ],
    { animate: false },
  )
  const pins = new Pins(map)
  const refresh = async () => pins.draw(await ask<Mark[]>(marks, map))
  map.on('moveend', () =>
    refresh()
      .then(() => followList(map))
      .catch(reportFailure),
  )
  showHint()
  await Promise.all([drawGround(map, outline), refresh()])
}

/** The wheel alone scrolls the page. */
function zoomWithControlKey(map: LeafletMap) {
  map.getContainer().addEventListener('wheel', (event) => {
    if (!event.ctrlKey) return
    event.preventDefault()
    map.setZoomAround(map.mouseEventToLatLng(event), map.getZoom() + (event.deltaY < 0 ? 0.5 : -0.5))
  })
}

/** The address and the list beside the map show the same part of the ground. */
async function followList(map: LeafletMap) {
  const here = within(location.href, map.getBounds())
  here.searchParams.delete('page')
  history.replaceState(null, '', here)
  const page = new DOMParser().parseFromString(await (await fetch(here)).text(), 'text/html')
  if (location.href !== here.href) return
  for (const part of ['h1', '.page-act', '.list-map-list', '.map-views', '.map-status']) {
    const fresh = page.querySelector(part)
    if (fresh) document.querySelector(part)?.replaceChildren(...fresh.childNodes)
  }
}

async function ask<T>(address: string, map: LeafletMap): Promise<T> {
  const url = within(address, map.getBounds())
  url.searchParams.set('zoom', String(map.getZoom()))
  return (await fetch(url)).json() as Promise<T>
}

function within(address: string, bounds: LatLngBounds): URL {
  const url = new URL(address, location.href)
  const sides = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
  url.searchParams.set('bbox', sides.map((degrees) => String(Number(degrees.toFixed(5)))).join(','))
  return url
}

function showHint() {
  document.querySelector('.map-hint')?.removeAttribute('hidden')
}

function reportFailure() {
  const status = document.querySelector('.map-status')
  if (status)
    status.textContent = 'La carte ne répond pas. Rechargez la page pour voir la liste de cette zone.'
}
