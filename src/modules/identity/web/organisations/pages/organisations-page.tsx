import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Filters } from '../../../../../ui/filters.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { type OrganisationSearch, PAGE_SIZE } from '../../../data/organisations/organisations.queries.ts'
import { ORGANISATION_KINDS, type Organisation } from '../../../domain/organisations/organisation.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { paths } from '../organisation-paths.ts'
import { kindName, kindNames, spacedSiret } from '../organisation-wording.ts'

interface OrganisationsProps {
  view: View
  asked: OrganisationSearch
  organisations: readonly Organisation[]
  total: number
  byKind: ReadonlyMap<string, number>
  mayAdd: boolean
}

export function OrganisationsPage(props: OrganisationsProps) {
  const { view, asked, organisations, total, byKind, mayAdd } = props
  const { base } = view.network
  const isFiltered = asked.q !== '' || asked.kind !== ''
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Structures"
      breadcrumb={[settingsPath(base)]}
      intro="Les collectivités, associations et entreprises du réseau, et qui peut signer pour elles."
      act={mayAdd && { label: 'Ajouter une structure', href: paths.newOrganisation(base) }}
    >
      <SearchForm
        action={paths.organisations(base)}
        label="Chercher par nom, sigle, numéro ou commune"
        value={asked.q}
        keep={asked.kind ? { nature: asked.kind } : {}}
      />
      <WithSide side={<KindFilters base={base} asked={asked} byKind={byKind} />}>
        {organisations.length === 0 ? (
          <EmptyState
            title={isFiltered ? 'Aucune structure ne correspond' : 'Aucune structure pour le moment'}
            act={isFiltered && <a href={paths.organisations(base)}>Voir toutes les structures</a>}
          >
            <p>
              {isFiltered
                ? 'Essayez un mot du nom, le début du SIRET, ou la commune seule.'
                : 'Une structure est ajoutée ici, ou en préparant une convention avec elle.'}
            </p>
          </EmptyState>
        ) : (
          <>
            <p class="muted">{plural(total, 'structure', 'structures')}</p>
            <Table
              caption="Structures du réseau"
              silentCaption
              columns={[
                { label: 'Nom', header: true, cell: (one) => <Name base={base} organisation={one} /> },
                { label: 'Nature', cell: ({ kind }) => kindName(kind) },
                { label: 'Commune', cell: ({ commune }) => commune || '—' },
                { label: 'SIRET', cell: ({ siret }) => (siret ? spacedSiret(siret) : '—') },
              ]}
              rows={organisations}
            />
            <Pagination
              page={asked.page}
              pageSize={PAGE_SIZE}
              total={total}
              unit="structures"
              href={(page) => paths.organisations(base, { q: asked.q, nature: asked.kind, page })}
            />
          </>
        )}
      </WithSide>
    </Frame>
  )
}

function Name({ base, organisation: { id, name, acronym } }: { base: string; organisation: Organisation }) {
  return (
    <>
      <a href={paths.organisation(base, id)}>{name}</a>
      {acronym && ` (${acronym})`}
    </>
  )
}

function KindFilters({
  base,
  asked,
  byKind,
}: { base: string } & Pick<OrganisationsProps, 'asked' | 'byKind'>) {
  const shown = ORGANISATION_KINDS.filter((kind) => byKind.has(kind) || kind === asked.kind)
  return (
    <Filters
      groups={[
        {
          label: 'Nature',
          options: shown.map((kind) => ({
            label: kindNames[kind],
            count: byKind.get(kind) ?? 0,
            selected: kind === asked.kind,
            href: paths.organisations(base, { q: asked.q, nature: kind === asked.kind ? '' : kind }),
          })),
        },
      ]}
      clearHref={asked.kind ? paths.organisations(base, { q: asked.q }) : undefined}
    />
  )
}
