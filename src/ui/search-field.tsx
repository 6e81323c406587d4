import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

interface SearchFormProps {
  action: string
  label: Child
  hint?: Child
  /** Verb of the button. */
  button?: string | undefined
  name?: string | undefined
  value?: string | undefined
  /** Other parameters of the address to carry along; pairs when a name comes several times. */
  keep?: Readonly<Record<string, string>> | readonly (readonly [string, string])[] | undefined
}

/** One field, one button, the words in the address (`?q=`): the whole of a search page's form. */
export function SearchForm(props: SearchFormProps) {
  const { action, label, hint, button = 'Chercher', name = 'q', value, keep = {} } = props
  const id = `recherche-${name}`
  return (
    <search>
      <form class="search" action={action} method="get">
        <label class="search-label" for={id}>
          {label}
        </label>
        {hint && (
          <p class="field-hint" id={`${id}-aide`}>
            {hint}
          </p>
        )}
        <div class="search-line">
          <input
            class="input"
            type="search"
            id={id}
            name={name}
            value={value}
            autocomplete="off"
            aria-describedby={hint ? `${id}-aide` : undefined}
          />
          <button class="button button-main" type="submit">
            <Icon name="search" />
            {button}
          </button>
        </div>
        {(isPairs(keep) ? keep : Object.entries(keep)).map(([kept, text]) => (
          <input type="hidden" name={kept} value={text} />
        ))}
      </form>
    </search>
  )
}

function isPairs(keep: NonNullable<SearchFormProps['keep']>): keep is readonly (readonly [string, string])[] {
  return Array.isArray(keep)
}
