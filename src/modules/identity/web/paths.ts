export const routes = {
  signIn: '/connexion',
  signOut: '/deconnexion',
  account: '/compte',
  menu: '/menu',
  network: '/le-reseau',
  accessibility: '/accessibilite',
  privacy: '/vie-privee',
  theme: '/theme-:hash{[0-9a-f]+\\.css}',
} as const

export const paths = {
  signIn: (base: string) => `${base}${routes.signIn}`,
  signOut: (base: string) => `${base}${routes.signOut}`,
  account: (base: string) => `${base}${routes.account}`,
  network: (base: string) => `${base}${routes.network}`,
}
