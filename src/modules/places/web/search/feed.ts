import { type Day, weekday } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { FedPlace } from '../../data/search/places.feed.ts'
import { addressText } from '../wording.ts'

/** A list as programs follow it. Addresses are whole. */
export interface Feed {
  title: string
  /** The list itself. */
  page: string
  self: string
  places: readonly (FedPlace & { href: string })[]
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** RSS 2.0. */
export function rssOf({ title, page, self, places }: Feed): string {
  const items = places.map(
    (place) => `<item>
<title>${escaped(place.name)}</title>
<link>${escaped(place.href)}</link>
<guid isPermaLink="false">${place.id}</guid>
<pubDate>${mailDate(place.changedAt)}</pubDate>
<description>${escaped(textOf(place))}</description>
</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${escaped(title)}</title>
<link>${escaped(page)}</link>
<atom:link href="${escaped(self)}" rel="self" type="application/rss+xml"/>
<description>${escaped(`Les fiches de lieux qui ont changé : ${title}`)}</description>
<language>fr</language>
${items.join('\n')}
</channel></rss>
`
}

/** JSON Feed 1.1. */
export function jsonFeedOf({ title, page, self, places }: Feed) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    language: 'fr',
    items: places.map((place) => ({
      id: place.id,
      url: place.href,
      title: place.name,
      content_text: textOf(place),
      date_modified: place.changedAt,
    })),
  }
}

function textOf(place: FedPlace): string {
  return [addressText(place), place.summary ?? ''].filter(Boolean).join('. ')
}

/** `Wed, 17 Jun 2026 10:00:00 GMT`: RFC 822, as RSS asks it. */
function mailDate(at: Instant): string {
  const on = at.slice(0, 10) as Day
  const [year, month, day] = on.split('-')
  return `${WEEKDAYS[weekday(on)]}, ${day} ${MONTHS[Number(month) - 1]} ${year} ${at.slice(11, 19)} GMT`
}

// XML 1.0 has no place for most control characters: none of them is ever a word.
const CONTROL = /[^\P{Cc}\t\n\r]/gu

function escaped(text: string): string {
  return text
    .replace(CONTROL, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
