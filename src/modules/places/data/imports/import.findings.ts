import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { Finding, Severity } from '../../domain/imports/finding.ts'
import type { ImportId } from '../../domain/imports/import.ts'

/** A finding with the row it is about; `line` is 0 for a place that the file no longer has. */
export interface FindingLine extends Omit<Finding, 'column'> {
  line: number
  externalId: string | null
  column: string
}

/** `position`: its rank among those of its row. */
export interface NewFinding extends Finding {
  line: number
  position: number
  externalId: string | null
}

export async function noteFindings(
  db: Database,
  run: ImportId,
  findings: readonly NewFinding[],
): Promise<void> {
  if (findings.length === 0) return
  const data = findings.map(({ externalId, column, ...finding }) => ({
    ...finding,
    external_id: externalId,
    column_name: column,
  }))
  await sql`
    insert into places.import_finding
      (run_id, line, position, external_id, column_name, value, code, severity, message, proposal)
    select ${run}, line, position, external_id, column_name, value, code, severity, message, proposal
    from jsonb_to_recordset(${JSON.stringify(data)}::jsonb)
      as f (line integer, position integer, external_id text, column_name text, value text, code text,
            severity text, message text, proposal text)`.execute(db)
}

export async function countFindings(db: Database, run: ImportId): Promise<Record<Severity, number>> {
  const rows = await db
    .selectFrom('places.import_finding')
    .select(({ fn }) => ['severity', fn.countAll<number>().as('count')])
    .where('run_id', '=', run)
    .groupBy('severity')
    .execute()
  const counts = { refused: 0, warning: 0, correction: 0, remark: 0 }
  for (const { severity, count } of rows) counts[severity as Severity] = count
  return counts
}

/** How often each kind was seen in each column, the most frequent first. */
export interface KindCount {
  readonly code: string
  readonly column: string
  readonly severity: Severity
  readonly count: number
  /** Of them, those that propose another value. */
  readonly proposed: number
}

export async function countKinds(
  db: Database,
  run: ImportId,
  severity: Severity | null = null,
): Promise<KindCount[]> {
  const rows = await db
    .selectFrom('places.import_finding')
    .select(({ fn }) => [
      ...(['code', 'column_name as column', 'severity'] as const),
      fn.countAll<number>().as('count'),
      fn.count<number>('proposal').as('proposed'),
    ])
    .where('run_id', '=', run)
    .$if(severity !== null, (query) => query.where('severity', '=', severity))
    .groupBy(['code', 'column_name', 'severity'])
    .orderBy('count', 'desc')
    .orderBy('code')
    .orderBy('column_name')
    .execute()
  return rows.map((row) => ({ ...row, severity: row.severity as Severity }))
}

export interface FindingsAsked {
  severity: Severity | null
  /** A kind of finding, such as `siret-rounded`. */
  code: string | null
  limit: number
  offset: number
}

/** In the order of the file, what is missing from it last. */
export async function listFindings(
  db: Database,
  run: ImportId,
  { severity, code, limit, offset }: FindingsAsked,
): Promise<FindingLine[]> {
  const rows = await findingsOf(db, run)
    .$if(severity !== null, (query) => query.where('severity', '=', severity))
    .$if(code !== null, (query) => query.where('code', '=', code ?? ''))
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(toLine)
}

/** All of them, a few thousand at a time: the report of half a million rows does not fit in memory. */
export async function* allFindings(db: Database, run: ImportId): AsyncGenerator<FindingLine> {
  const limit = 5000
  for (let offset = 0; ; offset += limit) {
    const rows = await findingsOf(db, run).limit(limit).offset(offset).execute()
    yield* rows.map(toLine)
    if (rows.length < limit) return
  }
}

function findingsOf(db: Database, run: ImportId) {
  return db
    .selectFrom('places.import_finding')
    .select(['line', 'external_id', 'column_name', 'value', 'code', 'severity', 'message', 'proposal'])
    .where('run_id', '=', run)
    .orderBy(sql`line = 0`)
    .orderBy('line')
    .orderBy('position')
}

function toLine(
  row: Awaited<ReturnType<ReturnType<typeof findingsOf>['executeTakeFirstOrThrow']>>,
): FindingLine {
  const { external_id, column_name, severity, ...rest } = row
  return { ...rest, externalId: external_id, column: column_name, severity: severity as Severity }
}
