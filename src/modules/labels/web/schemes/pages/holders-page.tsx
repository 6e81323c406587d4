import { Frame } from '../../../../../platform/http/frame.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { HOLDERS_PER_PAGE } from '../../../data/schemes/scheme-holders.queries.ts'
import type { SchemeVersion } from '../../../data/schemes/schemes.store.ts'
import type { Lack } from '../../../domain/schemes/would-lack.ts'
import { schemePaths } from '../scheme.paths.ts'
import type { SchemeView } from '../scheme-of.ts'
import { transitionWords } from '../scheme-wording.ts'
import { labelSteps } from './scheme-frame.tsx'

export interface HolderLine {
  number: string
  name: string
  /** Version it was judged on; null: before there were any. */
  judgedOn: number | null
  lacks: readonly Lack[]
}

interface HoldersProps {
  about: SchemeView
  latest: SchemeVersion
  lines: readonly HolderLine[]
  total: number
  page: number
}

/** Who holds the label under an older version, and what each would lack of the last one. LAB-4, LAB-86. */
export function HoldersPage({ about: { view, scheme }, latest, lines, total, page }: HoldersProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Titulaires d’une version plus ancienne"
      kicker={scheme.name}
      intro={`Ce qui leur manquerait de la version ${latest.version}, en vigueur à partir du ${formatDay(latest.inForceFrom)}, d’après leur dossier.`}
      breadcrumb={[...labelSteps(base), { label: scheme.name, href: schemePaths.scheme(base, scheme.id) }]}
    >
      <Notice state="info" title="Aucun label ne tombe parce que la version change.">
        <p>{transitionWords[latest.transition]}.</p>
      </Notice>
      <Table
        caption="Titulaires, par numéro d’attribution"
        silentCaption
        columns={[
          { label: 'Titulaire', header: true, cell: ({ name }: HolderLine) => name },
          { label: 'Attribution', cell: ({ number }) => number },
          {
            label: 'Jugé sur',
            cell: ({ judgedOn }) => (judgedOn === null ? 'Avant les versions' : `Version ${judgedOn}`),
          },
          { label: 'Lui manquerait', cell: ({ lacks }) => <Lacks lacks={lacks} /> },
        ]}
        rows={lines}
        empty={
          <EmptyState title="Tous les titulaires sont jugés sur la dernière version.">
            <p>Cette page se remplit quand une nouvelle version demande autre chose.</p>
          </EmptyState>
        }
      />
      <Pagination
        {...{ page, total }}
        pageSize={HOLDERS_PER_PAGE}
        href={(to) => schemePaths.holders(base, scheme.id, to)}
      />
    </Frame>
  )
}

function Lacks({ lacks }: { lacks: readonly Lack[] }) {
  if (lacks.length === 0) return 'Rien'
  return (
    <ul>
      {lacks.map(({ criterion, verdict }) => (
        <li>
          {criterion.title} ({verdict === 'not_met' ? 'non rempli' : 'à vérifier'})
        </li>
      ))}
    </ul>
  )
}
