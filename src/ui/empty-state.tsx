import type { Child } from 'hono/jsx'

/** Nothing yet, said warmly, with the first act: never a bare « Aucun résultat ». */
export function EmptyState({ title, act, children }: { title: Child; act?: Child; children?: Child }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
      {act && <div class="empty-act">{act}</div>}
    </div>
  )
}
