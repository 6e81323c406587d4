import type { Day } from '../../../../kernel/day.ts'

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/**
 * Every page is open, and the list narrowed by one filter, which pages link to; several filters together, words, a part of
 * the map, and the same asked of files or of the map are no pages of their own. DIR-84.
 */
export function robotsText(sitemap: string): string {
  const closed = [
    '/*lieux?*&',
    '/*lieux?q=',
    '/*lieux?tri=',
    '/*lieux?position=',
    '/*bbox=',
    '/*lieux/carte/',
    '/*lieux/impression?',
    ...['csv', 'json', 'geojson', 'xlsx'].map((kind) => `/*lieux/*.${kind}?`),
    '/*/courriel',
    '/*connexion',
  ]
  return ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${sitemap}`, ''].join(
    '\n',
  )
}

export function sitemapIndexXml(files: readonly string[]): string {
  const entries = files.map((href) => `<sitemap><loc>${escaped(href)}</loc></sitemap>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${NAMESPACE}">${entries.join('')}</sitemapindex>\n`
}

export function sitemapXml(pages: readonly { href: string; changedOn: Day }[]): string {
  const entries = pages.map(
    ({ href, changedOn }) => `<url><loc>${escaped(href)}</loc><lastmod>${changedOn}</lastmod></url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${NAMESPACE}">${entries.join('\n')}</urlset>\n`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
