import { request as requestPlainly } from 'node:http'
import { request } from 'node:https'
import { isIP } from 'node:net'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { NotPublic, publicLookup } from './fetch-public.ts'
import { isPublicAddress } from './public-address.ts'

export interface PublicAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

export type AskPublicRefusal = 'address-not-public' | 'too-large' | 'no-answer'

interface Options {
  readonly headers: Readonly<Record<string, string>>
  /** JSON to send; null: the address is only read. */
  readonly body: string | null
  /** Bytes of the answer, at most. */
  readonly limit: number
  readonly seconds: number
  /** An origin of ours: it may be asked as it is, wherever it lies. */
  readonly trusted: string
}

/** Asks another program, over HTTPS, at a public address of the Internet and no other; redirections are not followed. */
export function askPublicly(
  address: string,
  { headers, body, limit, seconds, trusted }: Options,
): Promise<PublicAnswer | Refusal<AskPublicRefusal>> {
  const url = URL.parse(address)
  const isTrusted = url?.origin === trusted
  if (!url || url.username || url.password || (url.protocol !== 'https:' && !isTrusted))
    return Promise.resolve(refuse('address-not-public'))
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!isTrusted && isIP(host) && !isPublicAddress(host)) return Promise.resolve(refuse('address-not-public'))
  return new Promise((answer) => {
    const asked = (url.protocol === 'http:' ? requestPlainly : request)(
      url,
      {
        method: body === null ? 'GET' : 'POST',
        signal: AbortSignal.timeout(seconds * 1000),
        agent: false,
        ...(!isTrusted && { lookup: publicLookup }),
        headers: { ...headers, ...(body !== null && { 'content-type': 'application/json' }) },
      },
      (response) => {
        const parts: Buffer[] = []
        let size = 0
        response.on('data', (part: Buffer) => {
          size += part.length
          if (size > limit) asked.destroy()
          else parts.push(part)
        })
        response.on('error', () => answer(refuse(size > limit ? 'too-large' : 'no-answer')))
        response.on('end', () =>
          answer({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
            text: Buffer.concat(parts).toString('utf8'),
          }),
        )
      },
    )
    asked.on('error', (error) =>
      answer(refuse(error instanceof NotPublic ? 'address-not-public' : 'no-answer')),
    )
    asked.end(body ?? undefined)
  })
}
