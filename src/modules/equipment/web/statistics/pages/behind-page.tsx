import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { capital, formatDay, formatNumber, formatPeriod, plural } from '../../../../../ui/french.ts'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { type Column, Table } from '../../../../../ui/table.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import {
  type CountedLine,
  type CountedUnit,
  daysLate,
  type LineFigure,
} from '../../../domain/telling/statistics.ts'
import { LINE_STATE_WORDS } from '../../line-wording.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { REASON_WORDS } from '../../managing/managing-wording.ts'
import { trail } from '../../managing/pages/trail.ts'
import type { AskedStatistics } from '../asked.ts'
import { statisticsPaths } from '../statistics.paths.ts'
import { BEARER_WORDS, euros, FIGURE_WORDS, waitText } from '../statistics-wording.ts'

export const PAGE_SIZE = 50

interface BehindProps {
  view: View
  inventory: Inventory
  asked: AskedStatistics
  page: number
  lines: readonly (CountedLine & { borrower: string })[]
  units: readonly CountedUnit[]
}

/** The loans, or the units, that a figure counts: the same ones, no more and no less. EQP-1402. */
export function BehindPage({ view, inventory, asked, page, lines, units }: BehindProps) {
  const { base } = view.network
  const { figure, period } = asked
  const words = FIGURE_WORDS[figure]
  const shown = <Row,>(rows: readonly Row[]) => rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  const isAboutUnits = figure === 'never_lent' || figure === 'costs'
  const total = isAboutUnits ? unitRows(figure, units).length : lines.length
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title={words.label}
      intro={`${capital(formatPeriod(period.first, period.last))}. ${words.counted}`}
      breadcrumb={[
        ...trail(base, inventory),
        {
          label: 'Statistiques du prêt',
          href: statisticsPaths.statistics(base, inventory.id, { ...asked.asked, chiffre: '', motif: '' }),
        },
      ]}
    >
      <p>
        <strong>{sumText(figure, lines, units)}</strong>
      </p>
      {isAboutUnits ? (
        <Table
          caption={words.label}
          silentCaption
          columns={unitColumns(figure, base, inventory)}
          rows={shown(unitRows(figure, units))}
          empty={<EmptyState title="Rien de tel dans la période">Aucun exemplaire n’y répond.</EmptyState>}
        />
      ) : (
        <Table
          caption={words.label}
          silentCaption
          columns={lineColumns(figure, base, inventory, view)}
          rows={shown(lines)}
          empty={<EmptyState title="Rien de tel dans la période">Aucun prêt n’y répond.</EmptyState>}
        />
      )}
      <Pagination
        page={page}
        pageSize={PAGE_SIZE}
        total={total}
        href={(to) => statisticsPaths.behind(base, inventory.id, { ...asked.asked, page: String(to) })}
      />
      {total > 0 && (
        <p>
          <a href={statisticsPaths.behindCsv(base, inventory.id, asked.asked)}>
            Télécharger cette liste (CSV)
          </a>
        </p>
      )}
    </Frame>
  )
}

type UnitRow = CountedUnit & { cost?: CountedUnit['costs'][number] }

/** One row per unit, or per cost. */
function unitRows(figure: 'never_lent' | 'costs', units: readonly CountedUnit[]): UnitRow[] {
  return figure === 'costs'
    ? units.flatMap((unit) => unit.costs.map((cost) => ({ ...unit, cost })))
    : [...units]
}

function sumText(
  figure: LineFigure | 'never_lent' | 'costs',
  lines: BehindProps['lines'],
  units: readonly CountedUnit[],
): string {
  if (figure === 'never_lent') return plural(units.length, 'exemplaire', 'exemplaires')
  if (figure === 'costs')
    return euros(units.flatMap(({ costs }) => costs).reduce((sum, { cents }) => sum + cents, 0))
  const loans = plural(lines.length, 'ligne', 'lignes')
  if (figure !== 'lent') return loans
  const days = lines.reduce((sum, { daysLent }) => sum + daysLent, 0)
  return `${plural(days, 'jour', 'jours')} de prêt, en ${loans}`
}

function unitColumns(figure: 'never_lent' | 'costs', base: string, inventory: Inventory): Column<UnitRow>[] {
  const unit: Column<UnitRow> = {
    label: 'Exemplaire',
    header: true,
    cell: ({ id, name }) => <a href={managingPaths.unit(base, inventory.id, id)}>{name}</a>,
  }
  const model: Column<UnitRow> = { label: 'Modèle', cell: ({ modelName }) => modelName }
  if (figure === 'never_lent')
    return [
      unit,
      model,
      { label: 'En service depuis', cell: ({ since }) => (since ? formatDay(since) : '') },
      {
        label: 'Dernier jour de prêt',
        cell: ({ lastAwayOn }) => (lastAwayOn ? formatDay(lastAwayOn) : 'jamais'),
      },
    ]
  return [
    unit,
    model,
    { label: 'Date', cell: ({ cost }) => (cost ? formatDay(cost.day) : '') },
    { label: 'Objet', cell: ({ cost }) => cost?.label ?? '' },
    { label: 'Supporté par', cell: ({ cost }) => (cost ? (BEARER_WORDS[cost.bearer] ?? cost.bearer) : '') },
    { label: 'Montant', numeric: true, cell: ({ cost }) => (cost ? euros(cost.cents) : '') },
  ]
}

type LineRow = BehindProps['lines'][number]

/** Who, what, and what made it count. */
function lineColumns(figure: LineFigure, base: string, inventory: Inventory, view: View): Column<LineRow>[] {
  const on = (label: string, day: (line: LineRow) => LineRow['dueOn']): Column<LineRow> => ({
    label,
    cell: (line) => {
      const found = day(line)
      return found ? formatDay(found) : ''
    },
  })
  const asked = on('Demandé le', ({ submittedOn }) => submittedOn)
  const answered = on('Répondu le', ({ decidedOn }) => decidedOn)
  const due = on('Attendu le', ({ dueOn }) => dueOn)
  const back = on('Rendu le', ({ backOn }) => backOn)
  const reason: Column<LineRow> = {
    label: 'Motif',
    cell: ({ reasonCode, passedOn }) =>
      passedOn && !reasonCode
        ? 'Période passée en liste d’attente'
        : (REASON_WORDS[reasonCode as keyof typeof REASON_WORDS] ?? ''),
  }
  const own: Readonly<Record<LineFigure, readonly Column<LineRow>[]>> = {
    lent: [
      on('Sorti le', ({ outOn }) => outOn),
      back,
      {
        label: 'Jours dans la période',
        numeric: true,
        cell: ({ daysLent }) => formatNumber(daysLent),
      },
    ],
    requests: [asked, answered],
    decided: [asked, answered, { label: 'Attente', cell: ({ waited }) => waitText(waited) }],
    refused: [asked, answered, reason],
    displaced: [
      on('Repris le', ({ displacements }) => displacements.at(-1)?.on ?? null),
      { label: 'Raison', cell: ({ displacements }) => displacements.map((one) => one.reason).join(' · ') },
      {
        label: 'Préavis (jours ouverts)',
        numeric: true,
        cell: ({ displacements }) => formatNumber(displacements.at(-1)?.noticeDays ?? 0),
      },
    ],
    no_show: [on('Libéré le', ({ noShowOn }) => noShowOn)],
    due: [due, back],
    late: [
      due,
      back,
      {
        label: 'Jours de retard',
        numeric: true,
        cell: (line) => formatNumber(daysLate(line, view.today)),
      },
    ],
    unmet: [asked, reason, on('Période passée le', ({ passedOn }) => passedOn)],
  }
  return [
    {
      label: 'Prêt',
      header: true,
      cell: ({ id, borrower, unitName, modelName }) => (
        <a href={managingPaths.line(base, inventory.id, id)}>
          {borrower}, {unitName ?? modelName}
        </a>
      ),
    },
    ...own[figure],
    { label: 'État', cell: ({ state }) => LINE_STATE_WORDS[state] },
  ]
}
