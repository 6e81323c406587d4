import type { Child } from 'hono/jsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import { organisationsOf, workersOf } from '../../../data/duplicates/ties.queries.ts'
import type { Side } from '../../../use-cases/duplicates/read-pair.ts'
import { STATUS_NAMES } from '../../life/life-wording.ts'
import { paths as placePaths } from '../../paths.ts'
import { duplicatesPaths as paths } from '../duplicates.paths.ts'
import type { PairProps } from './pair-page.tsx'

/** What hangs on each of the two, beside what its sheet says; none of it is lost by a merge. */
export function PairFacts({ view, read, organisations }: PairProps) {
  const { base } = view.network
  const { kept, duplicate } = read
  const rows: { term: string; of: (side: Side) => Child }[] = [
    {
      term: 'Fiche',
      of: ({ sheet }) =>
        sheet.status === 'published' ? (
          <a href={placePaths.place(base, sheet.slug)}>Voir la page publique</a>
        ) : (
          'Sans page publique'
        ),
    },
    { term: 'Statut', of: ({ sheet }) => STATUS_NAMES[sheet.status] },
    {
      term: 'Dite exacte le',
      of: ({ sheet }) => (sheet.saidOn ? <DayText day={sheet.saidOn} today={view.today} /> : 'Jamais'),
    },
    { term: 'Labels portés', of: ({ ties }) => ties.labels.map(({ name }) => name).join(', ') || 'Aucun' },
    {
      term: 'Structures',
      of: ({ ties }) =>
        organisationsOf(ties)
          .map((id) => organisations.get(id) ?? 'Structure')
          .join(', ') || 'Aucune',
    },
    { term: 'Personnes qui y travaillent', of: ({ ties }) => formatNumber(workersOf(ties).length) },
    { term: 'Fichiers qui la connaissent', of: ({ ties }) => ties.sources.join(', ') || 'Aucun' },
  ]
  return (
    <>
      <Table
        caption="Ce qui tient à chaque fiche"
        columns={[
          { label: 'Fait', header: true, cell: ({ term }) => term },
          { label: 'Fiche gardée', cell: ({ of }) => of(kept) },
          { label: 'Doublon', cell: ({ of }) => of(duplicate) },
        ]}
        rows={[{ term: 'Nom', of: ({ sheet }: Side) => sheet.name }, ...rows]}
      />
      <p>
        <ButtonLink
          look="plain"
          href={paths.pair(base, kept.sheet.id, duplicate.sheet.id, duplicate.sheet.id)}
        >
          Garder plutôt l’autre fiche
        </ButtonLink>
      </p>
    </>
  )
}
