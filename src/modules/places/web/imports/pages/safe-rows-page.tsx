import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { fieldId } from '../../../../../ui/field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { SafeRow } from '../../../use-cases/imports/attach-safe-rows.ts'
import { homePaths } from '../../home/home.paths.ts'
import { paths } from '../../paths.ts'
import { attachedFields } from '../compared-fields.ts'
import { rowValue } from '../queues.form.ts'
import { importQueuePaths } from '../queues.paths.ts'

interface SafeRowsProps {
  view: View
  source: string
  rows: readonly SafeRow[]
  state: FormState
}

/** Up to fifty rows of a source that are surely a known place: what each would change, before all are attached at once. */
export function SafeRowsPage({ view, source, rows, state }: SafeRowsProps) {
  const { base } = view.network
  const back = importQueuePaths.held(base, { source })
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Rattacher les lignes sûres"
      kicker={source}
      intro="Seules paraissent les lignes qui ressemblent sans aucun doute à un lieu de l’annuaire, et à lui seul. Décochez celles dont vous doutez."
      breadcrumb={[
        { label: 'Lieux', href: homePaths.home(base) },
        { label: 'Imports', href: paths.imports(base) },
        { label: 'Lignes en attente', href: back },
      ]}
      problems={state.problems}
    >
      {rows.length === 0 ? (
        <EmptyState title="Aucune ligne de cette source ne peut être rattachée par liste.">
          <p>
            Les autres se décident une par une, dans les <a href={back}>lignes en attente</a>.
          </p>
        </EmptyState>
      ) : (
        <Form action={importQueuePaths.safe(base, source)}>
          <Table
            caption={plural(rows.length, 'ligne sûre', 'lignes sûres')}
            columns={[
              { label: 'Rattacher', cell: (row) => <Tick row={row} state={state} /> },
              { label: 'Ligne du fichier', header: true, cell: rowText },
              {
                label: 'Lieu de l’annuaire',
                cell: ({ place }) => (
                  <>
                    <a href={paths.place(base, place.slug)}>{place.name}</a>
                    <span class="line-more muted">{addressOf(place.fields)}</span>
                  </>
                ),
              },
              { label: 'Champs vides remplis', cell: (row) => effect(row).filled.join(', ') || 'Aucun' },
              { label: 'Champs qui diffèrent', cell: (row) => effect(row).otherwise.join(', ') || 'Aucun' },
            ]}
            rows={rows}
          />
          <p>
            Les champs vides de chaque fiche prennent ce que dit sa ligne. Ceux qui diffèrent attendent dans
            les propositions ; si cette source est crue plus que les autres, elle remplace ce que personne n’a
            écrit à la main. Annuler l’import rend chaque fiche comme elle était.
          </p>
          <Actions>
            <Button>Rattacher les lignes cochées à leur lieu</Button>
            <a href={back}>Revenir aux lignes en attente</a>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}

function Tick({ row, state }: { row: SafeRow; state: FormState }) {
  const value = rowValue(row)
  const isChecked = state.problems.length === 0 || [state.values.ligne ?? []].flat().includes(value)
  const id = `${fieldId('ligne')}-${row.line}`
  return (
    <div class="choice">
      <input id={id} type="checkbox" name="ligne" value={value} checked={isChecked} />
      <label for={id}>
        <span class="visually-hidden">{`Rattacher la ligne ${row.line} à « ${row.place.name} »`}</span>
      </label>
    </div>
  )
}

function rowText({ line, fields, score }: SafeRow) {
  return (
    <>
      {String(fields.name ?? '')}
      <span class="line-more muted">
        {addressOf(fields)} (ligne {line}, {score} sur 100)
      </span>
    </>
  )
}

function effect({ fields, place }: SafeRow) {
  return attachedFields(fields, place.fields)
}

function addressOf({ address, postal_code, commune }: Readonly<Record<string, unknown>>): string {
  const town = [postal_code, commune].filter(Boolean).join(' ')
  return [address, town].filter(Boolean).join(', ')
}
