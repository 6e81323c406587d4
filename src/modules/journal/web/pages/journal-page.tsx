import type { Problem } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import type { JournalFamilies } from '../../../../platform/journal/families.ts'
import { type Seal, sealText } from '../../../../platform/journal/seals.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { formatNumber } from '../../../../ui/french.ts'
import { Table } from '../../../../ui/table.tsx'
import { MOST_EXPORTED } from '../../use-cases/export-journal.ts'
import type { LinesPage, NamedLine } from '../../use-cases/read-journal.ts'
import { paths, type Typed } from '../paths.ts'
import { JournalFilters } from './journal-filters.tsx'
import { Act, Who, whenColumn } from './line-cells.tsx'
import { OlderLines } from './older-lines.tsx'

interface JournalProps extends LinesPage {
  view: View
  families: JournalFamilies
  typed: Typed
  problems: readonly Problem[]
  seal: Seal | null
  /** These are the newest lines. */
  isFirst: boolean
}

/** Everything done in the network, newest first. */
export function JournalPage(props: JournalProps) {
  const { view, families, lines, next, typed, problems, seal, isFirst } = props
  const { base } = view.network
  const isFiltered = Object.values(typed).some((value) => value !== '')
  return (
    <Frame
      view={view}
      space="member"
      title="Journal"
      width="full"
      intro="Qui a fait quoi, pour quelle structure, et quand. Personne ne peut modifier ces lignes."
      breadcrumb={[{ label: 'Réglages', href: `${base}/reglages` }]}
      problems={problems}
    >
      <JournalFilters {...{ base, typed, problems, isFiltered, families }} />
      <Table
        caption={
          isFiltered
            ? 'Lignes qui répondent, de la plus récente à la plus ancienne'
            : 'Les lignes les plus récentes'
        }
        empty={<NoLine base={base} isFiltered={isFiltered} />}
        columns={[
          whenColumn,
          { label: 'Qui', cell: (line) => <Who line={line} /> },
          { label: 'Acte', cell: (line) => <Act view={view} families={families} line={line} /> },
          { label: 'Objet', cell: (line) => <Subject base={base} line={line} /> },
          { label: 'D’où', cell: ({ address }) => address ?? '—' },
        ]}
        rows={lines}
      />
      <OlderLines
        newestHref={isFirst ? null : paths.journal(base, typed)}
        olderHref={next === null ? null : paths.journal(base, typed, next)}
      />
      {lines.length > 0 && <ExportForm base={base} typed={typed} />}
      {seal && <SealNotice seal={seal} />}
    </Frame>
  )
}

function Subject({ base, line }: { base: string; line: NamedLine }) {
  return (
    <a class="line-subject" href={paths.journal(base, { objet: line.subject })}>
      <span class="visually-hidden">Toutes les lignes sur </span>
      {line.subject.length > 13 ? `…${line.subject.slice(-8)}` : line.subject}
    </a>
  )
}

function ExportForm({ base, typed }: { base: string; typed: Typed }) {
  return (
    <form class="journal-export" action={paths.export(base)} method="post">
      {Object.entries(typed).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button look="plain">Télécharger ces lignes (CSV)</Button>
      <p class="field-hint">
        Les {formatNumber(MOST_EXPORTED)} plus récentes au plus. Le téléchargement est inscrit au journal.
      </p>
    </form>
  )
}

function SealNotice({ seal }: { seal: Seal }) {
  return (
    <section aria-labelledby="sceau">
      <h2 id="sceau">Le dernier sceau</h2>
      <p class="line-seal">
        <code>{sealText(seal)}</code>
      </p>
      <p>
        Chaque ligne est scellée à la précédente, pour tous les réseaux de l’installation. Notez ce sceau
        ailleurs, avec la date du jour. Plus tard, la commande <code>npm run journal:verify</code>, avec{' '}
        <code>--anchor</code> suivi de ce sceau, prouvera que rien de ce qui précède n’a été récrit.
      </p>
    </section>
  )
}

function NoLine({ base, isFiltered }: { base: string; isFiltered: boolean }) {
  if (!isFiltered)
    return (
      <EmptyState title="Le journal est encore vide">
        <p>Chaque acte s’inscrira ici de lui-même : une invitation, une convention, un import.</p>
      </EmptyState>
    )
  return (
    <EmptyState
      title="Aucune ligne ne répond"
      act={
        <ButtonLink look="plain" href={paths.journal(base)}>
          Voir tout le journal
        </ButtonLink>
      }
    >
      <p>Élargissez la période, ou retirez un filtre.</p>
    </EmptyState>
  )
}
