import type { Child } from 'hono/jsx'
import { Folded } from './folded.tsx'
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

interface FiltersProps {
  groups: readonly FilterGroup[]
  /** Those that few people use: one line until it is opened, open when one of them is in use. */
  more?: readonly FilterGroup[] | undefined
  /** The same list without any filter; only when there is one. */
  clearHref?: string | undefined
  /** What is not a list of values: a date, a form. */
  children?: Child
}

/**
 * Filters as links: each is an address that can be kept, sent, and opened without a script. In sight beside the list;
 * folded above it where there is no room.
 */
export function Filters({ groups, more = [], clearHref, children }: FiltersProps) {
  const isUsed = more.some(({ options }) => options.some(({ selected }) => selected))
  return (
    <nav class="filters" aria-label="Filtres">
      <details class="fold">
        <summary>Filtrer la liste</summary>
        <div>
          {groups.map((group) => (
            <FilterList group={group} />
          ))}
          {more.length > 0 && (
            <Folded title="Plus de filtres" isOpen={isUsed}>
              {more.map((group) => (
                <FilterList group={group} />
              ))}
            </Folded>
          )}
          {children}
          {clearHref && <a href={clearHref}>Retirer tous les filtres</a>}
        </div>
      </details>
    </nav>
  )
}

function FilterList({ group }: { group: FilterGroup }) {
  return (
    <div class="filters-group">
      <h2 class="filters-title">{group.label}</h2>
      <ul>
        {group.options.map((option) => (
          <li>
            <FilterLink option={option} />
          </li>
        ))}
      </ul>
    </div>
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
        <span>
          {label}
          {selected && <span class="visually-hidden"> (retirer)</span>}
        </span>
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
