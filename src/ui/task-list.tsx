import type { Child } from 'hono/jsx'
import { type State, Tag } from './tag.tsx'

export interface Task {
  label: Child
  /** Absent: cannot be opened yet; the hint says why. */
  href?: string | undefined
  hint?: Child
  state: State
  /** The word of the state: « À compléter », « Complet ». */
  word: string
}

/** The sections of a long job, each with what is missing, in any order. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul class="tasks">
      {tasks.map(({ label, href, hint, state, word }) => (
        <li class="task">
          <div>
            {href ? <a href={href}>{label}</a> : label}
            {hint && <p class="task-hint">{hint}</p>}
          </div>
          <Tag state={state}>{word}</Tag>
        </li>
      ))}
    </ul>
  )
}
