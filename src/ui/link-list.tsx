import type { Child } from 'hono/jsx'

export interface LinkListItem {
  label: string
  href: string
  /** The same in the administration's words, or what one finds there. */
  hint?: Child
}

/** The ways on from here, in large targets: one column on a phone, two or three where there is room. */
export function LinkList({ items }: { items: readonly LinkListItem[] }) {
  return (
    <ul class="link-list">
      {items.map(({ label, href, hint }) => (
        <li>
          <a href={href}>{label}</a>
          {hint && <p class="link-list-hint">{hint}</p>}
        </li>
      ))}
    </ul>
  )
}
