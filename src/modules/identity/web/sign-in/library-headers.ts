import type { AppContext } from '../../../../platform/http/env.ts'

/** What the sign-in library reads of a request: its cookies, and the browser's name. */
export function libraryHeaders(c: AppContext): Headers {
  return new Headers({
    cookie: c.req.header('cookie') ?? '',
    'user-agent': c.req.header('user-agent') ?? '',
  })
}
