import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Bars } from '../../../../../ui/bars.tsx'
import { ActiveFilters } from '../../../../../ui/filters.tsx'
import { capital, formatNumber, formatPeriod } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { type Column, Table } from '../../../../../ui/table.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { CountedLine, Figures, Share } from '../../../domain/telling/statistics.ts'
import { REASON_WORDS } from '../../managing/managing-wording.ts'
import { trail } from '../../managing/pages/trail.ts'
import type { AskedStatistics } from '../asked.ts'
import type { choicesOf, Names } from '../names.ts'
import { type StatisticsAsked, statisticsPaths } from '../statistics.paths.ts'
import {
  DIVISION_WORDS,
  euros,
  FIGURE_WORDS,
  type FigureName,
  LENDABLE_COUNTED,
  lentSentence,
  rateText,
  waitText,
} from '../statistics-wording.ts'
import { DisplacementTable } from './displacement-table.tsx'
import { FilterForm } from './filter-form.tsx'

export interface StatisticsProps {
  view: View
  inventory: Inventory
  asked: AskedStatistics
  figures: Figures
  neverLent: number
  shares: readonly Share[]
  displaced: readonly CountedLine[]
  names: Names
  choices: ReturnType<typeof choicesOf>
}

/** Beyond, a chart is not read: its table says the rest. */
const MOST_BARS = 12

/** How what is lent is used, each figure with what it counts and the loans behind it. EQP-1402, EQP-605. */
export function StatisticsPage(props: StatisticsProps) {
  const { view, inventory, asked, figures, choices } = props
  const { base } = view.network
  const { first, last } = asked.period
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Statistiques du prêt"
      intro={`${capital(formatPeriod(first, last))} : ${lentSentence(figures)}.`}
      breadcrumb={trail(base, inventory)}
      problems={asked.problems}
    >
      <FilterForm action={statisticsPaths.statistics(base, inventory.id)} asked={asked} choices={choices} />
      <ActiveFilters filters={activeFilters(props)} />
      <FiguresTable {...props} />
      <p class="muted">{LENDABLE_COUNTED}</p>
      <Division {...props} />
      <Refusals {...props} />
      <DisplacementTable {...props} lines={props.displaced} href={linkTo(props, 'displaced')} />
      <LinkList
        items={[
          {
            label: 'Bilans des emprunteurs',
            href: statisticsPaths.outcomes(base, inventory.id, { du: first, au: last }),
            hint: 'Actions menées, publics touchés, appréciations',
          },
        ]}
      />
    </Frame>
  )
}

/** The list behind a figure, same period and filters. */
function linkTo(
  { view, inventory, asked: { asked } }: Pick<StatisticsProps, 'view' | 'inventory' | 'asked'>,
  figure: FigureName,
  more: StatisticsAsked = {},
): string {
  return statisticsPaths.behind(view.network.base, inventory.id, {
    ...asked,
    chiffre: FIGURE_WORDS[figure].code,
    ...more,
  })
}

function FiguresTable(props: StatisticsProps) {
  const { figures, neverLent } = props
  const { counts } = figures
  const rows: { figure: FigureName; value: string }[] = [
    {
      figure: 'lent',
      value: `${formatNumber(figures.daysLent)} (${rateText(figures.daysLent, figures.daysLendable)} des jours prêtables)`,
    },
    { figure: 'requests', value: formatNumber(counts.requests) },
    {
      figure: 'decided',
      value: `${formatNumber(counts.decided)} (attente médiane : ${waitText(figures.medianWait)}, la plus longue : ${waitText(figures.longestWait)})`,
    },
    { figure: 'refused', value: formatNumber(counts.refused) },
    { figure: 'displaced', value: formatNumber(counts.displaced) },
    { figure: 'no_show', value: formatNumber(counts.no_show) },
    { figure: 'due', value: formatNumber(counts.due) },
    { figure: 'late', value: `${formatNumber(counts.late)} (${rateText(counts.late, counts.due)})` },
    { figure: 'unmet', value: formatNumber(counts.unmet) },
    { figure: 'costs', value: euros(figures.costCents ?? 0) },
    { figure: 'never_lent', value: formatNumber(neverLent) },
  ]
  return (
    <Table
      caption="Chiffres de la période"
      columns={[
        {
          label: 'Chiffre',
          header: true,
          cell: ({ figure }) => <a href={linkTo(props, figure)}>{FIGURE_WORDS[figure].label}</a>,
        },
        { label: 'Valeur', cell: ({ value }) => value },
        { label: 'Ce qui est compté', cell: ({ figure }) => FIGURE_WORDS[figure].counted },
      ]}
      rows={rows}
    />
  )
}

function Division({ view, inventory, asked, shares, names }: StatisticsProps) {
  const { base } = view.network
  const { label, one, code } = DIVISION_WORDS[asked.division]
  const isAboutThings = asked.division !== 'borrowerKind' && asked.division !== 'territory'
  const named = (share: Share) => names(asked.division, share.key)
  const number = (label: string, value: (figures: Figures) => number): Column<Share> => ({
    label,
    numeric: true,
    cell: ({ figures }) => formatNumber(value(figures)),
  })
  const lendable: Column<Share>[] = [
    number('Jours prêtables', ({ daysLendable }) => daysLendable ?? 0),
    {
      label: 'Taux',
      numeric: true,
      cell: ({ figures }) => rateText(figures.daysLent, figures.daysLendable),
    },
  ]
  const cost: Column<Share> = {
    label: 'Réparations',
    numeric: true,
    cell: ({ figures }) => euros(figures.costCents ?? 0),
  }
  const columns: Column<Share>[] = [
    {
      label: one,
      header: true,
      cell: (share) => (
        <a
          href={statisticsPaths.statistics(base, inventory.id, {
            ...asked.asked,
            [code]: share.key,
            par: asked.division === 'model' ? 'exemplaire' : code,
          })}
        >
          {named(share)}
        </a>
      ),
    },
    number('Jours de prêt', ({ daysLent }) => daysLent),
    ...(isAboutThings ? lendable : []),
    number('Demandes', ({ counts }) => counts.requests),
    number('Refus', ({ counts }) => counts.refused),
    number('Retards', ({ counts }) => counts.late),
    number('Non satisfaites', ({ counts }) => counts.unmet),
    ...(isAboutThings ? [cost] : []),
  ]
  const [busiest] = shares
  if (!busiest) return null
  return (
    <section>
      <h2>Détail {label}</h2>
      <Bars
        id="jours-de-pret"
        title={`Le plus de jours de prêt : ${named(busiest)}`}
        subtitle={`Jours de prêt ${label}, ${formatPeriod(asked.period.first, asked.period.last)}`}
        labelHead={one}
        valueHead="Jours de prêt"
        bars={shares
          .slice(0, MOST_BARS)
          .map((share) => ({ label: named(share), value: share.figures.daysLent }))}
        csvHref={statisticsPaths.statisticsCsv(base, inventory.id, asked.asked)}
        method={FIGURE_WORDS.lent.counted}
      />
      <Table caption={`Chiffres ${label}`} columns={columns} rows={shares} />
    </section>
  )
}

function Refusals(props: StatisticsProps) {
  const rows = [...props.figures.refusals].sort(([, one], [, other]) => other - one)
  if (rows.length === 0) return null
  return (
    <Table
      caption="Refus par motif"
      columns={[
        {
          label: 'Motif',
          header: true,
          cell: ([code]) => (
            <a href={linkTo(props, 'refused', { motif: code })}>
              {REASON_WORDS[code as keyof typeof REASON_WORDS] ?? code}
            </a>
          ),
        },
        { label: 'Refus', numeric: true, cell: ([, count]) => formatNumber(count) },
      ]}
      rows={rows}
    />
  )
}

function activeFilters({ view, inventory, asked: { asked }, names }: StatisticsProps) {
  const without = (name: keyof StatisticsAsked) =>
    statisticsPaths.statistics(view.network.base, inventory.id, { ...asked, [name]: '' })
  return Object.entries(DIVISION_WORDS).flatMap(([dimension, { code }]) => {
    const name = code as keyof StatisticsAsked
    const value = asked[name]
    return value
      ? [{ label: names(dimension as keyof typeof DIVISION_WORDS, value), removeHref: without(name) }]
      : []
  })
}
