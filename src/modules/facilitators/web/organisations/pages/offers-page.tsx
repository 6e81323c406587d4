import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { ResultList } from '../../../../../ui/result-list.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { departmentName, epciName } from '../../../../places/index.ts'
import { competences, served } from '../../../domain/competences.ts'
import type { AskedOffers, ListedOrganisation } from '../../../domain/offer.ts'
import { labelsOf } from '../../../domain/skills.ts'
import { offerPaths } from '../offers.paths.ts'

export const PAGE_SIZE = 25

interface OffersProps {
  view: View
  /** All that the directory shows, and those found among them. */
  all: readonly ListedOrganisation[]
  found: readonly ListedOrganisation[]
  asked: AskedOffers
  unknown: readonly { parameter: string; value: string }[]
  page: number
}

/** What organisations offer to small firms, local authorities and others. DIR-80. */
export function OffersPage({ view, all, found, asked, unknown, page }: OffersProps) {
  const { base } = view.network
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return (
    <Frame
      view={view}
      title="Structures et compétences"
      intro={
        'Petite entreprise, commune, association : trouvez près de vous qui sait vous aider avec le numérique.'
      }
    >
      {unknown.map(({ parameter, value }) => (
        <Notice state="warning" title={`Le filtre ${parameter}=${value} n’existe pas : il a été ignoré.`} />
      ))}
      <OfferFilters base={base} all={all} asked={asked} />
      {found.length === 0 ? (
        <EmptyState
          title={
            all.length === 0 ? 'Aucune structure n’est encore présentée ici' : 'Aucune structure ne répond'
          }
          act={
            <ButtonLink href={all.length === 0 ? `${base}/lieux` : offerPaths.organisations(base)}>
              {all.length === 0 ? 'Trouver un lieu' : 'Voir toutes les structures'}
            </ButtonLink>
          }
        >
          <p>
            {all.length === 0
              ? 'Chaque structure du réseau écrit elle-même ce qu’elle propose.'
              : 'Retirez un filtre, ou cherchez dans un autre territoire.'}
          </p>
        </EmptyState>
      ) : (
        <>
          <p role="status">{plural(found.length, 'structure', 'structures')}</p>
          <ResultList
            results={shown.map((one) => ({
              title: one.name,
              href: offerPaths.organisation(base, one.id),
              line: one.commune,
              children: <p class="muted">{labelsOf(competences, one.competences).join(' · ')}</p>,
            }))}
          />
          <Pagination
            page={page}
            pageSize={PAGE_SIZE}
            total={found.length}
            href={(number) => offerPaths.organisations(base, asked, number)}
            unit="structures"
          />
        </>
      )}
    </Frame>
  )
}

function OfferFilters({
  base,
  all,
  asked,
}: {
  base: string
  all: readonly ListedOrganisation[]
  asked: AskedOffers
}) {
  const choices = (list: readonly { code: string; label: string }[]) =>
    list.map(({ code, label }) => ({ value: code, label }))
  return (
    <Form action={offerPaths.organisations(base)} method="get" label="Chercher une structure">
      <TextField name="q" label="Chercher" hint="Un nom ou une commune" value={asked.q} autocomplete="off" />
      <Select
        name="competence"
        label="Vous cherchez de l’aide pour"
        choices={choices(competences)}
        value={asked.competence}
        prompt="Tout"
      />
      <Select
        name="pour"
        label="Vous êtes"
        choices={choices(served)}
        value={asked.serves}
        prompt="Peu importe"
      />
      <Select
        name="territoire"
        label="Territoire"
        choices={territories(all)}
        value={asked.territory}
        prompt="Partout"
      />
      <Actions>
        <Button icon="search">Chercher</Button>
      </Actions>
    </Form>
  )
}

function territories(all: readonly ListedOrganisation[]) {
  const inOrder = (list: { value: string; label: string }[]) =>
    list.sort((one, other) => one.label.localeCompare(other.label, 'fr'))
  const departments = new Set(all.flatMap(({ department }) => department ?? []))
  const epcis = new Set(all.flatMap(({ epci }) => epci ?? []))
  return [
    ...inOrder(
      [...departments].map((code) => ({ value: `departement:${code}`, label: departmentName(code) })),
    ),
    ...inOrder([...epcis].map((code) => ({ value: `epci:${code}`, label: epciName(code) }))),
  ]
}
