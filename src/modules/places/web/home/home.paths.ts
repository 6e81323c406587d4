export const homeRoutesOf = { home: '/lieux/accueil' } as const

export const homePaths = {
  /** The members' way into all that the directory is. */
  home: (base: string) => `${base}/lieux/accueil`,
}
