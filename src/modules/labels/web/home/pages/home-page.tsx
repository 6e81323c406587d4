import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import type { HomeEntry } from '../home-entries.ts'

/** The parts of the labels that open to the reader, in the order they are met. */
export function HomePage({ view, entries }: { view: View; entries: readonly HomeEntry[] }) {
  return (
    <Frame
      view={view}
      space="member"
      title="Labels"
      intro="Demander un label, suivre un dossier, et ce qui vous est confié."
    >
      {entries.length === 0 ? (
        <EmptyState title="Rien ne vous est confié pour le moment.">
          <p>Les labels du réseau, et les lieux qui les portent, se lisent sur les pages publiques.</p>
        </EmptyState>
      ) : (
        <LinkList
          items={entries.map(({ label, sentence, href }) => ({
            label,
            href: href(view.network.base),
            hint: sentence,
          }))}
        />
      )}
    </Frame>
  )
}
