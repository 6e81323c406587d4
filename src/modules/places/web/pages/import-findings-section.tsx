import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Filters } from '../../../../ui/filters.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { WithSide } from '../../../../ui/split.tsx'
import { Table } from '../../../../ui/table.tsx'
import { type State, Tag } from '../../../../ui/tag.tsx'
import type { FindingLine } from '../../data/import.findings.ts'
import { type Severity, severities } from '../../domain/finding.ts'
import type { ImportId } from '../../domain/import.ts'
import { type ShownFindings, severityNames } from '../import-findings.ts'
import { paths } from '../paths.ts'

export const FINDINGS_PER_PAGE = 50

export interface FindingsShown {
  asked: Required<ShownFindings>
  counts: Readonly<Record<Severity, number>>
  list: readonly FindingLine[]
}

const tags: Readonly<Record<Severity, State>> = {
  refused: 'danger',
  warning: 'warning',
  correction: 'positive',
  remark: 'info',
}

/** Everything the check saw, row by row; filters and pages are addresses. */
export function FindingsSection({
  base,
  id,
  findings,
}: {
  base: string
  id: ImportId
  findings: FindingsShown
}) {
  const { asked, counts, list } = findings
  const all = severities.reduce((sum, severity) => sum + counts[severity], 0)
  const href = (shown: ShownFindings) => paths.import(base, id, shown)
  if (all === 0) return <EmptyState title="Rien à signaler : chaque ligne est au standard." />
  return (
    <section aria-labelledby="constats">
      <h2 id="constats">Constats</h2>
      <p>
        <ButtonLink look="plain" href={paths.importReport(base, id)} download>
          Télécharger le rapport (CSV)
        </ButtonLink>
      </p>
      <WithSide
        side={
          <Filters
            groups={[
              { label: 'Gravité', options: severities.map((severity) => option(severity, findings, href)) },
            ]}
            clearHref={asked.severity ? href({}) : undefined}
          />
        }
      >
        <FindingsTable
          list={list}
          caption={asked.severity ? severityNames[asked.severity].many : 'Tous les constats'}
        />
        <Pagination
          page={asked.page}
          pageSize={FINDINGS_PER_PAGE}
          total={asked.severity ? counts[asked.severity] : all}
          href={(page) => href({ severity: asked.severity, page })}
          unit="constats"
        />
      </WithSide>
    </section>
  )
}

function option(
  severity: Severity,
  { asked, counts }: FindingsShown,
  href: (shown: ShownFindings) => string,
) {
  const selected = asked.severity === severity
  return {
    label: severityNames[severity].many,
    count: counts[severity],
    selected,
    href: href(selected ? {} : { severity }),
  }
}

function FindingsTable({ list, caption }: { list: readonly FindingLine[]; caption: string }) {
  return (
    <Table
      caption={caption}
      columns={[
        {
          label: 'Ligne',
          numeric: true,
          cell: (finding: FindingLine) => (finding.line === 0 ? 'absent' : finding.line),
        },
        {
          label: 'Colonne et valeur',
          cell: ({ column, value }) => (
            <>
              <strong>{column}</strong>
              <br />
              {value === '' ? 'case vide' : <Breakable text={value} />}
            </>
          ),
        },
        {
          label: 'Constat et proposition',
          cell: ({ severity, message, proposal }) => (
            <>
              <Tag state={tags[severity]}>{severityNames[severity].one}</Tag> {message}
              {proposal !== null && (
                <>
                  {' '}
                  {severity === 'correction' ? 'Devient' : 'Proposition'} :{' '}
                  <strong>
                    <Breakable text={proposal} />
                  </strong>
                </>
              )}
            </>
          ),
        },
      ]}
      rows={list}
      empty={<EmptyState title="Aucun constat de ce genre" />}
    />
  )
}

/** The beginning of a value, which may break anywhere: a long address must not widen the page. The file has it whole. */
function Breakable({ text }: { text: string }) {
  const pieces = shortened(text).match(/.{1,16}/gsu) ?? []
  return pieces.map((piece) => (
    <>
      {piece}
      <wbr />
    </>
  ))
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
