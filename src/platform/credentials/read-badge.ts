import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { isPng, unbakePng } from './png-badge.ts'
import { isSvg, unbakeSvg } from './svg-badge.ts'

export const BADGE_LIMIT = 1024 * 1024

/** A badge as it was found: signed as a whole, or carrying its proof. */
export type FoundBadge =
  | { readonly kind: 'jwt'; readonly jwt: string }
  | { readonly kind: 'document'; readonly document: Record<string, unknown> }

export type ReadRefusal = 'badge-too-large' | 'image-without-badge' | 'not-a-badge'

const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/

/** What somebody gives to be checked, by what it holds and never by its name: an image, a signed text, a document. */
export function readBadge(content: Uint8Array): FoundBadge | Refusal<ReadRefusal> {
  if (content.length > BADGE_LIMIT) return refuse('badge-too-large')
  if (isPng(content)) return fromImage(unbakePng(content))
  const text = Buffer.from(content)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim()
  return isSvg(text) ? fromImage(unbakeSvg(text)) : fromText(text)
}

function fromImage(badge: string | null): FoundBadge | Refusal<ReadRefusal> {
  return badge === null ? refuse('image-without-badge') : fromText(badge.trim())
}

function fromText(text: string): FoundBadge | Refusal<ReadRefusal> {
  if (COMPACT.test(text)) return { kind: 'jwt', jwt: text }
  try {
    const document: unknown = JSON.parse(text)
    const isDocument = typeof document === 'object' && document !== null && '@context' in document
    return isDocument
      ? { kind: 'document', document: document as Record<string, unknown> }
      : refuse('not-a-badge')
  } catch {
    return refuse('not-a-badge')
  }
}
