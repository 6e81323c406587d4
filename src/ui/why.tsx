import type { Child } from 'hono/jsx'

export interface WhyStep {
  /** « Article », « Déclencheur », « Calcul », « Lecture retenue ». */
  term: string
  text: Child
}

/** « Pourquoi ? »: how a computed value was found, folded under it. */
export function Why({
  label = 'Pourquoi ?',
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
        {steps.map(({ term, text }) => (
          <div>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
