import type { Child } from 'hono/jsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkboxes } from '../../../../../ui/choice-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { ResultList } from '../../../../../ui/result-list.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { lackingIn, type Organisation } from '../../../domain/organisations/organisation.ts'
import type { Twin } from '../../../use-cases/organisations/organisation-twins.ts'
import { settingsPath } from '../../networks/network-settings-way.ts'
import { paths } from '../organisation-paths.ts'
import { fieldNames, kindName, oneLine, reasonSentence } from '../organisation-wording.ts'

/** One of the two, with what hangs on it. */
export interface Side {
  organisation: Organisation
  members: number
  contacts: number
  mandates: number
  panels: readonly Child[]
}

interface MergeProps {
  view: View
  duplicate: Side
  kept: Side | null
  q: string
  found: readonly Organisation[]
  twins: readonly Twin[]
  state: FormState
}

export function OrganisationMergePage(props: MergeProps) {
  const { view, duplicate, kept, state } = props
  const { base } = view.network
  const { id, name } = duplicate.organisation
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Joindre un doublon"
      intro={`La fiche « ${name} » sera jointe à celle qui reste : ses membres, ses mandats et ses conventions seront lus avec les siens. Vous pourrez les séparer.`}
      breadcrumb={[
        settingsPath(base),
        { label: 'Structures', href: paths.organisations(base) },
        { label: name, href: paths.organisation(base, id) },
      ]}
      problems={state.problems}
    >
      {kept ? <Preview base={base} duplicate={duplicate} kept={kept} state={state} /> : <Choice {...props} />}
    </Frame>
  )
}

function Choice({ view, duplicate, q, found, twins }: MergeProps) {
  const { base } = view.network
  const { id } = duplicate.organisation
  const proposed = q
    ? found.map((organisation) => ({ organisation, line: oneLine(organisation) }))
    : twins.map((twin) => ({
        organisation: twin.organisation,
        line: `${oneLine(twin.organisation)}. ${reasonSentence(twin)}.`,
      }))
  return (
    <>
      <SearchForm
        action={paths.merge(base, id)}
        label="Chercher la structure à garder"
        hint="Par nom, sigle, numéro ou commune."
        value={q}
      />
      {!q && proposed.length > 0 && <h2>Elles se ressemblent</h2>}
      {q && <h2>Résultats</h2>}
      {q && proposed.length === 0 && <p>Aucune autre structure ne correspond.</p>}
      <ResultList
        level={3}
        results={proposed.map(({ organisation, line }) => ({
          title: organisation.name,
          href: paths.merge(base, id, { avec: organisation.id }),
          line,
        }))}
      />
    </>
  )
}

interface PreviewProps {
  base: string
  duplicate: Side
  kept: Side
  state: FormState
}

function Preview({ base, duplicate, kept, state: { values } }: PreviewProps) {
  const lacking = lackingIn(kept.organisation, duplicate.organisation)
  const chosen = values.reprendre
  return (
    <>
      <Table
        caption="Les deux fiches côte à côte"
        columns={[
          { label: 'Ce qui est connu', header: true, cell: ({ term }) => term },
          { label: 'Sera jointe', cell: (row) => row.duplicate || '—' },
          { label: 'Reste', cell: (row) => row.kept || '—' },
        ]}
        rows={rowsOf(duplicate, kept)}
      />
      <Related side={duplicate} />
      <Related side={kept} />
      <Form action={paths.merge(base, duplicate.organisation.id)}>
        <input type="hidden" name="gardee" value={kept.organisation.id} />
        <input type="hidden" name="vu" value={String(duplicate.organisation.version)} />
        <input type="hidden" name="vu_gardee" value={String(kept.organisation.version)} />
        {lacking.length > 0 && (
          <Checkboxes
            name="reprendre"
            label={`« ${kept.organisation.name} » n’a pas tout ce que l’autre fiche dit`}
            hint="Cochez ce qu’elle doit reprendre. Le reste demeure lisible sur la fiche jointe."
            choices={lacking.map((field) => ({
              value: field,
              label: `${fieldNames[field]} : ${duplicate.organisation[field]}`,
            }))}
            values={chosen === undefined ? lacking : [chosen].flat()}
            optional
          />
        )}
        <Actions>
          <Button>Joindre les deux fiches</Button>
          <a href={paths.merge(base, duplicate.organisation.id)}>Choisir une autre structure</a>
          <a href={paths.merge(base, kept.organisation.id, { avec: duplicate.organisation.id })}>
            Garder plutôt « {duplicate.organisation.name} »
          </a>
        </Actions>
      </Form>
    </>
  )
}

/** What the other modules hold about one of the two. */
function Related({ side: { organisation, panels } }: { side: Side }) {
  if (panels.length === 0) return null
  return (
    <section aria-label={organisation.name}>
      <p class="kicker">{organisation.name}</p>
      {[...panels]}
    </section>
  )
}

function rowsOf(duplicate: Side, kept: Side) {
  const [one, other] = [duplicate.organisation, kept.organisation]
  const fields = Object.keys(fieldNames) as (keyof typeof fieldNames)[]
  const counted = { members: 'Membres', contacts: 'Contacts', mandates: 'Mandats' } as const
  const counts = Object.keys(counted) as (keyof typeof counted)[]
  return [
    { term: 'Nom', duplicate: one.name, kept: other.name },
    { term: 'Nature', duplicate: kindName(one.kind), kept: kindName(other.kind) },
    ...fields
      .filter((field) => one[field] || other[field])
      .map((field) => ({ term: fieldNames[field], duplicate: one[field], kept: other[field] })),
    ...counts.map((count) => ({
      term: counted[count],
      duplicate: formatNumber(duplicate[count]),
      kept: formatNumber(kept[count]),
    })),
  ]
}
