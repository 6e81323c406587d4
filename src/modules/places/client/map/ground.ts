import { type Map as LeafletMap, polygon } from 'leaflet'

/** The outlines, from our own server. Rings come as a first point, then steps, in thousandths of a degree. */
export async function drawGround(map: LeafletMap, address: string) {
  const ground = (await (await fetch(address)).json()) as Record<'france' | 'neighbours', number[][]>
  polygon(ground.neighbours.map(unfold), { className: 'map-abroad', interactive: false }).addTo(map)
  polygon(ground.france.map(unfold), { className: 'map-land', interactive: false }).addTo(map)
}

/** Longitude then latitude in the file; the other way round for the map. */
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
