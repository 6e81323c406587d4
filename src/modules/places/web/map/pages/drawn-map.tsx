import { formatNumber } from '../../../../../ui/french.ts'
import { outline } from '../../../data/map/places.outline.ts'
import type { Territory } from '../../../domain/map/map-box.ts'
import { withRoom } from '../../../domain/map/map-captions.ts'
import { frameOf, type MapFrame, place } from '../../../domain/map/map-frame.ts'
import { drawOutline } from '../../../domain/map/map-outline.ts'
import type { DrawnMark } from '../map-view.ts'

export const MAP_WIDTH = 600
export const MAP_HEIGHT = 640

/** A phone shows the drawing at half its size: `.map-mark-size` writes circles and words that much larger there. */
const SMALL_SCREEN_SCALE = 1.8

/** The map without a script: outlines and linked marks, each of which opens a list or a place (DIR-71). */
export function DrawnMap({ frame, marks }: { frame: MapFrame; marks: readonly DrawnMark[] }) {
  const drawn = marks.map((mark) => {
    const [x, y] = place(frame, mark.longitude, mark.latitude)
    return { mark, x: Math.round(x), y: Math.round(y), radius: Math.round(radius(mark.count)) }
  })
  const captions = drawn.map(({ mark, ...at }) => ({ ...at, text: caption(mark) }))
  const [captioned, captionedSmall] = [withRoom(captions), withRoom(captions, SMALL_SCREEN_SCALE)]
  return (
    <svg class="map-drawn" viewBox={`0 0 ${frame.width} ${frame.height}`} aria-label="Carte des lieux">
      <Ground frame={frame} />
      {drawn.map((one, at) => (
        <MarkLink {...one} isCaptioned={captioned.has(at)} isCaptionedSmall={captionedSmall.has(at)} />
      ))}
    </svg>
  )
}

const SITUATION = 240
const situations = new Map<Territory['name'], { frame: MapFrame; path: string }>()

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

/** A territory in the corner of a map; its name and its count are written beside. */
export function InsetMap({ territory }: { territory: Territory }) {
  return (
    <svg class="map-inset" viewBox={`0 0 ${SITUATION} ${SITUATION}`} aria-hidden="true">
      <path class="map-land" d={situationOf(territory).path} />
    </svg>
  )
}

function situationOf(territory: Territory) {
  const known = situations.get(territory.name)
  if (known) return known
  const frame = frameOf(territory.box, SITUATION, SITUATION)
  const drawn = { frame, path: drawOutline(outline().france, frame) }
  situations.set(territory.name, drawn)
  return drawn
}

export function Ground({ frame }: { frame: MapFrame }) {
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

/** A place alone is named where there is room, as a town is. */
function caption({ count, town, label }: DrawnMark): string {
  const text = count > 1 ? town : label
  return text.length > 26 ? `${text.slice(0, 25)}…` : text
}

interface MarkLinkProps {
  mark: DrawnMark
  x: number
  y: number
  radius: number
  isCaptioned: boolean
  isCaptionedSmall: boolean
}

function MarkLink({ mark, x, y, radius: size, isCaptioned, isCaptionedSmall }: MarkLinkProps) {
  return (
    <a
      class="map-mark"
      href={mark.href}
      aria-label={mark.label}
      target={mark.isBeside ? '_blank' : undefined}
    >
      <title>{mark.label}</title>
      <g transform={`translate(${x} ${y})`}>
        <g class="map-mark-size">
          <circle r={size} />
          {/* Read in the order of the label: « Calvados », then « 5 ». */}
          {isCaptioned && (
            <text class={isCaptionedSmall ? 'map-town' : 'map-town map-town-wide'} y={size + 11}>
              {caption(mark)}
            </text>
          )}{' '}
          {mark.count > 1 && (
            <text class="map-count" y="4">
              {formatNumber(mark.count)}
            </text>
          )}
        </g>
      </g>
    </a>
  )
}
