import type { Child } from 'hono/jsx'
import { formatNumber } from './french.ts'

interface ProgressProps {
  /** What is being done: « Import de 13 241 lieux ». */
  label: string
  done: number
  /** Null while it is not known. */
  total: number | null
  /** How far, in words: « 4 200 lignes lues sur 13 241 ». */
  sentence: Child
  /** This same page: the link that asks for news. */
  refreshHref: string
}

/**
 * Long work. An island may refresh it by itself; without a script the link does, so that the page never moves under a
 * reader's feet (WCAG 2.2.1 forbids a timed reload of the page).
 */
export function Progress({ label, done, total, sentence, refreshHref }: ProgressProps) {
  return (
    <div class="progress" data-progress={refreshHref}>
      <label class="progress-label" for="avancement">
        {label}
      </label>
      <progress id="avancement" value={total === null ? undefined : done} max={total ?? undefined}>
        {total ? `${formatNumber(Math.floor((100 * done) / total))} %` : null}
      </progress>
      <p class="progress-sentence" role="status">
        {sentence}
      </p>
      <p>
        <a href={refreshHref}>Actualiser cette page</a>
      </p>
    </div>
  )
}
