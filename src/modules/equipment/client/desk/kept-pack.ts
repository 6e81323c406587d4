/** A loan of the day, with the forms of all that may be done with it, as the server drew them. */
export interface PackedLoan {
  readonly path: string
  readonly title: string
  readonly when: string
  readonly who: string
  /** Numbers and tokens that open it when they are typed or scanned. */
  readonly codes: readonly string[]
  readonly html: string
}

/** The day of a desk, whole: what the agent works from without network. EQP-1303. */
export interface Pack {
  /** The address of the desk. */
  readonly home: string
  /** When the server made it: each act done from it says so. */
  readonly version: string
  /** « guichet du 23 novembre 2026, chargé à 8 h 30 ». */
  readonly told: string
  readonly loans: readonly PackedLoan[]
}

/** With the page of the day, and taken away with it when somebody else comes. */
export const KEPT_PAGES = 'maillage-guichet'

interface OwnPack extends Pack {
  /** Who loaded it: nobody else is shown it. */
  readonly person: string
}

/** The day this person loaded; that of another, found here, is taken away with its page. */
export async function keptPack(home: string, person: string): Promise<Pack | null> {
  if (typeof caches === 'undefined') return null
  const answer = await (await caches.open(KEPT_PAGES)).match(addressOf(home))
  const pack: OwnPack | null = answer ? await answer.json() : null
  if (!pack || pack.person === person) return pack
  await caches.delete(KEPT_PAGES)
  return null
}

/** Asks for the pack and keeps it in the place of the one before; null when the network does not answer. */
export async function loadPack(
  { home, source, person }: { home: string; source: string; person: string },
  ask: typeof fetch = fetch,
): Promise<Pack | null> {
  try {
    const answer = await ask(source, { headers: { accept: 'application/json' } })
    if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) return null
    const pack: OwnPack = { ...(await answer.json()), home, person }
    await keptPack(home, person)
    await (await caches.open(KEPT_PAGES)).put(addressOf(home), new Response(JSON.stringify(pack)))
    return pack
  } catch {
    return null
  }
}

function addressOf(home: string): string {
  return `${home}?paquet-garde`
}

/** A typed number, or the token at the end of a scanned address. */
export function loanByCode({ loans }: Pack, typed: string): PackedLoan | undefined {
  const code = /\/m\/([A-Za-z0-9_-]{22,})/.exec(typed)?.[1] ?? typed.trim().toLowerCase()
  return loans.find(({ codes }) => codes.includes(code))
}
