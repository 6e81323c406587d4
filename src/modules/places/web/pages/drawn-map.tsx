import { formatNumber } from '../../../../ui/french.ts'
import { outline } from '../../data/places.outline.ts'
import type { Territory } from '../../domain/map-box.ts'
import { frameOf, type MapFrame, place } from '../../domain/map-frame.ts'
import { drawOutline } from '../../domain/map-outline.ts'
import type { DrawnMark } from '../map-view.ts'

export const MAP_WIDTH = 600
export const MAP_HEIGHT = 640

/** The map without a script: outlines and linked marks, each of which opens a closer map or a place (DIR-71). */
export function DrawnMap({ frame, marks }: { frame: MapFrame; marks: readonly DrawnMark[] }) {
  return (
    <svg class="map-drawn" viewBox={`0 0 ${frame.width} ${frame.height}`} aria-label="Carte des lieux">
      <Ground frame={frame} />
      {marks.map((mark) => (
        <MarkLink mark={mark} at={place(frame, mark.longitude, mark.latitude)} />
      ))}
    </svg>
  )
}

const SITUATION = 240
const situations = new Map<Territory, { frame: MapFrame; path: string }>()

/** Where in its territory a place is: a point on the outline, drawn once per process. */
export function SituationMap({ territory, longitude, latitude, label }: SituationProps) {
  const { frame, path } = situationOf(territory)
  const [x, y] = place(frame, longitude, latitude)
  return (
    <svg class="map-situation" viewBox={`0 0 ${SITUATION} ${SITUATION}`} role="img" aria-label={label}>
      <path class="map-land" d={path} />
      <circle class="map-here" cx={x.toFixed(1)} cy={y.toFixed(1)} r="7" />
    </svg>
  )
}

interface SituationProps {
  territory: Territory
  longitude: number
  latitude: number
  label: string
}

function situationOf(territory: Territory) {
  const known = situations.get(territory)
  if (known) return known
  const frame = frameOf(territory.box, SITUATION, SITUATION)
  const drawn = { frame, path: drawOutline(outline().france, frame) }
  situations.set(territory, drawn)
  return drawn
}

function Ground({ frame }: { frame: MapFrame }) {
  const { france, neighbours } = outline()
  return (
    <>
      <path class="map-abroad" d={drawOutline(neighbours, frame)} />
      <path class="map-land" d={drawOutline(france, frame)} />
    </>
  )
}

/** Larger groups take more room, without drowning the others. */
function radius(count: number): number {
  return count === 1 ? 8 : Math.min(12 + 4 * Math.log10(count), 26)
}

function MarkLink({ mark, at: [x, y] }: { mark: DrawnMark; at: [number, number] }) {
  const size = Math.round(radius(mark.count))
  const [left, top] = [Math.round(x), Math.round(y)]
  return (
    <a class="map-mark" href={mark.href}>
      <title>{mark.label}</title>
      <circle cx={left} cy={top} r={size} />
      {mark.count > 1 && (
        <>
          <text class="map-count" x={left} y={top + 4}>
            {formatNumber(mark.count)}
          </text>
          <text class="map-town" x={left} y={top + size + 11}>
            {mark.town}
          </text>
        </>
      )}
    </a>
  )
}
