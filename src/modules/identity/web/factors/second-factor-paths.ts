export const secondFactorRoutes = {
  signInCode: '/connexion/code',
  stepUp: '/connexion/second-facteur',
  stepUpPasskey: '/connexion/second-facteur/cle',
  code: '/compte/code',
  confirmation: '/compte/code/confirmation',
  recovery: '/compte/code/secours',
  renewal: '/compte/code/secours/renouvellement',
  removal: '/compte/code/retrait',
} as const

/** `next`: the page asked for before, where the person goes in the end. */
export const secondFactorPaths = {
  signInCode: (base: string, next = '') => `${base}${secondFactorRoutes.signInCode}${asked(next)}`,
  stepUp: (base: string, next = '') => `${base}${secondFactorRoutes.stepUp}${asked(next)}`,
  stepUpPasskey: (base: string) => `${base}${secondFactorRoutes.stepUpPasskey}`,
  code: (base: string, next = '') => `${base}${secondFactorRoutes.code}${asked(next)}`,
  confirmation: (base: string) => `${base}${secondFactorRoutes.confirmation}`,
  recovery: (base: string, next = '') => `${base}${secondFactorRoutes.recovery}${asked(next)}`,
  renewal: (base: string) => `${base}${secondFactorRoutes.renewal}`,
  removal: (base: string) => `${base}${secondFactorRoutes.removal}`,
}

export function asked(next: string): string {
  return next ? `?suite=${encodeURIComponent(next)}` : ''
}
