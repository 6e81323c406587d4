export const searchRoutesOf = {
  searches: '/lieux/recherches',
  drop: '/lieux/recherches/retrait',
  shared: '/lieux/recherche/:id',
  rss: '/lieux/flux.xml',
  json: '/lieux/flux.json',
} as const

export const searchPaths = {
  /** The searches a person keeps. */
  searches: (base: string) => `${base}/lieux/recherches`,
  drop: (base: string) => `${base}/lieux/recherches/retrait`,
  /** Leads to the list, whatever its parameters became since. */
  shared: (base: string, id: string) => `${base}/lieux/recherche/${id}`,
  /** `query`: that of the list. */
  rss: (base: string, query: string) => `${base}/lieux/flux.xml${query}`,
  json: (base: string, query: string) => `${base}/lieux/flux.json${query}`,
}
