import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkboxes } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Merge } from '../../../data/duplicates/merges.store.ts'
import type { Sheet } from '../../../data/duplicates/sheets.queries.ts'
import type { PlaceTie } from '../../../data/duplicates/ties.queries.ts'
import type { ShownLabel } from '../../../data/places.queries.ts'
import { homePaths } from '../../home/home.paths.ts'
import { valueText } from '../../life/life-wording.ts'
import { paths as placePaths } from '../../paths.ts'
import { duplicatesPaths as paths } from '../duplicates.paths.ts'
import { columnName, tieText } from '../duplicates-wording.ts'

interface MergeProps {
  view: View
  merge: Merge
  kept: Sheet
  duplicate: Sheet
  /** Columns that somebody changed since. */
  touched: readonly string[]
  /** Ties made since. */
  since: readonly PlaceTie[]
  labels: readonly ShownLabel[]
  names: ReadonlyMap<string, string>
  mayAct: boolean
  state: FormState
}

/** One merge: what it did, and how it is undone. DIR-47. */
export function MergePage(props: MergeProps) {
  const { view, merge, kept, duplicate, names, mayAct, state } = props
  const { base } = view.network
  const who = (id: string | null) => (id && names.get(id)) || 'le programme'
  return (
    <Frame
      view={view}
      space="member"
      title="Fusion de deux fiches"
      intro={`« ${duplicate.name} » a été jointe à « ${kept.name} ».`}
      breadcrumb={[
        { label: 'Lieux', href: homePaths.home(base) },
        { label: 'Fusions', href: paths.merges(base) },
      ]}
      problems={state.problems}
    >
      {merge.undone && (
        <Notice state="info" title="Cette fusion est annulée.">
          <p>{`Le ${formatDay(dayOf(merge.undone.at))}, par ${who(merge.undone.by)}${merge.undone.reason ? ` : « ${merge.undone.reason} »` : ''}. Les deux fiches sont à part.`}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          {
            term: 'Fiche gardée',
            value: <Page base={base} sheet={kept} />,
          },
          {
            term: 'Doublon',
            value: merge.undone ? (
              <Page base={base} sheet={duplicate} />
            ) : (
              `${duplicate.name}, dont les adresses mènent à la fiche gardée`
            ),
          },
          { term: 'Fusionnées', value: `Le ${formatDay(dayOf(merge.at))}, par ${who(merge.by)}` },
          ...(merge.reason ? [{ term: 'Motif', value: merge.reason }] : []),
        ]}
      />
      <Taken merge={merge} />
      {mayAct && !merge.undone && <Undoing {...props} />}
    </Frame>
  )
}

function Page({ base, sheet }: { base: string; sheet: Sheet }) {
  return <a href={placePaths.place(base, sheet.slug)}>{sheet.name}</a>
}

function Taken({ merge: { changes } }: Pick<MergeProps, 'merge'>) {
  const rows = Object.entries(changes).flatMap(([column, change]) => {
    const name = columnName(column)
    return name === null ? [] : [{ name, column, ...change }]
  })
  return (
    <Table
      caption="Ce que la fiche gardée a pris de l’autre"
      columns={[
        { label: 'Rubrique', header: true, cell: ({ name }) => name },
        { label: 'Avant', cell: ({ column, from }) => valueText(fieldOf(column), from) },
        { label: 'Après', cell: ({ column, to }) => valueText(fieldOf(column), to) },
      ]}
      rows={rows}
      empty={<p>La fiche gardée n’a rien pris de l’autre : elle disait déjà tout.</p>}
    />
  )
}

function fieldOf(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function Undoing({ view, merge, kept, duplicate, touched, since, labels, names, state }: MergeProps) {
  const stays = touched.flatMap((column) => columnName(column) ?? [])
  return (
    <section>
      <h2>Annuler cette fusion</h2>
      <p>
        {`« ${duplicate.name} » retrouve sa fiche, ses adresses, ses labels et ses rattachements. « ${kept.name} » rend ce qu’elle avait pris`}
        {stays.length === 0 ? '.' : `, sauf ce qui a changé depuis et reste : ${stays.join(', ')}.`}
      </p>
      {labels.length > 0 && (
        <p>
          {`Labels donnés depuis la fusion, qui restent à la fiche à laquelle ils ont été donnés : ${labels.map(({ name }) => name).join(', ')}.`}
        </p>
      )}
      <Form action={paths.undoing(view.network.base, merge.id)}>
        {since.length > 0 && (
          <Checkboxes
            name="rendre"
            label="Rattachements faits depuis la fusion"
            hint={`Cochez ceux qui concernent « ${duplicate.name} ». Les autres restent à « ${kept.name} ».`}
            choices={since.map((tie) => ({ value: tie.id, label: tieText(tie, names) }))}
            values={[state.values.rendre ?? []].flat()}
            error={problemOf(state.problems, 'rendre')}
            optional
          />
        )}
        <Reason state={state} />
        <Actions>
          <Button look="danger">Annuler la fusion</Button>
          <a href={paths.merges(view.network.base)}>Revenir aux fusions</a>
        </Actions>
      </Form>
    </section>
  )
}

function Reason({ state }: { state: FormState }) {
  return (
    <TextField
      name="motif"
      label="Motif"
      value={String(state.values.motif ?? '')}
      error={problemOf(state.problems, 'motif')}
      optional
    />
  )
}
