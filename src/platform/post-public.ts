import { request } from 'node:https'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { type FetchRefusal, NotPublic, problemOfAddress, publicLookup } from './fetch-public.ts'

const POST_SECONDS = 10

/** Sends a text to an address that a stranger gave, and says what status came back. */
export type PostPublic = (
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
) => Promise<{ status: number } | Refusal<FetchRefusal>>

/**
 * The same precautions as reading (`fetchPublic`): HTTPS on its usual port, at a public address. No redirection is
 * followed, and nothing of the answer is read but its status.
 */
export const postPublic: PostPublic = async (address, body, headers) => {
  const url = URL.parse(address)
  const problem = problemOfAddress(url)
  if (!url || problem) return refuse(problem ?? 'address-not-https')
  const signal = AbortSignal.timeout(POST_SECONDS * 1000)
  const outcome = await send(url, body, headers, signal)
  return isRefusal(outcome) ? outcome : { status: outcome }
}

function send(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<number | Refusal<FetchRefusal>> {
  return new Promise((answer) => {
    const length = String(Buffer.byteLength(body))
    const asked = request(
      url,
      {
        method: 'POST',
        lookup: publicLookup,
        signal,
        agent: false,
        headers: { ...headers, 'content-length': length },
      },
      (response) => {
        answer(response.statusCode ?? 0)
        response.destroy()
      },
    )
    asked.on('error', (error) => {
      if (error instanceof NotPublic) answer(refuse('address-not-public'))
      else answer(refuse(signal.aborted ? 'too-slow' : 'no-answer'))
    })
    asked.end(body)
  })
}
