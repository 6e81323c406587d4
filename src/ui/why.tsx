import type { Child } from 'hono/jsx'

export interface WhyStep {
  /** « Article », « Déclencheur », « Calcul », « Lecture retenue ». */
  term: string
  text: Child
  /** Where what it names is to be read: the article itself. */
  href?: string | undefined
}

/** « Pourquoi ? »: how a computed value was found, folded under it. */
export function Why({
  label = 'Pourquoi ?',
  about,
  steps,
}: {
  label?: string
  about?: string
  steps: readonly WhyStep[]
}) {
  return (
    <details class="why">
      <summary>
        {label}
        {about && <span class="visually-hidden"> {about}</span>}
      </summary>
      <dl>
        {steps.map(({ term, text, href }) => (
          <div>
            <dt>{term}</dt>
            <dd>{href ? <a href={href}>{text}</a> : text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
