import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

interface ConfirmationProps {
  /** A number to keep, said with its name: « Récépissé 2026-0417 ». */
  reference?: Child
  /** What is done, in one sentence. */
  done: Child
  /** What happens next, and who is told. */
  children?: Child
}

/** Under the h1 of the page that follows an act. */
export function Confirmation({ reference, done, children }: ConfirmationProps) {
  return (
    <div class="confirmation">
      <p class="confirmation-done">
        <Icon name="circle-check" />
        <span>{done}</span>
      </p>
      {reference && <p class="confirmation-reference">{reference}</p>}
      {children && <div class="confirmation-next">{children}</div>}
    </div>
  )
}
