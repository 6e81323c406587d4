import type { Link } from './site.ts'

/** From the first level down to the parent: the page itself is its own h1, not a crumb. */
export function Breadcrumb({ links }: { links: readonly Link[] }) {
  if (links.length === 0) return null
  return (
    <nav class="breadcrumb" aria-label="Fil d’Ariane">
      <ol>
        {links.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
