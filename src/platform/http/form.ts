import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { z } from 'zod'
import type { AppContext, AppEnv } from './env.ts'

export interface Problem {
  /** Name of the field at fault; null when the whole act is refused. */
  field: string | null
  message: string
}

/** What a form page shows: what was typed, and what is wrong with it. */
export interface FormState {
  values: Readonly<Record<string, string | readonly string[]>>
  problems: readonly Problem[]
}

export const blankForm: FormState = { values: {}, problems: [] }

/** Draws the page of a form, blank, pre-filled or refused. */
export type FormPage = (c: AppContext, state: FormState) => Response | Promise<Response>

type FormEnv<T> = AppEnv & {
  Variables: {
    form: T
    /** What was typed, without problems: for an act that shows its consequence before it is done. */
    typed: FormState
    /** Sent as its consequence was shown (`Confirmed`): whoever changes a field is shown the new consequence first. */
    confirmed: boolean
    /** The same page again, 422, with what was typed and what is wrong. */
    again(...problems: Problem[]): Promise<Response>
  }
}

/**
 * Reads the body by `schema`. A wrong field shows `page` again (422) with everything that was typed; otherwise
 * the handler finds the parsed values in `c.var.form`, and refuses with `c.var.again(problem)`. A form whose fields
 * depend on the thing it is about gives a function that makes its schema. Spaces around a text are dropped, but in the
 * fields named `asTyped`: every sign of a password counts.
 */
export function form<Schema extends z.ZodType>(
  schema: Schema | ((c: AppContext) => Promise<Schema>),
  page: FormPage,
  { asTyped = [] }: { asTyped?: readonly string[] } = {},
): MiddlewareHandler<FormEnv<z.output<Schema>>> {
  return async (c, next) => {
    const body = await bodyOf(c.req)
    const values = typed(body)
    const again = async (...problems: Problem[]) => {
      c.status(422)
      return page(c, { values, problems })
    }
    const shape = typeof schema === 'function' ? await schema(c) : schema
    const parsed = shape.safeParse(trimmed(body, asTyped))
    if (!parsed.success) return again(...problemsOf(parsed.error))
    c.set('form', parsed.data)
    c.set('typed', { values, problems: [] })
    c.set('confirmed', values[CONFIRMATION] === confirmationOf(values))
    c.set('again', again)
    await next()
    return
  }
}

/** The hidden field of a form whose consequence is shown. */
export const CONFIRMATION = 'confirme'

/** A digest of what was typed: the consequence on the page is that of these words, and of no others. */
export function confirmationOf(values: FormState['values']): string {
  const told = Object.entries(values).filter(([name, value]) => name !== CONFIRMATION && value.length > 0)
  const inOrder = told
    .map(([name, value]) => [name, [value].flat()])
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(inOrder)).digest('hex')
}

/** A body that cannot be read has no field: the page says what is missing. */
async function bodyOf(request: AppContext['req']): Promise<Body> {
  try {
    return await request.parseBody({ all: true })
  } catch (error) {
    if (error instanceof TypeError) return {}
    throw error
  }
}

/** One problem per field: the first that was found. */
function problemsOf(error: z.ZodError): Problem[] {
  const byField = new Map<string, Problem>()
  for (const issue of error.issues) {
    const field = issue.path.length > 0 ? String(issue.path[0]) : null
    if (!byField.has(field ?? '')) byField.set(field ?? '', { field, message: issue.message })
  }
  return [...byField.values()]
}

type Body = Record<string, string | File | (string | File)[]>

function trimmed(body: Body, asTyped: readonly string[]): Record<string, unknown> {
  const read = (name: string) => (value: string | File) => {
    if (typeof value !== 'string') return value
    // A browser never sends a NUL, and the database refuses it.
    const text = value.replaceAll('\0', '')
    return asTyped.includes(name) ? text : text.trim()
  }
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(read(name)) : read(name)(value),
    ]),
  )
}

/** Files cannot be given back to a browser: the person chooses them again. */
function typed(body: Body): Record<string, string | string[]> {
  const isText = (value: string | File): value is string => typeof value === 'string'
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, string | string[]][] => {
      if (Array.isArray(value)) return [[name, value.filter(isText)]]
      return isText(value) ? [[name, value]] : []
    }),
  )
}
