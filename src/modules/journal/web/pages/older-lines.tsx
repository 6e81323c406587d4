import { Icon } from '../../../../ui/icon.tsx'

interface OlderProps {
  /** Null when these are the newest. */
  newestHref: string | null
  /** Null at the end. */
  olderHref: string | null
}

/** A journal has no last page to jump to: one goes back in time, or to the beginning. */
export function OlderLines({ newestHref, olderHref }: OlderProps) {
  if (!newestHref && !olderHref) return null
  return (
    <nav class="pagination" aria-label="Pages du journal">
      {newestHref && (
        <a class="pagination-link" href={newestHref}>
          Lignes les plus récentes
        </a>
      )}
      {olderHref && (
        <a class="pagination-link" href={olderHref} rel="next">
          Lignes plus anciennes
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}
