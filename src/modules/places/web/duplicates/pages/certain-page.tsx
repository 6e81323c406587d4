import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { fieldId } from '../../../../../ui/field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Sheet } from '../../../data/duplicates/sheets.queries.ts'
import type { CertainPair } from '../../../use-cases/duplicates/certain-pairs.ts'
import { homePaths } from '../../home/home.paths.ts'
import { addressText } from '../../wording.ts'
import { tickedValue } from '../duplicates.form.ts'
import { duplicatesPaths as paths, type QueueShown } from '../duplicates.paths.ts'
import { Explanation } from './explanation.tsx'

interface CertainProps {
  view: View
  shown: QueueShown
  pairs: readonly CertainPair[]
  state: FormState
}

/** Up to fifty certain pairs on one screen: what is ticked is joined, in the name of whoever ticks. DIR-45. */
export function CertainPage({ view, shown, pairs, state }: CertainProps) {
  const { base } = view.network
  const reader = view.actor.kind === 'member' ? view.actor.name : ''
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Fusionner les doublons certains"
      intro="Seules paraissent les paires dont aucune autre fiche ne s’approche, et qui ne portent pas le même label. Décochez celles dont vous doutez."
      breadcrumb={[
        { label: 'Lieux', href: homePaths.home(base) },
        { label: 'Doublons', href: paths.queue(base, shown) },
      ]}
      problems={state.problems}
    >
      {pairs.length === 0 ? (
        <EmptyState title="Aucune paire certaine ne peut être fusionnée par liste.">
          <p>
            Les autres se voient une par une, dans la <a href={paths.queue(base)}>liste des doublons</a>.
          </p>
        </EmptyState>
      ) : (
        <Form action={paths.certain(base, { ...shown, page: 1 })}>
          <Table
            caption={plural(pairs.length, 'paire certaine', 'paires certaines')}
            columns={[
              { label: 'Fusionner', cell: (one) => <Tick pair={one} state={state} /> },
              { label: 'Fiche gardée', header: true, cell: ({ kept }) => <Named sheet={kept} /> },
              { label: 'Doublon', cell: ({ duplicate }) => <Named sheet={duplicate} /> },
              { label: 'Pourquoi', cell: ({ pair }) => <Explanation why={pair.why} /> },
              {
                label: 'Voir',
                silent: true,
                cell: ({ kept, duplicate }) => (
                  <a href={paths.pair(base, kept.id, duplicate.id)}>
                    Comparer
                    <span class="visually-hidden">{` « ${kept.name} » et « ${duplicate.name} »`}</span>
                  </a>
                ),
              },
            ]}
            rows={pairs}
          />
          <TextField
            name="motif"
            label="Motif"
            hint="Il reste dans l’histoire de chaque fusion."
            value={String(state.values.motif ?? '')}
            error={problemOf(state.problems, 'motif')}
            optional
          />
          <p>
            La fiche gardée prend ce que l’autre dit de plus ; les anciennes adresses mènent à elle. Chaque
            fusion est enregistrée au nom de {reader} et s’annule séparément.
          </p>
          <Actions>
            <Button>Fusionner les paires cochées</Button>
            <a href={paths.queue(base, shown)}>Revenir à la liste</a>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}

function Tick({ pair, state }: { pair: CertainPair; state: FormState }) {
  const { kept, duplicate } = pair
  const seen = { kept: kept.version, duplicate: duplicate.version }
  const value = tickedValue({ kept: kept.id, duplicate: duplicate.id, seen })
  const typed = [state.values.paire ?? []].flat()
  const isChecked = state.problems.length === 0 || typed.includes(value)
  const id = `${fieldId('paire')}-${kept.id}`
  return (
    <div class="choice">
      <input id={id} type="checkbox" name="paire" value={value} checked={isChecked} />
      <label for={id}>
        <span class="visually-hidden">{`Fusionner « ${duplicate.name} » dans « ${kept.name} »`}</span>
      </label>
    </div>
  )
}

function Named({ sheet }: { sheet: Sheet }) {
  return (
    <>
      {sheet.name}
      <span class="line-more muted">{addressText(sheet)}</span>
    </>
  )
}
