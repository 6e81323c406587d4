import { divIcon, type LatLngBounds, layerGroup, map as createMap, control, type Map as LeafletMap, marker, polygon } from 'leaflet'

/** A mark as the server describes it. */
interface Mark {
  at: [number, number]
  count: number
  town: string
  /** Zoom at which a group comes apart. */
  opensAt: number | null
  label: string
  href: string
}

/** Turns the drawn map into one that moves. Marks stay links; the list and the address follow the view. */
export async function enhance(element: HTMLElement) {
  const { marks = '', outline = '', box = '' } = element.dataset
  element.replaceChildren()
  const map = createMap(element, { attributionControl: false, zoomControl: false, maxZoom: 18, minZoom: 3, scrollWheelZoom: 'center' })
  control.zoom({ zoomInTitle: 'Se rapprocher', zoomOutTitle: 'S’éloigner' }).addTo(map)
  map.getContainer().setAttribute('aria-label', 'Carte des lieux')
  const [west = 0, south = 0, east = 0, north = 0] = box.split(',').map(Number)
  map.fitBounds([[south, west], [north, east]], { animate: false })
  const layer = layerGroup().addTo(map)
  const refresh = async () => drawMarks(map, layer, await ask<Mark[]>(marks, map))
  map.on('moveend', () => refresh().then(() => followList(map)).catch(reportFailure))
  await Promise.all([drawGround(map, outline), refresh()])
}

/** Rings come as a first point, then steps, in thousandths of a degree: longitude, latitude. */
async function drawGround(map: LeafletMap, address: string) {
  const ground = (await (await fetch(address)).json()) as Record<'france' | 'neighbours', number[][]>
  for (const [name, className] of [['neighbours', 'map-abroad'], ['france', 'map-land']] as const) {
    polygon(ground[name].map(unfold), { className, interactive: false, stroke: true, weight: 1 }).addTo(map)
  }
}

function unfold(steps: number[]): [number, number][] {
  const ring: [number, number][] = []
  let [x, y] = [0, 0]
  for (let at = 0; at + 1 < steps.length; at += 2) {
    x += steps[at] ?? 0
    y += steps[at + 1] ?? 0
    ring.push([y / 1000, x / 1000])
  }
  return ring
}

function drawMarks(map: LeafletMap, layer: ReturnType<typeof layerGroup>, marks: Mark[]) {
  const focused = document.activeElement?.closest('.map-pin')?.getAttribute('aria-label')
  layer.clearLayers()
  for (const mark of marks) {
    const icon = divIcon({ className: mark.count > 1 ? 'map-pin map-pin-group' : 'map-pin', html: pinOf(mark), iconSize: [32, 32] })
    marker(mark.at, { icon, keyboard: false, riseOnHover: true }).addTo(layer)
  }
  for (const link of map.getContainer().querySelectorAll<HTMLAnchorElement>('.map-pin a')) {
    const mark = marks.find(({ label, href }) => label === link.getAttribute('aria-label') && href === link.getAttribute('href'))
    link.addEventListener('click', (event) => comeCloser(event, map, mark))
    if (link.getAttribute('aria-label') === focused) link.focus()
  }
}

function pinOf({ count, town, label, href }: Mark): HTMLElement {
  const link = document.createElement('a')
  link.href = href
  link.setAttribute('aria-label', label)
  const sign = Object.assign(document.createElement('span'), { className: 'map-pin-sign', textContent: count > 1 ? `${count}` : '' })
  const name = Object.assign(document.createElement('span'), { className: 'map-pin-name', textContent: count > 1 ? town : label })
  link.append(sign, name)
  return link
}

/** A group opens here; a place, or places at one point, are pages: the link does it. */
function comeCloser(event: MouseEvent, map: LeafletMap, mark: Mark | undefined) {
  if (!mark || mark.opensAt === null || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  map.setView(mark.at, mark.opensAt)
  map.getContainer().focus()
}

/** The address and the list beside the map show the same part of the ground. */
async function followList(map: LeafletMap) {
  const here = within(location.href, map.getBounds())
  here.searchParams.delete('page')
  history.replaceState(null, '', here)
  const page = new DOMParser().parseFromString(await (await fetch(here)).text(), 'text/html')
  for (const part of ['h1', '.list-map-list', '.map-views', '.map-status']) {
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
  url.searchParams.set('bbox', sides.map((degrees) => degrees.toFixed(5)).join(','))
  return url
}

function reportFailure() {
  const status = document.querySelector('.map-status')
  if (status) status.textContent = 'La carte ne répond pas. La liste reste à jour.'
}
