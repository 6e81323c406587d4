const PATIENCE = 4_000

/** Does the server answer? A telephone that says it is on line may be alone all the same. */
export async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false
  try {
    return (await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) })).ok
  } catch {
    return false
  }
}
