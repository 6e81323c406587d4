import type { Child } from 'hono/jsx'

interface ListAndMapProps {
  list: Child
  map: Child
  /** The map across the page, the list under it, however wide the window. */
  isMapFirst?: boolean
}

/** A list and its map: one under the other, side by side above 64rem. The map repeats the list, never replaces it. */
export function ListAndMap({ list, map, isMapFirst }: ListAndMapProps) {
  return (
    <div class={isMapFirst ? 'list-map list-map-wide' : 'list-map'}>
      <div class="list-map-list">{list}</div>
      <div class="list-map-map">{map}</div>
    </div>
  )
}

interface WithSideProps {
  side: Child
  /** `start`: filters, before what they command. `end`: facts, after the main answers. */
  at?: 'start' | 'end' | undefined
  /** What everybody needs first: read before the main column, at the head of a side that stands at its end. */
  lead?: Child
  children: Child
}

/** A narrow column beside the main one above 64rem; under it, before or after. */
export function WithSide({ side, at = 'start', lead, children }: WithSideProps) {
  const narrow = <div class="with-side-side">{side}</div>
  return (
    <div class={at === 'end' ? 'with-side with-side-end' : 'with-side'}>
      {at === 'start' && narrow}
      {lead && <div class="with-side-lead">{lead}</div>}
      <div class="with-side-main">{children}</div>
      {at === 'end' && narrow}
    </div>
  )
}
