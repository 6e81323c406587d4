import type { Child } from 'hono/jsx'

/** What is rarely done on a page: one line until it is opened; open when what was just sent in it has to be mended. */
export function Folded(props: { title: string; isOpen?: boolean; children: Child }) {
  return (
    <details class="more" open={props.isOpen}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  )
}
