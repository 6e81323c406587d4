import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

/** `pending`: waits for someone. `neutral`: over, or not concerned. */
export type State = 'positive' | 'warning' | 'danger' | 'info' | 'pending' | 'neutral'

export const stateIcon: Readonly<Record<State, IconName>> = {
  positive: 'circle-check',
  warning: 'triangle',
  danger: 'diamond',
  info: 'circle-info',
  pending: 'circle-dashed',
  neutral: 'circle-minus',
}

/** A state said three times: by its word, the shape of its icon, its colour. */
export function Tag({ state, children }: { state: State; children: Child }) {
  return (
    <span class={`tag tag-${state}`}>
      <Icon name={stateIcon[state]} />
      {children}
    </span>
  )
}
