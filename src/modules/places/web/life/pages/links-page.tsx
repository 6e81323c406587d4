import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import type { PersonId } from '../../../../../platform/session/actor.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { PlaceSheet } from '../../../use-cases/life/place-sheet.ts'
import { policy } from '../../policy.ts'
import { lifePaths as paths } from '../life.paths.ts'
import { ROLE_NAMES } from '../life-wording.ts'

interface LinksProps {
  view: View
  sheet: PlaceSheet
  /** Who may be said to work there: members of its organisations who do not yet. */
  candidates: readonly { personId: PersonId; name: string }[]
  state: FormState
}

/** Who runs the place and who works there: each link lasts until somebody ends it, and then stays written. DIR-1. */
export function LinksPage({ view, sheet, candidates, state }: LinksProps) {
  const { base } = view.network
  const { row, fields } = sheet
  return (
    <Frame
      view={view}
      space="member"
      title="Qui tient ce lieu"
      kicker={fields.name}
      intro={
        'Une structure qui fait vivre le lieu tient sa fiche ; une personne qui y travaille aussi. Mettre fin à un rattachement n’efface rien de ce qui a été fait.'
      }
      breadcrumb={[
        { label: 'Mes lieux', href: paths.mine(base) },
        { label: fields.name, href: paths.sheet(base, row.id) },
      ]}
      problems={state.problems}
    >
      <Organisations view={view} sheet={sheet} />
      {opensTo(view, policy.tiePlaces) && <TieForm view={view} sheet={sheet} state={state} />}
      <People view={view} sheet={sheet} />
      {opensTo(view, policy.staffPlaces) && sheet.answersFor && (
        <StaffForm view={view} sheet={sheet} candidates={candidates} state={state} />
      )}
    </Frame>
  )
}

type Part = Pick<LinksProps, 'view' | 'sheet'>

function Organisations({ view, sheet: { row, organisations } }: Part) {
  const { base } = view.network
  const isHead = opensTo(view, policy.tiePlaces)
  const mayEnd = opensTo(view, policy.staffPlaces)
  return (
    <Table
      caption="Structures"
      columns={[
        { label: 'Structure', header: true, cell: ({ name }) => name },
        { label: 'Ce qu’elle est au lieu', cell: ({ role }) => ROLE_NAMES[role] },
        { label: 'Depuis', cell: ({ from }) => formatDay(from) },
        {
          label: 'Mettre fin',
          silent: true,
          cell: ({ id, name, isOwn }) =>
            mayEnd && (isHead || isOwn) ? (
              <End action={paths.unlink(base, row.id, id)} label="Mettre fin aujourd’hui" about={name} />
            ) : null,
        },
      ]}
      rows={organisations}
      empty={<p>Aucune structure n’est rattachée à ce lieu : seule la tête du réseau tient sa fiche.</p>}
    />
  )
}

function People({ view, sheet: { row, people, answersFor } }: Part) {
  const { base } = view.network
  const mayEnd = opensTo(view, policy.staffPlaces) && answersFor
  return (
    <Table
      caption="Personnes qui y travaillent"
      columns={[
        { label: 'Personne', header: true, cell: ({ name }) => name },
        { label: 'Ce qu’elle y fait', cell: ({ function: does }) => does },
        { label: 'Depuis', cell: ({ from }) => formatDay(from) },
        {
          label: 'Mettre fin',
          silent: true,
          cell: ({ id, name, isSelf }) => {
            if (isSelf && opensTo(view, policy.leavePlace))
              return <End action={paths.leave(base, row.id)} label="Je n’y travaille plus" about="" />
            return mayEnd ? (
              <End action={paths.endWork(base, row.id, id)} label="N’y travaille plus" about={name} />
            ) : null
          },
        },
      ]}
      rows={people}
      empty={<p>Personne n’est encore dit y travailler. Les membres de la structure tiennent la fiche.</p>}
    />
  )
}

function End({ action, label, about }: { action: string; label: string; about: string }) {
  return (
    <form method="post" action={action}>
      <Button look="quiet">
        {label}
        {about && <span class="visually-hidden">{` : ${about}`}</span>}
      </Button>
    </form>
  )
}

function TieForm({ view, sheet: { row }, state }: Part & { state: FormState }) {
  return (
    <Form action={paths.links(view.network.base, row.id)} label="Rattacher une structure">
      <h2>Rattacher une structure</h2>
      <TextField
        name="structure"
        label="Structure"
        hint="Son SIRET ou son nom exact, tel qu’il est dans le réseau."
        value={String(state.values.structure ?? '')}
        error={problemOf(state.problems, 'structure')}
        autocomplete="off"
      />
      <Radios
        name="role"
        label="Ce qu’elle est au lieu"
        value={String(state.values.role ?? 'operates')}
        choices={[
          { value: 'operates', label: ROLE_NAMES.operates, hint: 'Elle tient sa fiche.' },
          { value: 'owns', label: ROLE_NAMES.owns },
          { value: 'hosts', label: ROLE_NAMES.hosts },
        ]}
        error={problemOf(state.problems, 'role')}
      />
      <Actions>
        <Button>Rattacher cette structure</Button>
      </Actions>
    </Form>
  )
}

function StaffForm({ view, sheet: { row }, candidates, state }: LinksProps) {
  if (candidates.length === 0) return null
  return (
    <Form action={paths.people(view.network.base, row.id)} label="Ajouter une personne">
      <h2>Ajouter une personne qui y travaille</h2>
      <Select
        name="personne"
        label="Personne"
        hint="Un membre de la structure qui fait vivre le lieu."
        prompt="Choisissez"
        choices={candidates.map(({ personId, name }) => ({ value: personId, label: name }))}
        value={String(state.values.personne ?? '')}
        error={problemOf(state.problems, 'personne')}
      />
      <TextField
        name="fonction"
        label="Ce qu’elle y fait"
        value={String(state.values.fonction ?? '')}
        error={problemOf(state.problems, 'fonction')}
        autocomplete="off"
        optional
      />
      <Actions>
        <Button>Ajouter cette personne</Button>
      </Actions>
    </Form>
  )
}
