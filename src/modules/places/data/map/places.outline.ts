import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { territories, widened } from '../../domain/map/map-box.ts'
import { clip, type Ring } from '../../domain/map/map-outline.ts'

/** The ground under the places: country outlines, longitude then latitude. No third party draws it. */
export interface Outline {
  france: readonly Ring[]
  neighbours: readonly Ring[]
  /** The same as JSON for the browser: each ring starts with a point, then steps, in thousandths of a degree. */
  json: string
  /** Hash of `json`: it names the address, which can then be kept for ever. */
  version: string
}

const FRANCE = '250'
/** ISO 3166 numbers of the countries that its maps also show: the others would only cost time. */
const AROUND = new Set(
  '020 028 040 056 076 174 191 203 208 212 276 328 372 380 438 442 450 480 492 500 504 528 534 548 616 620 659 660 662 705 724 740 756 788 826 831 832 833 012'.split(
    ' ',
  ),
)
const UNIT = 1000
/** In thousandths of a degree: about 600 m for France, 12 km abroad, which only gives the surroundings. */
const FINE = 6
const COARSE = 120

let drawn: Outline | null = null

/** Made once per process from Natural Earth's 1:10 million outlines, around the territories of France. */
export function outline(): Outline {
  drawn ??= drawOnce()
  return drawn
}

function drawOnce(): Outline {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
  const world = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection }>
  const surroundings = territories.map(({ box }) => widened(box, 0.6))
  const france: Ring[] = []
  const neighbours: Ring[] = []
  for (const country of shown(world)) {
    const rings = ringsOf(country.geometry)
    if (country.id === FRANCE) france.push(...shapes(rings, FINE))
    else
      for (const box of surroundings)
        neighbours.push(
          ...shapes(
            rings.map((ring) => clip(ring, box)),
            COARSE,
          ),
        )
  }
  const json = JSON.stringify({ france: france.map(steps), neighbours: neighbours.map(steps) })
  return { france, neighbours, json, version: createHash('sha256').update(json).digest('hex').slice(0, 12) }
}

function shown(world: Topology<{ countries: GeometryCollection }>) {
  const { countries } = world.objects
  const geometries = countries.geometries.filter(({ id }) => id === FRANCE || AROUND.has(String(id)))
  return feature(world, { ...countries, geometries }).features
}

/** Outer rings only: no lake or enclave matters at these scales. */
function ringsOf(geometry: GeoJSON.Geometry): Ring[] {
  if (geometry.type === 'Polygon') return geometry.coordinates.slice(0, 1).map((ring) => ring.flat())
  if (geometry.type !== 'MultiPolygon') return []
  return geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1).map((ring) => ring.flat()))
}

function shapes(rings: readonly Ring[], tolerance: number): Ring[] {
  return rings.map((ring) => simplified(ring, tolerance)).filter((ring) => ring.length >= 10)
}

/** Drops the points closer than the tolerance to the last one kept; whole thousandths, given back in degrees. */
function simplified(ring: Ring, tolerance: number): Ring {
  const kept: number[] = []
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  for (let at = 0; at + 1 < ring.length; at += 2) {
    const [x, y] = [Math.round((ring[at] ?? 0) * UNIT), Math.round((ring[at + 1] ?? 0) * UNIT)]
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < tolerance) continue
    kept.push(x / UNIT, y / UNIT)
    ;[lastX, lastY] = [x, y]
  }
  return kept
}

function steps(ring: Ring): number[] {
  return ring.map((degrees, at) => Math.round((degrees - (ring[at - 2] ?? 0)) * UNIT))
}
