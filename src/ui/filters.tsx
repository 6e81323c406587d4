import { formatNumber } from './french.ts'
import { Icon } from './icon.tsx'

export interface FilterOption {
  label: string
  /** The same list with this filter added, or taken away when it is selected. */
  href: string
  count?: number | undefined
  selected?: boolean | undefined
}

export interface FilterGroup {
  label: string
  options: readonly FilterOption[]
}

/** Filters as links: each is an address that can be kept, sent, and opened without a script. */
export function Filters({
  groups,
  clearHref,
}: {
  groups: readonly FilterGroup[]
  clearHref?: string | undefined
}) {
  return (
    <nav class="filters" aria-label="Filtres">
      {groups.map((group) => (
        <details class="filters-group" open>
          <summary>{group.label}</summary>
          <ul>
            {group.options.map((option) => (
              <li>
                <FilterLink option={option} />
              </li>
            ))}
          </ul>
        </details>
      ))}
      {clearHref && <a href={clearHref}>Retirer tous les filtres</a>}
    </nav>
  )
}

function FilterLink({ option }: { option: FilterOption }) {
  const { label, href, count, selected } = option
  return (
    <a
      class={selected ? 'filter filter-selected' : 'filter'}
      href={href}
      aria-current={selected ? 'true' : undefined}
    >
      <span class="filter-label">
        {selected && <Icon name="check" />}
        {label}
        {selected && <span class="visually-hidden"> (retirer)</span>}
      </span>
      {count !== undefined && <span class="filter-count">{formatNumber(count)}</span>}
    </a>
  )
}

/** The filters in use, above the results: each link takes one away. */
export function ActiveFilters({ filters }: { filters: readonly { label: string; removeHref: string }[] }) {
  if (filters.length === 0) return null
  return (
    <ul class="active-filters" aria-label="Filtres en cours">
      {filters.map(({ label, removeHref }) => (
        <li>
          <a class="active-filter" href={removeHref}>
            <span class="visually-hidden">Retirer le filtre </span>
            {label}
            <Icon name="cross" />
          </a>
        </li>
      ))}
    </ul>
  )
}
