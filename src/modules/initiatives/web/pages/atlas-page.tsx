import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Filters } from '../../../../ui/filters.tsx'
import { plural } from '../../../../ui/french.ts'
import { Pagination } from '../../../../ui/pagination.tsx'
import { ResultList } from '../../../../ui/result-list.tsx'
import { SearchForm } from '../../../../ui/search-field.tsx'
import { WithSide } from '../../../../ui/split.tsx'
import { ATLAS_PAGE } from '../../data/initiatives.queries.ts'
import type { Initiative } from '../../data/initiatives.store.ts'
import type { Stake } from '../../domain/stakes.ts'
import { initiativePaths } from '../initiative.paths.ts'
import { stakeGroups, stakeWords, stateWords } from '../initiative-wording.ts'

interface AtlasProps {
  view: View
  found: readonly Initiative[]
  total: number
  page: number
  asked: { q: string; stake: Stake | null }
  names: ReadonlyMap<OrganisationId, string>
}

/** What the local authorities of the network do with digital tools, for everybody. */
export function AtlasPage({ view, found, total, page, asked: { q, stake }, names }: AtlasProps) {
  const { base } = view.network
  const enjeu = stake ?? ''
  const asked = q !== '' || stake !== null
  return (
    <Frame
      view={view}
      width="full"
      title="Initiatives numériques locales"
      intro="Ce que les collectivités du réseau font avec le numérique, dans leurs mots : pour s’en inspirer, et pour faire connaissance."
    >
      <SearchForm
        action={initiativePaths.atlas(base)}
        label="Chercher une initiative"
        value={q}
        keep={enjeu ? { enjeu } : {}}
      />
      <WithSide
        at="start"
        side={
          <Filters
            groups={stakeGroups.map(({ label, stakes }) => ({
              label,
              options: stakes.map((one) => ({
                label: stakeWords[one],
                selected: one === stake,
                href: initiativePaths.atlas(base, { q, enjeu: one === stake ? '' : one }),
              })),
            }))}
            clearHref={asked ? initiativePaths.atlas(base) : undefined}
          />
        }
      >
        {total === 0 ? (
          <EmptyState
            title={asked ? 'Aucune initiative ne répond' : 'Aucune initiative n’est encore publiée'}
          >
            {asked
              ? 'Essayez un autre mot, ou retirez un filtre.'
              : 'Elles paraîtront ici dès qu’une collectivité du réseau en publiera une.'}
          </EmptyState>
        ) : (
          <>
            <p>{plural(total, 'initiative', 'initiatives')}</p>
            <ResultList
              results={found.map(({ id, organisationId, content }) => ({
                title: content.title,
                href: initiativePaths.shown(base, id),
                line: [names.get(organisationId), stakeWords[content.stake], stateWords[content.state]]
                  .filter(Boolean)
                  .join(', '),
                children: <p>{content.summary}</p>,
              }))}
            />
            <Pagination
              page={page}
              pageSize={ATLAS_PAGE}
              total={total}
              unit="initiatives"
              href={(to) => initiativePaths.atlas(base, { q, enjeu, page: to })}
            />
          </>
        )}
      </WithSide>
    </Frame>
  )
}
