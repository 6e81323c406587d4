import { createWriteStream } from 'node:fs'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { NotPublic, publicLookup } from './fetch-public.ts'
import { isPublicAddress } from './public-address.ts'

/** Of a file fetched on the web, in bytes. */
export const FILE_LIMIT = 200 * 1024 * 1024
const FETCH_MINUTES = 5
const REDIRECTS = 5

export type FetchFileRefusal =
  | 'address-not-web'
  | 'address-not-public'
  | 'file-too-large'
  | 'too-slow'
  | 'no-answer'
  | 'refused-by-server'

/** What the server said of the file last read: it sends it again only if it changed. */
export interface KnownFile {
  readonly etag: string | null
  readonly lastModified: string | null
}

export type FetchedFile =
  | { readonly isNew: false }
  | ({ readonly isNew: true; readonly name: string } & KnownFile)

/** How the network is reached; a test puts its own in its place. */
export type FetchFile = (
  address: string,
  into: string,
  known: KnownFile,
) => Promise<FetchedFile | Refusal<FetchFileRefusal>>

/**
 * Writes what lies at an address into a file, never holding it whole: http(s) only, at a public address of the Internet
 * and no other, each redirection held to the same. DIR-40.
 */
export const fetchFile: FetchFile = fetchFileThrough(publicLookup)

/** The same, with another way to find the address of a name: a test has names of its own. */
export function fetchFileThrough(lookup: LookupFunction): FetchFile {
  return async (address, into, known) => {
    const signal = AbortSignal.timeout(FETCH_MINUTES * 60_000)
    let next = address
    for (let turn = 0; turn <= REDIRECTS; turn += 1) {
      const url = URL.parse(next)
      const problem = problemOf(url)
      if (!url || problem) return refuse(problem ?? 'address-not-web')
      const answer = await ask(url, { into, known, signal, lookup })
      if (!('location' in answer)) return answer
      next = URL.parse(answer.location, url)?.href ?? ''
    }
    return refuse('no-answer')
  }
}

/** Null: it may be asked. A name is looked up, and its addresses judged, as the connection is made. */
export function problemOf(url: URL | null): FetchFileRefusal | null {
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    return 'address-not-web'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) && !isPublicAddress(host) ? 'address-not-public' : null
}

class TooLarge extends Error {}

interface Asked {
  into: string
  known: KnownFile
  signal: AbortSignal
  lookup: LookupFunction
}

function ask(
  url: URL,
  { into, known, signal, lookup }: Asked,
): Promise<FetchedFile | { location: string } | Refusal<FetchFileRefusal>> {
  return new Promise((resolve) => {
    const headers: Record<string, string> = { accept: '*/*', 'user-agent': 'Maillage' }
    if (known.etag) headers['if-none-match'] = known.etag
    if (known.lastModified) headers['if-modified-since'] = known.lastModified
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    const asked = request(url, { lookup, signal, agent: false, headers }, (response) => {
      const status = response.statusCode ?? 0
      const { location } = response.headers
      if (status === 200) {
        save(response, into)
          .then(() =>
            resolve({
              isNew: true,
              name: nameOf(url),
              etag: response.headers.etag ?? null,
              lastModified: response.headers['last-modified'] ?? null,
            }),
          )
          .catch((error: unknown) => resolve(refuse(reasonOf(error, signal))))
        return
      }
      response.resume()
      asked.destroy()
      if (status === 304) resolve({ isNew: false })
      else if (status >= 300 && status <= 399 && location) resolve({ location })
      else resolve(refuse('refused-by-server', { status: String(status) }))
    })
    asked.on('error', (error) => resolve(refuse(reasonOf(error, signal))))
    asked.end()
  })
}

async function save(response: NodeJS.ReadableStream, into: string): Promise<void> {
  let size = 0
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > FILE_LIMIT) done(new TooLarge())
      else done(null, chunk)
    },
  })
  await pipeline(response, bounded, createWriteStream(into))
}

function reasonOf(error: unknown, signal: AbortSignal): FetchFileRefusal {
  if (error instanceof NotPublic) return 'address-not-public'
  if (error instanceof TooLarge) return 'file-too-large'
  return signal.aborted ? 'too-slow' : 'no-answer'
}

/** The last part of its address, or its host. */
function nameOf({ pathname, hostname }: URL): string {
  const last = pathname.split('/').filter(Boolean).at(-1)
  try {
    return decodeURIComponent(last ?? hostname).slice(0, 200)
  } catch {
    return hostname
  }
}
