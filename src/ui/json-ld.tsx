import { raw } from 'hono/html'

/** What a page says in the words of schema.org, for search engines. No text of it can close the script. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  const text = JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return <script type="application/ld+json">{raw(text)}</script>
}
