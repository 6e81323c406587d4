/**
 * The framework of local stakes, as a starter set in our words: its owner's edition will replace it, under another name.
 * An initiative keeps the name of the one it was classified under. PPL-72.
 */
export const FRAMEWORK = 'enjeux-amorce-1'

export const STAKES = [
  'public_services',
  'local_democracy',
  'identity',
  'solidarity',
  'social_cohesion',
  'associations',
  'daily_life',
  'education',
  'culture',
  'mediation',
  'innovation',
  'employment',
  'economic_development',
  'attractiveness',
  'cooperation',
] as const
export type Stake = (typeof STAKES)[number]

export function isStake(text: unknown): text is Stake {
  return (STAKES as readonly unknown[]).includes(text)
}
