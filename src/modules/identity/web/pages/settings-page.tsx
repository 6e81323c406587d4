import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { LinkList } from '../../../../ui/link-list.tsx'

/** The way to every setting this person may open: each module brings its own entries. */
export function SettingsPage({ view }: { view: View }) {
  const entries = view.navigation.filter(({ frame }) => frame === 'settings')
  return (
    <Frame
      view={view}
      space="member"
      title="Réglages"
      intro="Qui agit dans le réseau, pour quelle structure, et selon quelles règles."
    >
      <LinkList
        items={entries.map(({ label, href, sentence }) => ({
          label,
          href: href(view.network.base),
          hint: sentence,
        }))}
      />
    </Frame>
  )
}
