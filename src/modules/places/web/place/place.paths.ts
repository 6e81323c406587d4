export const placePageRoutesOf = {
  mail: '/lieux/:slug/courriel',
} as const

export const placePagePaths = {
  mail: (base: string, slug: string) => `${base}/lieux/${slug}/courriel`,
}
