import { typography } from '../../../ui/french.ts'
import type { WrittenDocument } from '../domain/written-document.ts'

/** The same document, its spaces in French typography: what people typed is set like the rest. */
export function typesetDocument(document: WrittenDocument): WrittenDocument {
  return typeset(document) as WrittenDocument
}

function typeset(value: unknown): unknown {
  if (typeof value === 'string') return typography(value).replaceAll('n° ', 'n°\u00a0')
  if (Array.isArray(value)) return value.map(typeset)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    // The kind of a part and an anchor are read by programs.
    Object.entries(value).map(([name, one]) => [
      name,
      name === 'kind' || name === 'anchor' ? one : typeset(one),
    ]),
  )
}
