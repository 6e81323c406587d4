import { formatNumber } from './french.ts'
import { Icon } from './icon.tsx'

interface PaginationProps {
  /** From 1. */
  page: number
  pageSize: number
  total: number
  /** The address of another page of the same list. */
  href: (page: number) => string
  /** What is counted, in the plural: « lieux ». */
  unit?: string | undefined
}

/** « 1–25 sur 13 241 lieux », previous, next. Nothing when everything fits on one page. */
export function Pagination({ page, pageSize, total, href, unit }: PaginationProps) {
  if (total <= pageSize) return null
  const first = (page - 1) * pageSize + 1
  const last = Math.min(page * pageSize, total)
  return (
    <nav class="pagination" aria-label="Pages de la liste">
      <p class="pagination-range">
        {formatNumber(first)}–{formatNumber(last)} sur {formatNumber(total)} {unit}
      </p>
      {page > 1 && (
        <a class="pagination-link" href={href(page - 1)} rel="prev">
          <Icon name="arrow-left" />
          Page précédente
        </a>
      )}
      {last < total && (
        <a class="pagination-link" href={href(page + 1)} rel="next">
          Page suivante
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}
