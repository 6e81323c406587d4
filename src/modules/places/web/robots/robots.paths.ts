export const robotsRoutesOf = {
  robots: '/robots.txt',
  sitemap: '/sitemap.xml',
  sitemapPage: '/sitemap/:file',
} as const

export const robotsPaths = {
  sitemap: (address: string) => `${address}/sitemap.xml`,
  sitemapPage: (address: string, number: number) => `${address}/sitemap/lieux-${number}.xml`,
}
