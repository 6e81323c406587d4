import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Bars } from '../../../../../ui/bars.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatPeriod, plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { LoanOutcome } from '../../../data/borrowing/outcomes.queries.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { OutcomeSums } from '../../../domain/telling/outcome-sums.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { trail } from '../../managing/pages/trail.ts'
import { APPRECIATION_WORDS, PUBLIC_WORDS, SESSION_WORDS } from '../../outcome-wording.ts'
import type { AskedStatistics } from '../asked.ts'
import { statisticsPaths } from '../statistics.paths.ts'
import { PeriodFields } from './period-fields.tsx'

interface OutcomesProps {
  view: View
  inventory: Inventory
  asked: AskedStatistics
  outcomes: readonly (LoanOutcome & { borrower: string })[]
  /** Loans back in the period. */
  returned: number
  sums: OutcomeSums
}

/** What the loans made possible, as those who borrowed tell it. EQP-1401. */
export function OutcomesPage({ view, inventory, asked, outcomes, returned, sums }: OutcomesProps) {
  const { base } = view.network
  const { first, last } = asked.period
  const when = `Prêts rendus ${formatPeriod(first, last)}`
  const csvHref = statisticsPaths.outcomesCsv(base, inventory.id, { du: first, au: last })
  const chart = { subtitle: when, csvHref }
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Bilans des emprunteurs"
      intro={`${when} : ${plural(outcomes.length, 'bilan', 'bilans')} pour ${plural(returned, 'prêt rendu', 'prêts rendus')}.`}
      breadcrumb={[
        ...trail(base, inventory),
        { label: 'Statistiques du prêt', href: statisticsPaths.statistics(base, inventory.id) },
      ]}
      problems={asked.problems}
    >
      <PeriodForm {...{ base, inventory, asked }} />
      {outcomes.length === 0 ? (
        <EmptyState title="Aucun bilan dans la période">
          Chaque emprunteur peut raconter ce que son prêt a permis dès que le matériel est rendu. Son bilan
          apparaîtra ici.
        </EmptyState>
      ) : (
        <>
          <Bars
            id="seances"
            title={`Actions menées : ${plural(total(sums.sessions), 'séance', 'séances')}`}
            labelHead="Type d’action"
            valueHead="Séances"
            bars={barsOf(sums.sessions, SESSION_WORDS)}
            {...chart}
          />
          <Bars
            id="publics"
            title={`Publics touchés : ${plural(total(sums.people), 'personne', 'personnes')}`}
            labelHead="Public"
            valueHead="Personnes"
            bars={barsOf(sums.people, PUBLIC_WORDS)}
            {...chart}
          />
          <Bars
            id="appreciations"
            title={`Appréciations : ${plural(
              sums.appreciations.reduce((sum, count) => sum + count, 0),
              'réponse',
              'réponses',
            )}`}
            labelHead="Appréciation"
            valueHead="Bilans"
            bars={sums.appreciations.map((value, index) => ({
              label: APPRECIATION_WORDS[index] ?? '',
              value,
            }))}
            {...chart}
          />
          <p class="muted">{METHOD}</p>
          <Told {...{ base, inventory, outcomes }} />
        </>
      )}
    </Frame>
  )
}

const METHOD =
  'Un prêt compte par son dernier bilan : un chiffre corrigé remplace le précédent. Un prêt sans bilan n’ajoute rien.'

function Told({
  base,
  inventory,
  outcomes,
}: Pick<OutcomesProps, 'inventory' | 'outcomes'> & { base: string }) {
  return (
    <Table
      caption="Ce que disent les emprunteurs"
      columns={[
        {
          label: 'Prêt',
          header: true,
          cell: ({ lineId, borrower, thing }) => (
            <a href={managingPaths.line(base, inventory.id, lineId)}>
              {borrower}, {thing}
            </a>
          ),
        },
        { label: 'Fin du prêt', cell: ({ day }) => formatDay(day) },
        { label: 'Séances', numeric: true, cell: ({ sessions }) => sum(sessions) },
        { label: 'Personnes', numeric: true, cell: ({ people }) => sum(people) },
        { label: 'Lieux', cell: ({ places }) => places },
        {
          label: 'Appréciation',
          cell: ({ appreciation }) =>
            appreciation === null ? 'non donnée' : (APPRECIATION_WORDS[appreciation - 1] ?? ''),
        },
        { label: 'Remarque', cell: ({ comment }) => comment },
      ]}
      rows={[...outcomes].reverse()}
    />
  )
}

function PeriodForm({
  base,
  inventory,
  asked: asking,
}: Pick<OutcomesProps, 'inventory' | 'asked'> & { base: string }) {
  return (
    <details open={asking.problems.length > 0}>
      <summary>Choisir la période</summary>
      <Form action={statisticsPaths.outcomes(base, inventory.id)} method="get" label="Période">
        <PeriodFields asked={asking} />
        <Actions>
          <Button look="plain">Afficher les bilans</Button>
        </Actions>
      </Form>
    </details>
  )
}

function barsOf(sums: ReadonlyMap<string, number>, words: Readonly<Record<string, string>>) {
  return [...sums].map(([kind, value]) => ({ label: words[kind] ?? kind, value }))
}

function total(sums: ReadonlyMap<string, number>): number {
  return [...sums.values()].reduce((all, count) => all + count, 0)
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, count) => all + count, 0)
}
