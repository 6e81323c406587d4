import { ActiveFilters, Filters } from '../filters.tsx'
import { Pagination } from '../pagination.tsx'
import { PublicPage } from '../public-page.tsx'
import { type Result, ResultList } from '../result-list.tsx'
import { SearchForm } from '../search-field.tsx'
import { ListAndMap, WithSide } from '../split.tsx'
import type { StoryLook } from '../story.ts'
import { LONG_NAME, sampleSite } from '../story-samples.ts'
import { type State, Tag } from '../tag.tsx'

export function listPage(look: StoryLook) {
  return (
    <PublicPage
      site={sampleSite(look)}
      title="Trouver un lieu"
      heading="43 lieux pour remplir un papier en ligne"
      breadcrumb={[{ label: 'Accueil', href: '#accueil' }]}
      width="full"
    >
      <SearchForm action="#lieux" label="Une commune, un besoin ou un nom de lieu" value="valmer" />
      <WithSide side={<ListFilters />}>
        <ActiveFilters
          filters={[
            { label: 'Remplir un papier en ligne', removeHref: '#r1' },
            { label: 'Ouvert le samedi', removeHref: '#r2' },
          ]}
        />
        <ListAndMap
          list={
            <>
              <ResultList results={RESULTS} />
              <Pagination page={1} pageSize={25} total={43} href={(page) => `#page-${page}`} unit="lieux" />
            </>
          }
          map={<div class="map-frame" />}
        />
      </WithSide>
    </PublicPage>
  )
}

function ListFilters() {
  return (
    <Filters
      clearHref="#tout"
      groups={[
        {
          label: 'Besoin',
          options: [
            { label: 'Remplir un papier en ligne', href: '#f1', count: 43, selected: true },
            { label: 'Apprendre à envoyer un mail', href: '#f2', count: 38 },
            { label: 'Imprimer', href: '#f3', count: 21 },
            { label: 'Réparer un appareil', href: '#f4', count: 4 },
          ],
        },
        {
          label: 'Horaires',
          options: [
            { label: 'Ouvert maintenant', href: '#f5', count: 12 },
            { label: 'Ouvert le samedi', href: '#f6', count: 43, selected: true },
          ],
        },
        {
          label: 'Label',
          options: [
            { label: 'EPN des Rivages', href: '#f7', count: 17 },
            { label: 'Tiers-lieu des Rivages', href: '#f8', count: 6 },
          ],
        },
      ]}
    />
  )
}

const RESULTS: Result[] = [
  result(
    'Espace numérique de Valmer',
    'positive',
    'Ouvert jusqu’à 18 h',
    '4, quai des Harengs, Valmer',
    '350 m',
  ),
  result(
    'La Passerelle',
    'neutral',
    'Fermé, ouvre demain à 9 h',
    '12, rue du Phare, Port-Sainte-Aude',
    '4,2 km',
  ),
  result(LONG_NAME, 'positive', 'Ouvert jusqu’à 17 h 30', 'Saint-Aubin-des-Landes-sur-la-Vireuse', '11 km'),
  result(
    'Bus numérique des Marais',
    'info',
    'Sur rendez-vous',
    'Sur la place du marché, un samedi sur deux',
    '12 km',
  ),
  result(
    'Médiathèque Louise-Aubert',
    'neutral',
    'Fermé, ouvre mardi à 14 h',
    'Cours des Tilleuls, Hautmesnil',
    '15 km',
  ),
]

function result(title: string, state: State, opening: string, address: string, distance: string): Result {
  return {
    title,
    href: '#lieu',
    line: (
      <>
        <Tag state={state}>{opening}</Tag>
        <span class="muted">à {distance}</span>
      </>
    ),
    children: <p class="muted">{address}</p>,
  }
}
