export const homeRoutesOf = { home: '/labels/accueil' } as const

export const homePaths = {
  /** The members' way into all that labels are. */
  home: (base: string) => `${base}/labels/accueil`,
}
