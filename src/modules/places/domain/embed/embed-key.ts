import type { Id } from '../../../../kernel/id.ts'
import type { Ground } from '../search/asked.ts'

export type EmbedKeyId = Id<'embed-key'>

/** A site that shows the map: its territory and no other, framed by its own origins alone. DIR-85. */
export interface EmbedKey {
  readonly id: EmbedKeyId
  readonly name: string
  /** Null: the whole network. */
  readonly lock: Ground | null
  readonly origins: readonly string[]
}

const MOST_ORIGINS = 20

/**
 * The origins that a person typed, one a line or with commas: `https://www.valmer.example`, whatever page was pasted; null
 * for the first that is not the address of a site.
 */
export function readOrigins(text: string): { origins: string[] } | { wrong: string } {
  const typed = text.split(/[\s,;]+/).filter((part) => part !== '')
  const origins: string[] = []
  for (const part of typed) {
    const url = URL.parse(part.includes('://') ? part : `https://${part}`)
    if (!url || !isSite(url)) return { wrong: part }
    if (!origins.includes(url.origin)) origins.push(url.origin)
  }
  return origins.length > MOST_ORIGINS ? { wrong: origins[MOST_ORIGINS] ?? '' } : { origins }
}

/** On this machine, for whoever tries it; anywhere else, over https. */
function isSite({ protocol, hostname, username }: URL): boolean {
  if (username !== '') return false
  return protocol === 'https:' ? hostname.includes('.') : protocol === 'http:' && hostname === 'localhost'
}
