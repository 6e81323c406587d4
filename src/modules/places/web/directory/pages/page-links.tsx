import { plural } from '../../../../../ui/french.ts'
import { Icon } from '../../../../../ui/icon.tsx'
import type { AskedPage } from '../../../domain/search/asked.ts'
import type { ListCursor } from '../../../domain/search/list-cursor.ts'

interface PageLinksProps {
  total: number
  previous: ListCursor | null
  next: ListCursor | null
  href: (page: AskedPage) => string
}

/** How many in all, and the places before and after these ones. Nothing when they all fit on one page. DIR-66. */
export function PageLinks({ total, previous, next, href }: PageLinksProps) {
  if (!previous && !next) return null
  return (
    <nav class="pagination" aria-label="Pages de la liste">
      <p class="pagination-range">{plural(total, 'lieu', 'lieux')} en tout</p>
      {previous && (
        <a class="pagination-link" href={href({ before: previous })} rel="prev">
          <Icon name="arrow-left" />
          Précédents
        </a>
      )}
      {next && (
        <a class="pagination-link" href={href({ after: next })} rel="next">
          Suivants
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}
