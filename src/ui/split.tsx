import type { Child } from 'hono/jsx'

/** A list and its map: one under the other, side by side above 64rem. The map repeats the list, never replaces it. */
export function ListAndMap({ list, map }: { list: Child; map: Child }) {
  return (
    <div class="list-map">
      <div class="list-map-list">{list}</div>
      <div class="list-map-map">{map}</div>
    </div>
  )
}

/** Filters, a table of contents or facts beside the main column above 60rem. */
export function WithSide({ side, children }: { side: Child; children: Child }) {
  return (
    <div class="with-side">
      <div class="with-side-side">{side}</div>
      <div class="with-side-main">{children}</div>
    </div>
  )
}
