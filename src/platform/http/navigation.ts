import type { Actor, Network, Policy } from '../session/actor.ts'

/**
 * A line of the member's side list, of the public header, or of the page of settings; a person sees only what their
 * policy opens.
 */
export interface NavigationEntry {
  frame: 'public' | 'member' | 'settings'
  label: string
  /** What one finds there: shown on the page of settings. */
  sentence?: string
  href(base: string): string
  /** Other addresses under which its pages lie: the entry is marked there too. */
  sections?: readonly string[]
  policy: Policy
}

export function navigationOf(
  entries: readonly NavigationEntry[],
  actor: Actor,
  network: Network,
): readonly NavigationEntry[] {
  return entries.filter((entry) => entry.policy.reach(actor, network.id).kind !== 'nobody')
}
