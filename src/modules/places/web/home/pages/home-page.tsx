import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import type { HomeEntry } from '../home-entries.ts'

/** The parts of the directory that open to the reader, in the order they are met. */
export function HomePage({ view, entries }: { view: View; entries: readonly HomeEntry[] }) {
  return (
    <Frame
      view={view}
      space="member"
      title="Lieux"
      intro="Tenir vos fiches à jour, et ce que l’annuaire attend de vous."
    >
      <LinkList
        items={entries.map(({ label, sentence, href }) => ({
          label,
          href: href(view.network.base),
          hint: sentence,
        }))}
      />
    </Frame>
  )
}
