import { lookup as resolve } from 'node:dns'
import { request } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { isPublicAddress } from './public-address.ts'

export const FETCH_LIMIT = 1024 * 1024
const FETCH_SECONDS = 5
const REDIRECTS = 3

export type FetchRefusal = 'address-not-https' | 'address-not-public' | 'too-large' | 'too-slow' | 'no-answer'

export interface Fetched {
  readonly content: Uint8Array
  readonly mediaType: string
  /** Where it lay in the end. */
  readonly address: string
}

/** How the network is reached; a test puts its own in its place. */
export type Ask = (url: URL, signal: AbortSignal) => Promise<Answer | Refusal<FetchRefusal>>
export interface Answer {
  readonly status: number
  readonly location: string | null
  readonly mediaType: string
  readonly content: Uint8Array
}

/** Reads what lies at an address that a stranger gave. */
export type FetchPublic = (address: string) => Promise<Fetched | Refusal<FetchRefusal>>

/**
 * Reads what lies at an address that a stranger gave: HTTPS on its usual port, at a public address of the Internet and no
 * other, a megabyte and five seconds in all; each redirection is held to the same. LAB-49.
 */
export function fetchPublic(ask: Ask = askOverHttps): FetchPublic {
  return async (address) => {
    const signal = AbortSignal.timeout(FETCH_SECONDS * 1000)
    let next = address
    for (let turn = 0; turn <= REDIRECTS; turn += 1) {
      const url = URL.parse(next)
      const problem = problemOfAddress(url)
      if (!url || problem) return refuse(problem ?? 'address-not-https')
      const answer = await ask(url, signal)
      if ('refused' in answer) return answer
      if (answer.status === 200)
        return { content: answer.content, mediaType: answer.mediaType, address: url.href }
      if (!answer.location || answer.status < 300 || answer.status > 399) return refuse('no-answer')
      next = URL.parse(answer.location, url)?.href ?? ''
    }
    return refuse('no-answer')
  }
}

export function problemOfAddress(url: URL | null): FetchRefusal | null {
  if (url?.protocol !== 'https:' || url.username || url.password || url.port) return 'address-not-https'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A name is looked up, and its addresses judged, as the connection is made.
  return isIP(host) && !isPublicAddress(host) ? 'address-not-public' : null
}

/** The name leads to an address that is not of the Internet. */
export class NotPublic extends Error {}
class TooLarge extends Error {}

/** The addresses of a name are judged as they are used: a name cannot answer one thing to us and another to the socket. */
export const publicLookup: LookupFunction = (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '')
    if (found.length === 0 || !found.every(({ address }) => isPublicAddress(address)))
      return done(new NotPublic(host), '')
    const [first] = found
    if (options.all) return done(null, found)
    return done(null, first?.address ?? '', first?.family)
  })
}

const askOverHttps: Ask = (url, signal) =>
  new Promise((answer) => {
    const asked = request(
      url,
      {
        lookup: publicLookup,
        signal,
        agent: false,
        headers: { accept: 'application/vc+ld+json, application/json, text/plain, image/png, image/svg+xml' },
      },
      (response) => {
        const parts: Buffer[] = []
        let size = 0
        response.on('data', (part: Buffer) => {
          size += part.length
          if (size > FETCH_LIMIT) asked.destroy(new TooLarge())
          else parts.push(part)
        })
        response.on('error', () => answer(refuse(size > FETCH_LIMIT ? 'too-large' : whyCut(signal))))
        response.on('end', () =>
          answer({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? null,
            mediaType: response.headers['content-type'] ?? '',
            content: new Uint8Array(Buffer.concat(parts)),
          }),
        )
      },
    )
    asked.on('error', (error) => {
      if (error instanceof NotPublic) answer(refuse('address-not-public'))
      else answer(refuse(error instanceof TooLarge ? 'too-large' : whyCut(signal)))
    })
    asked.end()
  })

function whyCut(signal: AbortSignal): FetchRefusal {
  return signal.aborted ? 'too-slow' : 'no-answer'
}
