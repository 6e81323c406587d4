export const routes = {
  signIn: '/connexion',
  demonstration: '/connexion/demonstration',
  signOut: '/deconnexion',
  account: '/compte',
  menu: '/menu',
  settings: '/reglages',
  network: '/le-reseau',
  accessibility: '/accessibilite',
  /** A parameter is a whole segment: one inside a word would never match. */
  theme: '/:sheet{theme-[0-9a-f]+\\.css}',
} as const

export const paths = {
  signIn: (base: string) => `${base}${routes.signIn}`,
  demonstration: (base: string) => `${base}${routes.demonstration}`,
  signOut: (base: string) => `${base}${routes.signOut}`,
  account: (base: string) => `${base}${routes.account}`,
  settings: (base: string) => `${base}${routes.settings}`,
  network: (base: string) => `${base}${routes.network}`,
}
