import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { departmentName, epciName } from '../../../../places/index.ts'
import type { Scheme } from '../../../data/awards/awards.store.ts'
import type { InstructorGroup, Seat } from '../../../data/instruction/groups.store.ts'
import { policy } from '../../policy.ts'
import { instructionPaths as paths } from '../instruction.paths.ts'

interface GroupsProps {
  view: View
  groups: readonly InstructorGroup[]
  schemes: readonly Scheme[]
  state: FormState
}

/** Who instructs what: each file goes to the narrowest territory. LAB-11. */
export function GroupsPage({ view, groups, schemes, state }: GroupsProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Groupes d’instruction"
      intro="Chaque candidature va au groupe de son territoire : l’EPCI d’abord, puis le département, puis le réseau entier. Sans groupe, elle vous revient."
      breadcrumb={[{ label: 'Dossiers à instruire', href: paths.queue(base) }]}
      problems={state.problems}
    >
      <Table
        caption={plural(groups.length, 'groupe', 'groupes')}
        columns={[
          {
            label: 'Groupe',
            header: true,
            cell: ({ id, name }) => <a href={paths.group(base, id)}>{name}</a>,
          },
          { label: 'Territoire', cell: territoryText },
          {
            label: 'Label',
            cell: ({ schemeId }) => schemes.find(({ id }) => id === schemeId)?.name ?? 'Tous',
          },
          {
            label: 'Instructeurs',
            cell: ({ members }) => (members > 0 ? members : <Tag state="warning">Personne</Tag>),
          },
        ]}
        rows={groups}
        empty={
          <EmptyState title="Aucun groupe">
            <p>
              Toutes les candidatures arrivent chez vous. Ouvrez un groupe pour les répartir par territoire.
            </p>
          </EmptyState>
        }
      />
      {opensTo(view, policy.keepGroups) && (
        <section>
          <h2>Ouvrir un groupe</h2>
          <Form action={paths.groups(base)}>
            <GroupFields schemes={schemes} state={state} />
            <Actions>
              <Button>Ouvrir ce groupe</Button>
            </Actions>
          </Form>
        </section>
      )}
    </Frame>
  )
}

function territoryText({ departments, epcis }: Pick<InstructorGroup, 'departments' | 'epcis'>): string {
  const names = [...epcis.map(epciName), ...departments.map((code) => `${departmentName(code)} (${code})`)]
  return names.length > 0 ? names.join(', ') : 'Tout le réseau'
}

function GroupFields({
  schemes,
  state,
  group,
}: Pick<GroupsProps, 'schemes' | 'state'> & { group?: InstructorGroup }) {
  const typed = (name: string, otherwise = '') => String(state.values[name] ?? otherwise)
  const wrong = (name: string) => problemOf(state.problems, name)
  return (
    <>
      <TextField name="nom" label="Nom du groupe" value={typed('nom', group?.name)} error={wrong('nom')} />
      <Select
        name="label"
        label="Label instruit"
        prompt="Tous les labels"
        choices={schemes.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed('label', group?.schemeId ?? '')}
        error={wrong('label')}
        optional
      />
      <TextField
        name="departements"
        label="Départements"
        hint="Numéros séparés par des virgules : 14, 50, 61. Vide : partout."
        value={typed('departements', group?.departments.join(', '))}
        error={wrong('departements')}
        optional
      />
      <TextField
        name="epci"
        label="Intercommunalités (EPCI)"
        hint="Leur SIREN, séparés par des virgules. Elles passent avant le département."
        value={typed('epci', group?.epcis.join(', '))}
        error={wrong('epci')}
        optional
      />
    </>
  )
}

interface GroupProps extends Omit<GroupsProps, 'groups'> {
  group: InstructorGroup
  seats: readonly (Seat & { name: string })[]
  people: readonly { personId: string; name: string; organisationName: string }[]
}

export function GroupPage({ view, group, seats, people, schemes, state }: GroupProps) {
  const { base } = view.network
  const mayKeep = opensTo(view, policy.keepGroups)
  const others = people.filter(({ personId }) => !seats.some((seat) => seat.personId === personId))
  return (
    <Frame
      view={view}
      space="member"
      title={group.name}
      intro={`Instruit : ${territoryText(group)}`}
      breadcrumb={[
        { label: 'Dossiers à instruire', href: paths.queue(base) },
        { label: 'Groupes d’instruction', href: paths.groups(base) },
      ]}
      problems={state.problems}
    >
      <Table
        caption="Instructeurs"
        columns={[
          { label: 'Nom', header: true, cell: ({ name }) => name },
          { label: 'Depuis', cell: ({ fromDay }) => formatDay(fromDay) },
          ...(mayKeep
            ? [
                {
                  label: 'Acte',
                  silent: true,
                  cell: ({ id, name }: Seat & { name: string }) => (
                    <Form action={paths.seatEnd(base, group.id, id)} label={`Retirer ${name}`}>
                      <Button look="quiet">Retirer du groupe</Button>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
        rows={seats}
        empty={
          <EmptyState title="Personne dans ce groupe">
            <p>Ses dossiers vous reviennent jusqu’à ce que vous y placiez quelqu’un.</p>
          </EmptyState>
        }
      />
      {mayKeep && (
        <>
          <section>
            <h2>Placer un instructeur</h2>
            <Form action={paths.seats(base, group.id)}>
              <Select
                name="personne"
                label="Membre du réseau"
                prompt="Choisissez"
                choices={others.map(({ personId, name, organisationName }) => ({
                  value: personId,
                  label: `${name}, ${organisationName}`,
                }))}
                error={problemOf(state.problems, 'personne')}
              />
              <Actions>
                <Button look="plain">Placer cette personne</Button>
              </Actions>
            </Form>
          </section>
          <section>
            <h2>Modifier le groupe</h2>
            <Form action={paths.group(base, group.id)}>
              <GroupFields schemes={schemes} state={state} group={group} />
              <Actions>
                <Button>Enregistrer le groupe</Button>
              </Actions>
            </Form>
            <Form action={paths.groupClosing(base, group.id)} label="Fermer le groupe">
              <p>
                Fermer le groupe envoie ses dossiers à un autre groupe du territoire, ou à la tête de réseau.
              </p>
              <Actions>
                <Button look="danger">Fermer ce groupe</Button>
              </Actions>
            </Form>
          </section>
        </>
      )}
    </Frame>
  )
}
