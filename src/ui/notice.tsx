import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import { stateIcon } from './tag.tsx'

interface NoticeProps {
  state: 'positive' | 'warning' | 'danger' | 'info'
  /** One sentence: what happened, or what to know. */
  title: Child
  /** True for the answer to an act just done: read at once by screen readers. */
  live?: boolean | undefined
  children?: Child
}

/** A banner above the title, or a remark in the text. It stays: nothing here disappears by itself. */
export function Notice({ state, title, live, children }: NoticeProps) {
  return (
    <div class={`notice notice-${state}`} role={live ? 'status' : undefined}>
      <Icon name={stateIcon[state]} />
      <div>
        <p class="notice-title">{title}</p>
        {children}
      </div>
    </div>
  )
}
