import { asked } from './second-factor-paths.ts'

export const proConnectRoutes = {
  start: '/connexion/proconnect',
  /** Declared to ProConnect, as is `ended`. */
  back: '/connexion/callback/proconnect',
  leave: '/deconnexion/proconnect',
  ended: '/deconnexion/retour',
  own: '/compte/proconnect',
} as const

export const proConnectPaths = {
  start: (base: string, next = '') => `${base}${proConnectRoutes.start}${asked(next)}`,
  own: (base: string) => `${base}${proConnectRoutes.own}`,
  leave: (base: string) => `${base}${proConnectRoutes.leave}`,
}
