import type { Child } from 'hono/jsx'

export interface Result {
  title: Child
  href: string
  /** What matters at the door: state, distance, next date. One line, wraps. */
  line?: Child
  children?: Child
}

/** Things found, one under the other. Sits under a heading of the level before `level`. */
export function ResultList({ results, level = 2 }: { results: readonly Result[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ul class="rows">
      {results.map(({ title, href, line, children }) => (
        <li>
          <Heading class="row-title">
            <a href={href}>{title}</a>
          </Heading>
          {line && <div class="row-line">{line}</div>}
          {children}
        </li>
      ))}
    </ul>
  )
}
