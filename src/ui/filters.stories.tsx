import { ActiveFilters, Filters } from './filters.tsx'
import { Pagination } from './pagination.tsx'
import type { Story } from './story.ts'
import { LONG_NAME } from './story-samples.ts'

const href = (page: number) => `#page-${page}`

export const stories: Story[] = [
  {
    name: 'Filtres',
    render: () => (
      <Filters
        clearHref="#tout"
        groups={[
          {
            label: 'Besoin',
            options: [
              { label: 'Remplir un papier en ligne', href: '#1', count: 8412, selected: true },
              { label: 'Apprendre à envoyer un mail', href: '#2', count: 6120 },
              { label: LONG_NAME, href: '#3', count: 0 },
            ],
          },
          { label: 'Label', options: [{ label: 'EPN', href: '#4', count: 217 }] },
        ]}
      />
    ),
  },
  {
    name: 'Filtres en cours',
    render: () => (
      <ActiveFilters
        filters={[
          { label: 'Remplir un papier en ligne', removeHref: '#1' },
          { label: LONG_NAME, removeHref: '#2' },
        ]}
      />
    ),
  },
  {
    name: 'Première page',
    render: () => <Pagination page={1} pageSize={25} total={13241} href={href} unit="lieux" />,
  },
  {
    name: 'Page du milieu',
    render: () => <Pagination page={12} pageSize={25} total={13241} href={href} unit="lieux" />,
  },
  {
    name: 'Dernière page',
    render: () => <Pagination page={2} pageSize={25} total={26} href={href} unit="lieux" />,
  },
  {
    name: 'Une seule page',
    render: () => (
      <>
        <Pagination page={1} pageSize={25} total={25} href={href} unit="lieux" />
        <p>Tout tient sur une page : pas de pagination.</p>
      </>
    ),
  },
]
