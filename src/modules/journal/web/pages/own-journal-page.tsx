import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import type { JournalFamilies } from '../../../../platform/journal/families.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Table } from '../../../../ui/table.tsx'
import type { LinesPage } from '../../use-cases/read-journal.ts'
import { paths } from '../paths.ts'
import { Act, Who, whenColumn } from './line-cells.tsx'
import { OlderLines } from './older-lines.tsx'

interface OwnJournalProps extends LinesPage {
  view: View
  families: JournalFamilies
  me: PersonId
  /** These are the newest lines. */
  isFirst: boolean
}

/** What a person did, and what was done about them: in this network, and outside any. */
export function OwnJournalPage({ view, families, lines, next, me, isFirst }: OwnJournalProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Votre journal"
      width="full"
      intro={`Ce que vous avez fait dans ${view.network.name}, et ce qui a été fait à votre sujet.`}
      breadcrumb={[{ label: 'Votre compte', href: `${base}/compte` }]}
    >
      <Table
        caption="Les lignes qui vous concernent, de la plus récente à la plus ancienne"
        empty={
          <EmptyState title="Rien encore à votre sujet">
            <p>Vos connexions et vos actes s’inscriront ici d’eux-mêmes.</p>
          </EmptyState>
        }
        columns={[
          whenColumn,
          {
            label: 'Qui',
            cell: (line) => (line.personId === me && !line.impersonatorId ? 'Vous' : <Who line={line} />),
          },
          { label: 'Acte', cell: (line) => <Act view={view} families={families} line={line} /> },
        ]}
        rows={lines}
      />
      <OlderLines
        newestHref={isFirst ? null : paths.own(base)}
        olderHref={next === null ? null : paths.own(base, next)}
      />
    </Frame>
  )
}
