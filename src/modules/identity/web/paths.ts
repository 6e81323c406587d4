export const routes = {
  signIn: '/connexion',
  signOut: '/deconnexion',
  account: '/compte',
  menu: '/menu',
  network: '/le-reseau',
  accessibility: '/accessibilite',
  privacy: '/vie-privee',
  /** A parameter is a whole segment: one inside a word would never match. */
  theme: '/:sheet{theme-[0-9a-f]+\\.css}',
} as const

export const paths = {
  signIn: (base: string) => `${base}${routes.signIn}`,
  signOut: (base: string) => `${base}${routes.signOut}`,
  network: (base: string) => `${base}${routes.network}`,
}
