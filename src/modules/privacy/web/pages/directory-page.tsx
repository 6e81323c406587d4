import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { plural } from '../../../../ui/french.ts'
import { Pagination } from '../../../../ui/pagination.tsx'
import { SearchForm } from '../../../../ui/search-field.tsx'
import { PAGE_SIZE, type ShownPerson } from '../../data/shown.queries.ts'
import { paths } from '../paths.ts'

interface DirectoryProps {
  view: View
  people: readonly ShownPerson[]
  total: number
  q: string
  page: number
}

/** Who helps residents, as they let themselves be shown to this reader. DIR-78. */
export function DirectoryPage({ view, people, total, q, page }: DirectoryProps) {
  const { base } = view.network
  const address = (number: number) =>
    `${paths.directory(base)}?${new URLSearchParams({ ...(q && { q }), page: String(number) })}`
  return (
    <Frame
      view={view}
      title="Médiatrices et médiateurs"
      intro="Les personnes qui vous aident avec le numérique, quand elles ont choisi de se montrer ici."
    >
      <SearchForm
        action={paths.directory(base)}
        label="Chercher une personne"
        hint="Un nom, une structure ou une commune"
        value={q}
      />
      {people.length === 0 ? (
        <Nobody view={view} q={q} />
      ) : (
        <>
          <p>{plural(total, 'personne', 'personnes')}</p>
          <ul class="rows">
            {people.map((person) => (
              <PersonRow person={person} />
            ))}
          </ul>
          <Pagination page={page} pageSize={PAGE_SIZE} total={total} href={address} />
        </>
      )}
    </Frame>
  )
}

function PersonRow({ person }: { person: ShownPerson }) {
  const { name, jobTitle, organisation, commune, email, phone } = person
  const where = [organisation, commune].filter(Boolean).join(', ')
  return (
    <li>
      <h2 class="row-title">{name}</h2>
      {(jobTitle || where) && <p class="row-line">{[jobTitle, where].filter(Boolean).join(' · ')}</p>}
      {(email || phone) && (
        <p>
          {email && <a href={`mailto:${email}`}>{email}</a>}
          {email && phone && ' · '}
          {phone && <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a>}
        </p>
      )}
    </li>
  )
}

function Nobody({ view, q }: { view: View; q: string }) {
  const { base } = view.network
  if (q)
    return (
      <EmptyState
        title={`Personne ne se montre ici pour « ${q} »`}
        act={<ButtonLink href={paths.directory(base)}>Voir tout l’annuaire</ButtonLink>}
      >
        <p>Essayez une commune voisine, ou une partie du nom.</p>
      </EmptyState>
    )
  return (
    <EmptyState
      title="Personne ne se montre encore ici"
      act={<ButtonLink href={`${base}/lieux`}>Trouver un lieu</ButtonLink>}
    >
      <p>
        Chaque personne choisit elle-même de paraître dans l’annuaire. Vous êtes médiatrice ou médiateur ?{' '}
        <a href={paths.sharing(base)}>Choisissez ce que vous montrez</a>.
      </p>
    </EmptyState>
  )
}
