import { createHash } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import type { AppContext, AppEnv } from '../http/env.ts'
import { may } from '../http/may.ts'
import { writes } from '../http/writes.ts'
import type { Policy } from '../session/actor.ts'
import { wrongInput } from './input.ts'
import { conflictSchema, problemSchema } from './problem.schema.ts'
import { ApiProblem } from './problem.ts'

export type ApiRouter = OpenAPIHono<AppEnv>

/** One small router for each topic; `apiRoutes` puts them together. */
export function apiRouter(): ApiRouter {
  return new OpenAPIHono<AppEnv>({
    defaultHook(result) {
      if (!result.success) throw wrongInput(result.target, result.error.issues)
    },
  })
}

interface Endpoint<Answer extends z.ZodType> {
  /** With its parameters between braces, `/api/v1/lending/lines/{line}`. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly policy: Policy
  /** Only what it names leaves. */
  readonly answer: Answer
  /** The version that `If-Match` names when it is edited. */
  readonly version?: (answer: z.output<Answer>) => number
  /** An answer without a body of data, when there is one: 301, 304, 410… */
  readonly instead?: {
    readonly work: (c: AppContext) => Promise<Response | null>
    /** What each of its statuses means. */
    readonly statuses: Readonly<Record<number, string>>
  }
}

/** A page of data. `work` is given the query as it was parsed. */
export function reads<Query extends z.ZodObject, Answer extends z.ZodType>(
  router: ApiRouter,
  endpoint: Endpoint<Answer> & { readonly query: Query },
  work: (c: AppContext, query: z.output<Query>) => Promise<z.input<Answer>>,
): void {
  const route = {
    ...described(endpoint),
    method: 'get',
    middleware: [may(endpoint.policy), answeredInstead(endpoint.instead)],
    request: { ...paramsOf(endpoint.path), query: endpoint.query },
    responses: { ...responsesOf(200, endpoint), ...withoutBody(endpoint.instead?.statuses) },
  }
  register(router, route, async (c) =>
    answered(c, endpoint, 200, await work(c, valid<z.output<Query>>(c, 'query'))),
  )
}

/** What an act is given: its body, the version it was decided on, and its key when it has one. */
export interface Asked<Body> {
  readonly body: Body
  /** Of `If-Match`; 0 for what is new. */
  readonly seen: number
  /** Sent again with the same key, it is answered and not done again. */
  readonly sent: { readonly key: string; readonly digest: string } | null
}

type Action = `${string}.${string}`

/** Judges what is sent and keeps nothing of it: no act, hence no key and no line in the journal. */
export function judges<Body extends z.ZodType, Answer extends z.ZodType>(
  router: ApiRouter,
  endpoint: Endpoint<Answer> & { readonly body: Body },
  work: (c: AppContext, body: z.output<Body>) => Promise<z.input<Answer>>,
): void {
  const route = {
    ...described(endpoint),
    method: 'post',
    middleware: [may(endpoint.policy), answeredInstead(endpoint.instead)],
    request: {
      ...paramsOf(endpoint.path),
      body: { required: true, content: { 'application/json': { schema: endpoint.body } } },
    },
    responses: { ...responsesOf(200, endpoint), 422: REFUSALS[422] },
  }
  register(router, route, async (c) =>
    answered(c, endpoint, 200, await work(c, valid<z.output<Body>>(c, 'json'))),
  )
}

/** An act, as a noun, or the change of a thing (`patch`). `isNew`: 201, and there is no version to name. */
export function acts<Body extends z.ZodType, Answer extends z.ZodType>(
  router: ApiRouter,
  endpoint: Endpoint<Answer> & {
    readonly body: Body
    readonly writes: Action
    readonly orWrites?: Action
    readonly isNew?: true
    readonly method?: 'post' | 'patch'
    /** Throws when the thing of the address is out of reach: nothing is said of the body before. */
    readonly about?: (c: AppContext) => Promise<unknown>
  },
  work: (c: AppContext, asked: Asked<z.output<Body>>) => Promise<z.input<Answer>>,
): void {
  const { body, isNew, method = 'post' } = endpoint
  const status = isNew ? 201 : 200
  const route = {
    ...described(endpoint),
    method,
    middleware: [
      may(endpoint.policy),
      writes(endpoint.writes, endpoint.orWrites),
      reachedFirst(endpoint.about),
    ],
    request: {
      ...paramsOf(endpoint.path),
      headers: isNew ? onceHeader : onceHeader.extend(versionHeader.shape),
      body: { required: true, content: { 'application/json': { schema: body } } },
    },
    responses: { ...responsesOf(status, endpoint), ...REFUSALS },
  }
  register(router, route, async (c) => {
    const asked = {
      body: valid<z.output<Body>>(c, 'json'),
      seen: isNew ? 0 : seenIn(c),
      sent: await sentIn(c),
    }
    return answered(c, endpoint, status, await work(c, asked))
  })
}

const onceHeader = z.object({
  'idempotency-key': z
    .string()
    .max(200)
    .optional()
    .describe('Envoyée deux fois avec le même corps, la demande n’est faite qu’une fois'),
})
const versionHeader = z.object({
  'if-match': z.string().optional().describe('L’`ETag` lu : la version sur laquelle vous décidez'),
})

const problems = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/problem+json': { schema } },
})

const REFUSALS = {
  409: problems('Impossible en l’état, avec ce qui serait possible', conflictSchema),
  412: problems('La version nommée par If-Match est dépassée', problemSchema),
  422: problems('Ce qui est envoyé est à corriger', problemSchema),
}

function described({ path, tag, summary }: Pick<Endpoint<z.ZodType>, 'path' | 'tag' | 'summary'>) {
  return { path, summary, tags: [tag], security: [{ key: [] }] }
}

function paramsOf(path: string) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  if (names.length === 0) return {}
  return { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }
}

function responsesOf(status: 200 | 201, { summary, answer }: { summary: string; answer: z.ZodType }) {
  return {
    [status]: { description: summary, content: { 'application/json': { schema: answer } } },
    default: problems('Ce qui n’a pas pu être répondu', problemSchema),
  }
}

function withoutBody(statuses: Readonly<Record<number, string>> = {}) {
  return Object.fromEntries(
    Object.entries(statuses).map(([status, description]) => [status, { description }]),
  )
}

function answeredInstead(instead: Endpoint<z.ZodType>['instead']) {
  return createMiddleware<AppEnv>(async (c, next) => (await instead?.work(c)) ?? (await next()))
}

function reachedFirst(about: (c: AppContext) => Promise<unknown> = async () => undefined) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await about(c)
    await next()
  })
}

/** The types of a chain of routes are costly to check: each is known here, where it is written, and nowhere else. */
function register(
  router: ApiRouter,
  route: object,
  handler: (c: HonoContext<AppEnv>) => Promise<Response>,
): void {
  const open = router.openapi as unknown as (route: object, handler: unknown) => void
  open(route, handler)
}

function valid<Value>(c: HonoContext<AppEnv>, target: 'query' | 'json'): Value {
  return (c.req as unknown as { valid(target: string): Value }).valid(target)
}

function answered<Answer extends z.ZodType>(
  c: HonoContext<AppEnv>,
  { answer, version }: Endpoint<Answer>,
  status: 200 | 201,
  found: z.input<Answer>,
): Response {
  const told = answer.parse(found)
  if (version) c.header('etag', `"${version(told)}"`)
  return c.json(told as object, status)
}

/** `"12"`, or `"12-…"` of an answer that says more than what is edited; a proxy that compresses makes it weak. */
function seenIn(c: AppContext): number {
  const told = /^(?:W\/)?"(\d{1,9})(?:-[^"]*)?"$/.exec(c.req.header('if-match') ?? '')?.[1]
  if (told !== undefined) return Number(told)
  throw new ApiProblem({
    status: 428,
    code: 'version_needed',
    detail: 'Lisez d’abord, puis renvoyez l’`ETag` reçu dans « If-Match » : on ne change que ce qu’on a vu.',
  })
}

async function sentIn(c: HonoContext<AppEnv>): Promise<Asked<unknown>['sent']> {
  const key = c.req.header('idempotency-key')?.trim() ?? ''
  if (key === '') return null
  const told = JSON.stringify([c.req.path, c.req.header('if-match') ?? '', await c.req.text()])
  return { key, digest: createHash('sha256').update(told).digest('hex') }
}
