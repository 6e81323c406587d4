import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Filters } from '../../../../../ui/filters.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { type State, Tag } from '../../../../../ui/tag.tsx'
import type { FindingLine, KindCount } from '../../../data/imports/import.findings.ts'
import { type Severity, severities } from '../../../domain/imports/finding.ts'
import type { Import, ImportId } from '../../../domain/imports/import.ts'
import { paths } from '../../paths.ts'
import { phoneText } from '../../wording.ts'
import { findingName } from '../finding-names.ts'
import { importActPaths } from '../import-acts.paths.ts'
import { type ShownFindings, severityNames } from '../import-findings.ts'

export const FINDINGS_PER_PAGE = 50

export interface FindingsShown {
  asked: Required<ShownFindings>
  counts: Readonly<Record<Severity, number>>
  /** Of the severity asked. */
  kinds: readonly KindCount[]
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
  run,
  findings,
  mayAccept,
}: {
  base: string
  run: Import
  findings: FindingsShown
  /** The proposals may still be accepted: the file is kept, and nothing is published. */
  mayAccept: boolean
}) {
  const { id } = run
  const { asked, counts, list } = findings
  const all = severities.reduce((sum, severity) => sum + counts[severity], 0)
  const href = (shown: ShownFindings) => paths.import(base, id, shown)
  if (all === 0) return <EmptyState title={'Rien à signaler : chaque ligne est au standard.'} />
  return (
    <section aria-labelledby="constats">
      <h2 id="constats">Constats</h2>
      <div class="actions">
        <ButtonLink look="plain" href={paths.importReport(base, id)} download>
          Télécharger le rapport (CSV)
        </ButtonLink>
        {counts.refused > 0 && run.header && (
          <>
            <ButtonLink look="plain" href={importActPaths.refusedRows(base, id, 'tableur')} download>
              Lignes refusées, pour un tableur
            </ButtonLink>
            <a href={importActPaths.refusedRows(base, id)} download>
              Lignes refusées (CSV)
            </a>
          </>
        )}
      </div>
      {mayAccept && <Proposals base={base} id={id} kinds={findings.kinds} />}
      <WithSide
        side={
          <Filters
            groups={[
              { label: 'Gravité', options: severities.map((severity) => option(severity, findings, href)) },
              { label: 'Constat', options: kindOptions(findings, href) },
            ]}
            clearHref={asked.severity || asked.code ? href({}) : undefined}
          />
        }
      >
        <FindingsTable
          list={list}
          caption={captionOf(asked)}
          acceptTo={mayAccept ? importActPaths.corrections(base, id) : null}
        />
        <Pagination
          page={asked.page}
          pageSize={FINDINGS_PER_PAGE}
          total={totalOf(findings, all)}
          href={(page) => href({ severity: asked.severity, code: asked.code, page })}
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

/** The kinds seen, whatever their column. */
function kindOptions({ asked, kinds }: FindingsShown, href: (shown: ShownFindings) => string) {
  const counts = new Map<string, number>()
  for (const { code, count } of kinds) counts.set(code, (counts.get(code) ?? 0) + count)
  const { severity } = asked
  return [...counts].map(([code, count]) => ({
    label: findingName(code),
    count,
    selected: asked.code === code,
    href: href(asked.code === code ? { severity } : { severity, code }),
  }))
}

function totalOf({ asked, counts, kinds }: FindingsShown, all: number): number {
  const { severity, code } = asked
  if (code !== null)
    return kinds.filter((kind) => kind.code === code).reduce((sum, { count }) => sum + count, 0)
  return severity ? counts[severity] : all
}

function captionOf({ severity, code }: Required<ShownFindings>): string {
  if (code) return findingName(code)
  return severity ? severityNames[severity].many : 'Tous les constats'
}

/** What is proposed, kind by kind: all of a kind at once. DIR-33. */
function Proposals({ base, id, kinds }: { base: string; id: ImportId; kinds: readonly KindCount[] }) {
  const proposed = kinds.filter(
    ({ severity, proposed: count, column }) => severity !== 'correction' && count > 0 && column !== '',
  )
  if (proposed.length === 0) return null
  return (
    <Folded title={`Corrections proposées (${proposed.length})`}>
      <p>Acceptée, une correction vaut aussi pour les prochains fichiers de cette source.</p>
      <Table
        caption="Corrections proposées, par genre"
        silentCaption
        columns={[
          {
            label: 'Constat',
            header: true,
            cell: ({ code, column }: KindCount) => `${findingName(code)} (${column})`,
          },
          { label: 'Propositions', numeric: true, cell: ({ proposed: count }) => formatNumber(count) },
          {
            label: 'Accepter',
            silent: true,
            cell: ({ code, column }) => (
              <Form
                action={importActPaths.corrections(base, id)}
                label={`Accepter : ${findingName(code)} (${column})`}
              >
                <input type="hidden" name="code" value={code} />
                <input type="hidden" name="colonne" value={column} />
                <Button look="plain">Accepter toutes les corrections de ce type</Button>
              </Form>
            ),
          },
        ]}
        rows={proposed}
      />
    </Folded>
  )
}

function FindingsTable({
  list,
  caption,
  acceptTo,
}: {
  list: readonly FindingLine[]
  caption: string
  acceptTo: string | null
}) {
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
          cell: (finding) => <Where {...finding} />,
        },
        {
          label: 'Constat et proposition',
          cell: ({ severity, message, proposal, code, column, value }) => (
            <>
              <Tag state={tags[severity]}>{severityNames[severity].one}</Tag> {message}
              {proposal !== null && (
                <>
                  {' '}
                  {severity === 'correction' ? 'Devient' : 'Proposition'} :{' '}
                  <strong>
                    <Breakable text={cellText(column, proposal)} />
                  </strong>
                  {acceptTo !== null && severity !== 'correction' && column !== '' && (
                    <Form action={acceptTo} label={`Accepter « ${cellText(column, proposal)} »`}>
                      <input type="hidden" name="code" value={code} />
                      <input type="hidden" name="colonne" value={column} />
                      <input type="hidden" name="valeur" value={value} />
                      <Button look="quiet">Accepter cette correction</Button>
                    </Form>
                  )}
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

/** A telephone reads as one dials it; the file keeps it as it was. */
function cellText(column: string, text: string): string {
  return column === 'telephone' ? phoneText(text) : text
}

/** The beginning of a value, whose long words may break anywhere: an address must not widen the page. The file has it whole. */
function Breakable({ text }: { text: string }) {
  const pieces = shortened(text).match(/\s+|\S{1,16}/gsu) ?? []
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

/** A finding about the line of the titles has no field: its value is the title itself. */
function Where({ column, value }: Pick<FindingLine, 'column' | 'value'>) {
  if (column === '')
    return (
      <strong>
        <Breakable text={value} />
      </strong>
    )
  return (
    <>
      <strong>{column}</strong>
      <br />
      {value === '' ? 'case vide' : <Breakable text={cellText(column, value)} />}
    </>
  )
}
