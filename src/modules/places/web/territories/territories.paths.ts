export const territoryRoutesOf = {
  list: '/reglages/territoires',
  one: '/reglages/territoires/:territoire',
  ending: '/reglages/territoires/:territoire/fin',
  reopening: '/reglages/territoires/:territoire/reprise',
} as const

export const territoryPaths = {
  /** The territories that no code names, as the network keeps them. */
  list: (base: string) => `${base}/reglages/territoires`,
  one: (base: string, slug: string) => `${base}/reglages/territoires/${slug}`,
  ending: (base: string, slug: string) => `${base}/reglages/territoires/${slug}/fin`,
  reopening: (base: string, slug: string) => `${base}/reglages/territoires/${slug}/reprise`,
}
