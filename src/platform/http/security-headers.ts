import { createMiddleware } from 'hono/factory'
import { type AppContext, type AppEnv, type Openings, whole } from './env.ts'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
]

/** Nothing inline and no third party; `script-src` and `style-src` open up only while developing with Vite. */
export function contentSecurityPolicy(developing = false): string {
  if (!developing) return POLICY.join('; ')
  return POLICY.map((line) => {
    if (line.startsWith('style-src')) return `${line} 'unsafe-inline'`
    return line.startsWith('connect-src') ? `${line} ws:` : line
  }).join('; ')
}

/** Lets this answer show images of these sites, or be framed by them; everything else stays closed. */
export function openTo(c: AppContext, openings: Openings): void {
  whole(c).set('opens', { ...c.var.opens, ...openings })
}

function opened(policy: string, { images = [], frames = [] }: Openings = {}): string {
  const withImages = images.length > 0 ? policy.replace(/img-src [^;]*/, `$& ${images.join(' ')}`) : policy
  return frames.length > 0
    ? withImages.replace("frame-ancestors 'none'", `frame-ancestors ${frames.join(' ')}`)
    : withImages
}

export function securityHeaders(developing = false) {
  const policy = contentSecurityPolicy(developing)
  return createMiddleware<AppEnv>(async (c, next) => {
    await next()
    c.res.headers.set('content-security-policy', opened(policy, c.var.opens))
    c.res.headers.set('x-content-type-options', 'nosniff')
    if (!c.res.headers.has('referrer-policy')) c.res.headers.set('referrer-policy', 'same-origin')
    c.res.headers.set('cross-origin-opener-policy', 'same-origin')
    if (!c.res.headers.has('cross-origin-resource-policy'))
      c.res.headers.set('cross-origin-resource-policy', 'same-origin')
    c.res.headers.set('permissions-policy', 'camera=(self), geolocation=(self), microphone=()')
    if (c.var.services.config.baseUrl.startsWith('https:')) {
      c.res.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
    }
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-cache')
  })
}
