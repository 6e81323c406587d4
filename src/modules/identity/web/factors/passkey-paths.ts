import { asked } from './second-factor-paths.ts'

export const passkeyRoutes = {
  signIn: '/connexion/cle',
  signInOptions: '/connexion/cle/options',
  list: '/compte/cles',
  options: '/compte/cles/options',
  one: '/compte/cles/:id',
  removal: '/compte/cles/:id/retrait',
} as const

export const passkeyPaths = {
  signIn: (base: string) => `${base}${passkeyRoutes.signIn}`,
  signInOptions: (base: string) => `${base}${passkeyRoutes.signInOptions}`,
  list: (base: string, next = '') => `${base}${passkeyRoutes.list}${asked(next)}`,
  options: (base: string) => `${base}${passkeyRoutes.options}`,
  one: (base: string, id: string) => `${base}${passkeyRoutes.list}/${id}`,
  removal: (base: string, id: string) => `${base}${passkeyRoutes.list}/${id}/retrait`,
}
