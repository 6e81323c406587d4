import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { OwnTerritory } from '../../../data/territories/territories.store.ts'
import type { TerritoryCount } from '../../../data/territories/territory-counts.ts'
import type { Ground } from '../../../domain/search/asked.ts'
import { paths } from '../../paths.ts'
import { statisticsPaths } from '../../statistics/statistics.paths.ts'
import { territoryPaths } from '../territories.paths.ts'
import { membersText } from '../territories-wording.ts'
import { TerritoryFields } from './territory-fields.tsx'

interface TerritoriesProps {
  view: View
  territories: readonly OwnTerritory[]
  /** Of those that are offered. */
  counts: readonly TerritoryCount[]
  mayKeep: boolean
  state: FormState
}

/** The grounds that residents know by a name, and no code does. DIR-63. */
export function TerritoriesPage({ view, territories, counts, mayKeep, state }: TerritoriesProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Territoires du réseau"
      intro={
        'Un pays, un bassin de vie, le secteur d’une structure : donnez-lui un nom, et chacun y cherche les lieux, en lit les chiffres, en pose la carte sur son site.'
      }
      breadcrumb={[{ label: 'Réglages', href: `${base}/reglages` }]}
      problems={state.problems}
    >
      <Table
        caption="Territoires qui ont un nom"
        silentCaption
        columns={[
          {
            label: 'Territoire',
            header: true,
            cell: ({ slug, name }) => <a href={territoryPaths.one(base, slug)}>{name}</a>,
          },
          { label: 'Ce qu’il réunit', cell: membersText },
          {
            label: 'Lieux',
            cell: (territory) => (
              <Places base={base} territory={territory} count={countOf(counts, territory)} />
            ),
          },
        ]}
        rows={territories}
        empty={
          <EmptyState title="Aucun territoire n’a encore de nom">
            Les communes, les intercommunalités, les départements et les régions sont connus d’avance : nommez
            ici ce qu’aucun code ne dit.
          </EmptyState>
        }
      />
      {mayKeep && (
        <Form action={territoryPaths.list(base)} label="Créer un territoire">
          <h2>Créer un territoire</h2>
          <TerritoryFields state={state} />
          <Actions>
            <Button>Créer ce territoire</Button>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}

function countOf(counts: readonly TerritoryCount[], { slug }: OwnTerritory): number {
  return counts.find((one) => one.slug === slug)?.count ?? 0
}

function Places({ base, territory, count }: { base: string; territory: OwnTerritory; count: number }) {
  if (territory.endedAt) return <>N’est plus proposé</>
  const ground: Ground = { kind: 'territoire', code: territory.slug }
  const of = <span class="visually-hidden"> de {territory.name}</span>
  return (
    <>
      <a href={paths.places(base, { grounds: [ground] })}>
        {formatNumber(count)}
        <span class="visually-hidden"> : voir les lieux</span>
        {of}
      </a>
      ,{' '}
      <a href={statisticsPaths.statistics(base, ground)}>
        chiffres
        {of}
      </a>
    </>
  )
}
