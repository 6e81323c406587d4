import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { Direction, PartFound, Signature } from '../../domain/desk/condition.ts'
import type { KeptPhoto, KeptSignature, Report, ReportId } from '../../domain/desk/report.ts'
import type { LineId } from '../../domain/equipment.ts'

/** Was the state of things signed by both parties, on the way out or in? A correction of it counts as well. EQP-804. */
export async function hasReport(db: Database, line: LineId, direction: Direction): Promise<boolean> {
  const { rows } = await sql`select 1 from equipment.condition_report r
    where r.line_id = ${line} and r.direction = ${direction} and r.frozen_at is not null and not exists (
      select 1 from equipment.report_signature s where s.report_id = r.id and s.manner = 'refused')`.execute(
    db,
  )
  return rows.length > 0
}

interface ReportRow {
  id: ReportId
  line_id: LineId
  direction: Direction
  supersedes: ReportId | null
  drawn_at: Instant
  frozen_at: Instant | null
  fingerprint: string | null
  document_file_id: Id<'file'> | null
  parts: PartFound[]
  photos: KeptPhoto[]
  signatures: KeptSignature[]
}

/** The way out and the way in; null: not drawn yet. */
export interface Reports {
  readonly out: Report | null
  readonly in: Report | null
}

/** The reports of a loan that no correction replaces. */
export async function reportsOf(db: Database, line: LineId): Promise<Reports> {
  return (await reportsOfLines(db, [line])).get(line) ?? { out: null, in: null }
}

/** The same for several loans: one statement. EQP-1804. */
export async function reportsOfLines(
  db: Database,
  lines: readonly LineId[],
): Promise<ReadonlyMap<LineId, Reports>> {
  const { rows } = await sql<ReportRow>`
    select r.id, r.line_id, r.direction, r.supersedes, r.drawn_at, r.frozen_at, r.fingerprint, r.document_file_id,
      (select coalesce(jsonb_agg(jsonb_build_object('rank', p.rank, 'unitId', p.unit_id, 'label', p.label,
          'expected', p.expected, 'isCritical', p.is_critical, 'software', p.software, 'found', p.found,
          'condition', p.condition, 'remark', p.remark, 'powersOn', p.powers_on, 'charge', p.charge_percent)
          order by p.rank), '[]') from equipment.condition_line p where p.report_id = r.id) as parts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'rank', p.rank, 'fileId', p.file_id, 'alt', p.alt,
          'sha256', f.sha256) order by p.id), '[]') from equipment.condition_photo p
          join platform.file f on f.id = p.file_id where p.report_id = r.id) as photos,
      (select coalesce(jsonb_agg(jsonb_build_object('party', s.party, 'manner', s.manner, 'name', s.signer_name,
          'quality', s.signer_quality, 'reservations', s.reservations, 'refusalReason', s.refusal_reason,
          'witness', s.witness_name, 'signedAt', s.signed_at, 'drawing', f.sha256) order by s.party desc), '[]')
          from equipment.report_signature s left join platform.file f on f.id = s.drawing_file_id
          where s.report_id = r.id) as signatures
    from equipment.condition_report r
    where r.line_id = any(${lines}::uuid[])
      and not exists (select 1 from equipment.condition_report later where later.supersedes = r.id)`.execute(
    db,
  )
  const found = (line: LineId, direction: Direction) => {
    const row = rows.find((one) => one.line_id === line && one.direction === direction)
    return row ? reportOf(row) : null
  }
  return new Map(lines.map((line) => [line, { out: found(line, 'out'), in: found(line, 'in') }]))
}

function reportOf(row: ReportRow): Report {
  return {
    id: row.id,
    lineId: row.line_id,
    direction: row.direction,
    supersedes: row.supersedes,
    drawnAt: row.drawn_at,
    frozenAt: row.frozen_at,
    fingerprint: row.fingerprint,
    documentId: row.document_file_id,
    parts: row.parts,
    photos: row.photos,
    signatures: row.signatures.map((one) => ({ ...one, signedAt: instant(one.signedAt) })),
  }
}

/** Two who sign at once wait for each other: the second one sees the first, and freezes. */
export async function lockReports(tx: Database, line: LineId): Promise<void> {
  await sql`select 1 from equipment.condition_report where line_id = ${line} order by id for update`.execute(
    tx,
  )
}

/** A new report, blank. Throws `one_report_per_direction` or `one_correction_per_report` when another was drawn first. */
export async function addReport(
  tx: Database,
  report: { lineId: LineId; direction: Direction; supersedes: ReportId | null },
  recorded: { at: Instant; by: PersonId | null },
): Promise<ReportId> {
  const id: ReportId = newId()
  await tx
    .insertInto('equipment.condition_report')
    .values({
      id,
      line_id: report.lineId,
      direction: report.direction,
      supersedes: report.supersedes,
      drawn_at: recorded.at,
      drawn_by: recorded.by,
    })
    .execute()
  return id
}

/** Replaces what was noted. Throws `signed_report_does_not_change` once both parties signed. */
export async function noteParts(tx: Database, report: ReportId, parts: readonly PartFound[]): Promise<void> {
  await tx.deleteFrom('equipment.condition_line').where('report_id', '=', report).execute()
  if (parts.length === 0) return
  await tx
    .insertInto('equipment.condition_line')
    .values(
      parts.map((part) => ({
        report_id: report,
        rank: part.rank,
        unit_id: part.unitId,
        label: part.label,
        expected: part.expected,
        found: part.found,
        condition: part.condition,
        is_critical: part.isCritical,
        remark: part.remark,
        powers_on: part.powersOn,
        charge_percent: part.charge,
        software: part.software,
      })),
    )
    .execute()
}

/** Throws `signed_report_does_not_change`. */
export async function addPhoto(
  tx: Database,
  report: ReportId,
  photo: { rank: number | null; fileId: Id<'file'>; alt: string },
): Promise<void> {
  await tx
    .insertInto('equipment.condition_photo')
    .values({ id: newId(), report_id: report, rank: photo.rank, file_id: photo.fileId, alt: photo.alt })
    .execute()
}

/** A correction begins with the photos of what it corrects. */
export async function copyPhotos(tx: Database, from: readonly KeptPhoto[], to: ReportId): Promise<void> {
  for (const { rank, fileId, alt } of from) await addPhoto(tx, to, { rank, fileId, alt })
}

export interface NewSignature extends Signature {
  name: string
  quality: string
  personId: PersonId | null
  drawingId: Id<'file'> | null
  witness: string
}

/** Throws `one_signature_per_party`. */
export async function addSignature(
  tx: Database,
  report: ReportId,
  signature: NewSignature,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('equipment.report_signature')
    .values({
      id: newId(),
      report_id: report,
      party: signature.party,
      manner: signature.manner,
      signer_name: signature.name,
      signer_quality: signature.quality,
      person_id: signature.personId,
      drawing_file_id: signature.drawingId,
      reservations: signature.reservations,
      refusal_reason: signature.refusalReason,
      witness_name: signature.witness,
      signed_at: at,
    })
    .execute()
}

/** Nothing of it changes any more; the database checks that the fingerprint is that of the text. */
export async function freezeReport(
  tx: Database,
  report: ReportId,
  content: string,
  at: Instant,
): Promise<void> {
  await sql`update equipment.condition_report set content = ${content}, frozen_at = ${at},
      fingerprint = encode(sha256(convert_to(${content}, 'UTF8')), 'hex')
    where id = ${report} and frozen_at is null`.execute(tx)
}

/** Which loan a report is of, whatever the network: for a job that only holds its id. */
export async function lineOfReport(
  db: Database,
  report: ReportId,
): Promise<{ lineId: LineId; direction: Direction } | null> {
  const row = await db
    .selectFrom('equipment.condition_report')
    .select(['line_id', 'direction'])
    .where('id', '=', report)
    .executeTakeFirst()
  return row ? { lineId: row.line_id, direction: row.direction as Direction } : null
}
