import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatMoment, formatNumber, plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { TakeoverImport } from '../../../data/takeover-imports.store.ts'
import { stateOn } from '../../../domain/state.ts'
import type { Judged } from '../../../use-cases/takeover/judge-rows.ts'
import { paths } from '../../paths.ts'
import { stateSentence, WORKING_READING } from '../../wording.ts'
import { takeoverPaths } from '../takeover.paths.ts'
import { rowReason } from '../takeover-wording.ts'

interface TakeoverImportProps {
  view: View
  table: TakeoverImport
  /** Empty once somebody has confirmed. */
  judged: readonly Judged[]
  done: number
}

const MOST_WRONG = 200
const MOST_NEW = 20

/** What a table would bring, line by line; then where its recording is. */
export function TakeoverImportPage({ view, table, judged, done }: TakeoverImportProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title={table.file_name}
      kicker={`Reçu le ${formatMoment(table.received_at)}`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: 'Reprise', href: takeoverPaths.takeover(base) },
        { label: 'Tableaux', href: takeoverPaths.imports(base) },
      ]}
    >
      {table.confirmed_at === null ? (
        <Report view={view} table={table} judged={judged} />
      ) : (
        <Outcome table={table} done={done} />
      )}
    </Frame>
  )
}

function Report({ view, table, judged }: Omit<TakeoverImportProps, 'done'>) {
  const { base } = view.network
  const news = judged.filter((one) => one.verdict === 'new')
  const wrong = judged.filter((one) => one.verdict === 'wrong')
  const known = judged.length - news.length - wrong.length
  return (
    <>
      <Notice state="info" title="Rien n’est encore enregistré">
        <p>
          {plural(news.length, 'convention serait reprise', 'conventions seraient reprises')} ;{' '}
          {plural(known, 'est déjà là', 'sont déjà là')} et ne changerait pas ;{' '}
          {plural(wrong.length, 'ligne est à corriger', 'lignes sont à corriger')}.
        </p>
      </Notice>
      {wrong.length > 0 && (
        <Table
          caption={
            wrong.length > MOST_WRONG
              ? `Les ${MOST_WRONG} premières lignes à corriger`
              : 'Les lignes à corriger'
          }
          columns={[
            { label: 'Ligne', header: true, cell: ({ row }: (typeof wrong)[number]) => String(row.line) },
            { label: 'Référence', cell: ({ row }) => row.cells.reference || '—' },
            {
              label: 'Ce qui ne va pas',
              cell: ({ refusals }) => refusals.map((refusal) => rowReason(refusal)).join(' '),
            },
          ]}
          rows={wrong.slice(0, MOST_WRONG)}
        />
      )}
      {news.length > 0 && (
        <>
          <Table
            caption={
              news.length > MOST_NEW
                ? `Les ${MOST_NEW} premières conventions reprises`
                : 'Ce qui serait repris'
            }
            columns={[
              {
                label: 'Référence',
                header: true,
                cell: ({ row }: (typeof news)[number]) => row.cells.reference,
              },
              { label: 'Co-contractant', cell: ({ row }) => row.cells.structure },
              { label: 'Modèle', cell: ({ taken }) => taken.template.title },
              {
                label: 'État aujourd’hui',
                cell: ({ taken }) => stateSentence(stateOn(taken.terms, taken.acts, view.today)),
              },
            ]}
            rows={news.slice(0, MOST_NEW)}
          />
          <p class="muted">{WORKING_READING}</p>
          <Form action={takeoverPaths.confirmation(base, table.id)}>
            <Actions>
              <Button>{`Reprendre ${plural(news.length, 'convention', 'conventions')}`}</Button>
              <a href={takeoverPaths.imports(base)}>Annuler</a>
            </Actions>
          </Form>
        </>
      )}
    </>
  )
}

function Outcome({ table, done }: Pick<TakeoverImportProps, 'table' | 'done'>) {
  const isOver = table.finished_at !== null
  return (
    <>
      <Notice
        state={isOver ? 'positive' : 'info'}
        title={isOver ? 'La reprise est terminée' : 'La reprise est en cours'}
      >
        {!isOver && <p>Rechargez cette page pour voir où elle en est. Vous pouvez la quitter.</p>}
      </Notice>
      <SummaryList
        rows={[
          { term: 'Conventions reprises', value: formatNumber(done) },
          { term: 'Lignes du tableau', value: formatNumber(table.rows) },
        ]}
      />
      {table.refusedLines.length > 0 && (
        <Table
          caption="Les lignes laissées de côté"
          columns={[
            {
              label: 'Ligne',
              header: true,
              cell: ({ line }: TakeoverImport['refusedLines'][number]) => String(line),
            },
            { label: 'Pourquoi', cell: ({ reason }) => reason },
          ]}
          rows={table.refusedLines.slice(0, MOST_WRONG)}
        />
      )}
    </>
  )
}
