import type { Refusal } from '../../../kernel/refusal.ts'
import { askPublicly } from '../../../platform/ask-public.ts'
import type { Config } from '../../../platform/config.ts'

/** What another network answered. */
export interface PeerAnswer {
  status: number
  text: string
  /** What signs the text, beside it. */
  signature: string | null
}

export interface PeerQuestion {
  address: string
  /** Who asks: signed. */
  token: string | null
  /** JSON; null: nothing is sent. */
  body: string | null
}

export type AskRefusal = 'no-answer' | 'address-not-public'

/** How another network is asked; a test puts its own in its place. */
export type AskPeer = (question: PeerQuestion) => Promise<PeerAnswer | Refusal<AskRefusal>>

const LARGEST_PAGE = 20 * 1024 * 1024
const SECONDS = 30

/** Over HTTPS, at a public address; a network of the same installation is asked at the installation's own address. */
export function askPeers({ baseUrl }: Pick<Config, 'baseUrl'>): AskPeer {
  return async ({ address, token, body }) => {
    const answer = await askPublicly(address, {
      ...{ body, limit: LARGEST_PAGE, seconds: SECONDS, trusted: new URL(baseUrl).origin },
      headers: { accept: 'application/json', ...(token !== null && { 'maillage-peer': token }) },
    })
    if ('refused' in answer)
      return { refused: answer.refused === 'address-not-public' ? answer.refused : 'no-answer', details: {} }
    return {
      status: answer.status,
      text: answer.text,
      signature: answer.headers['maillage-signature'] ?? null,
    }
  }
}
