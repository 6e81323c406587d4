import type { Day } from '../../../../../kernel/day.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { DescribedScheme, SchemeVersion } from '../../../data/schemes/schemes.store.ts'
import { schemePaths } from '../scheme.paths.ts'
import { holderWords, routeWords } from '../scheme-wording.ts'
import { labelSteps } from './scheme-frame.tsx'

export interface SchemeLine {
  scheme: DescribedScheme
  /** Applied today; else the one to come; null: nothing is published. */
  version: SchemeVersion | null
  isDrafted: boolean
}

interface SchemesProps {
  view: View
  lines: readonly SchemeLine[]
  mayWrite: boolean
}

/** The labels a network gives, and what each is at. */
export function SchemesPage({ view, lines, mayWrite }: SchemesProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Les labels du réseau"
      intro="Ce que chaque label demande, à qui, et comment il s’attribue."
      breadcrumb={labelSteps(base).slice(0, 1)}
      {...(mayWrite && { act: { label: 'Créer un label', href: schemePaths.creation(base) } })}
    >
      <Table
        caption="Labels"
        silentCaption
        columns={[
          {
            label: 'Label',
            header: true,
            cell: ({ scheme }: SchemeLine) => <a href={schemePaths.scheme(base, scheme.id)}>{scheme.name}</a>,
          },
          { label: 'Porté par', cell: ({ version }) => version && holderWords[version.content.holderKind] },
          { label: 'Attribué', cell: ({ version }) => version && routeWords[version.content.route] },
          { label: 'État', cell: (line) => <Standing line={line} today={view.today} /> },
        ]}
        rows={lines}
        empty={
          <EmptyState title="Le réseau n’a pas encore de label.">
            <p>
              Partez d’un jeu de départ ou d’une page blanche. Personne ne voit le label avant que vous ne le
              publiiez.
            </p>
          </EmptyState>
        }
      />
    </Frame>
  )
}

function Standing({ line: { version, isDrafted }, today }: { line: SchemeLine; today: Day }) {
  if (version === null) return <Tag state="pending">En préparation</Tag>
  return (
    <>
      {version.inForceFrom <= today ? (
        <Tag state="positive">{`Version ${version.version}`}</Tag>
      ) : (
        <>
          <Tag state="info">À venir</Tag> à partir du <DayText day={version.inForceFrom} />
        </>
      )}{' '}
      {isDrafted && <Tag state="pending">Version suivante en préparation</Tag>}
    </>
  )
}
