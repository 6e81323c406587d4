import type { Child } from 'hono/jsx'

interface FormProps {
  action: string
  /** A search form is a `get`: its state lives in the address. */
  method?: 'post' | 'get' | undefined
  /** True when a file travels with it. */
  upload?: boolean | undefined
  label?: string | undefined
  children: Child
}

/** `novalidate`: the browser's own messages are neither ours nor always French; the server says what is wrong. */
export function Form({ action, method = 'post', upload, label, children }: FormProps) {
  return (
    <form
      class="form"
      action={action}
      method={method}
      enctype={upload ? 'multipart/form-data' : undefined}
      aria-label={label}
      novalidate
    >
      {children}
    </form>
  )
}

/** Several fields that answer one question: an address, a contact. */
export function FieldGroup({ legend, children }: { legend: Child; children: Child }) {
  return (
    <fieldset class="field-group">
      <legend class="field-group-legend">{legend}</legend>
      {children}
    </fieldset>
  )
}

/** The row that ends a form: its button first, then the way out. */
export function Actions({ children }: { children: Child }) {
  return <div class="actions">{children}</div>
}
