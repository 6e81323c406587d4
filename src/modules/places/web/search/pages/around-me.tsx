/** Shown by its script alone: without one, a commune in the search field does the same. DIR-62. */
export function AroundMe({ href }: { href: string }) {
  return (
    <div data-island="places/position" data-list={href} hidden>
      <p>
        <button class="button button-plain" type="button">
          Chercher autour de moi
        </button>
      </p>
      <p class="muted" role="status" />
    </div>
  )
}
