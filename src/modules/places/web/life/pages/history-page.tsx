import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import type { PersonId } from '../../../../../platform/session/actor.ts'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatMoment } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { Revision } from '../../../data/life/revisions.queries.ts'
import { fieldOfColumn } from '../../../data/life/written-fields.ts'
import type { Place } from '../../../domain/place.ts'
import { isUndoable } from '../../../use-cases/life/undo-change.ts'
import { policy } from '../../policy.ts'
import { lifePaths as paths } from '../life.paths.ts'
import { ACT_NAMES, fieldName, valueText } from '../life-wording.ts'

interface HistoryProps {
  view: View
  place: Place
  revisions: readonly Revision[]
  names: ReadonlyMap<PersonId, string>
  state: FormState
}

interface Line {
  revision: Revision
  column: string
  name: string
}

/** Each field that changed: who, when, from what to what, and the way back. DIR-73. */
export function HistoryPage({ view, place, revisions, names, state }: HistoryProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Historique de la fiche"
      kicker={place.name}
      intro="Chaque changement, le plus récent d’abord. On peut revenir sur un champ tant que personne ne l’a changé depuis."
      breadcrumb={[
        { label: 'Mes lieux', href: paths.mine(base) },
        { label: place.name, href: paths.sheet(base, place.id) },
      ]}
      problems={state.problems}
      width="full"
    >
      <Table
        caption="Changements de la fiche"
        silentCaption
        columns={[
          { label: 'Quand', cell: ({ revision }) => formatMoment(revision.at) },
          { label: 'Qui', cell: ({ revision }) => authorOf(revision, names) },
          { label: 'Quoi', header: true, cell: ({ name }) => name },
          {
            label: 'Avant',
            cell: ({ revision, column }) => valueText(fieldOfColumn(column), revision.changes[column]?.from),
          },
          {
            label: 'Après',
            cell: ({ revision, column }) => valueText(fieldOfColumn(column), revision.changes[column]?.to),
          },
          {
            label: 'Revenir en arrière',
            silent: true,
            cell: ({ revision, column, name }) =>
              opensTo(view, policy.editPlaces) && isUndoable(column) ? (
                <form method="post" action={paths.history(base, place.id)}>
                  <input type="hidden" name="version" value={String(revision.version)} />
                  <input type="hidden" name="colonne" value={column} />
                  <Button look="quiet">
                    Remettre<span class="visually-hidden">{` : ${name}`}</span>
                  </Button>
                </form>
              ) : null,
          },
        ]}
        rows={linesOf(revisions)}
        empty={
          <EmptyState title="Cette fiche n’a pas encore changé.">
            <p>Ce que vous y corrigerez se lira ici, champ par champ.</p>
          </EmptyState>
        }
      />
    </Frame>
  )
}

function linesOf(revisions: readonly Revision[]): Line[] {
  return revisions.flatMap((revision) =>
    Object.keys(revision.changes).flatMap((column) => {
      const name = fieldName(fieldOfColumn(column))
      return name ? [{ revision, column, name }] : []
    }),
  )
}

const SPEAKERS = {
  owner: 'Le lieu',
  staff: 'La tête du réseau',
  source: 'Un fichier importé',
} as const

function authorOf({ saidBy, madeBy, act }: Revision, names: ReadonlyMap<PersonId, string>) {
  const name = madeBy ? names.get(madeBy) : ''
  return (
    <>
      {name || SPEAKERS[saidBy]}
      <br />
      <span class="muted">
        {[name ? SPEAKERS[saidBy] : '', ACT_NAMES[act] ?? ''].filter(Boolean).join(', ')}
      </span>
    </>
  )
}
