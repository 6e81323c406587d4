import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Answer, Answers, Held } from '../../domain/applications/answers.ts'
import type { AwardId, Holder, SchemeId } from '../awards/awards.store.ts'
import type { SchemeVersionId } from './schemes.store.ts'

/** A label borne today, judged on an older version, with what its file says. */
export interface OlderHolder {
  awardId: AwardId
  number: string
  holder: Holder
  /** null: granted before there were versions. */
  versionId: SchemeVersionId | null
  answers: Answers
  held: readonly Held[]
}

export const HOLDERS_PER_PAGE = 50

/** Who bears the label that day under an older version than `version`, one page of them; and how many in all. LAB-4. */
export async function holdersBefore(
  db: Database,
  network: NetworkId,
  { scheme, version, on, page }: { scheme: SchemeId; version: number; on: Day; page: number },
): Promise<{ total: number; holders: OlderHolder[] }> {
  const rows = await db
    .selectFrom('labels.shown_label as l')
    .innerJoin('labels.award as a', 'a.id', 'l.award_id')
    .leftJoin('labels.scheme_version as v', 'v.id', 'a.version_id')
    .where('l.network_id', '=', network)
    .where('l.scheme_id', '=', scheme)
    .where('l.from_day', '<=', on)
    .where((is) => is.or([is('l.until_day', 'is', null), is('l.until_day', '>', on)]))
    .where((is) => is.or([is('a.version_id', 'is', null), is('v.version', '<', version)]))
    .select([
      'a.id',
      'a.number',
      'a.place_id',
      'a.organisation_id',
      'a.version_id',
      'a.application_id',
      sql<number>`count(*) over ()::int`.as('total'),
    ])
    .orderBy('a.number')
    .limit(HOLDERS_PER_PAGE)
    .offset((page - 1) * HOLDERS_PER_PAGE)
    .execute()
  const files = await filesOf(
    db,
    rows.flatMap(({ application_id }) => application_id ?? []),
  )
  return {
    total: rows[0]?.total ?? 0,
    holders: rows.map((row) => ({
      awardId: row.id,
      number: row.number,
      holder: holderOf(row),
      versionId: row.version_id,
      ...(files.get(row.application_id ?? ('' as Id<'application'>)) ?? { answers: new Map(), held: [] }),
    })),
  }
}

function holderOf(row: { place_id: Id<'place'> | null; organisation_id: Id<'organisation'> | null }): Holder {
  if (row.place_id) return { kind: 'place', id: row.place_id }
  return { kind: 'organisation', id: row.organisation_id as Id<'organisation'> }
}

interface File {
  answers: Map<string, Answer>
  held: Held[]
}

/** Two statements, however many files. */
async function filesOf(db: Database, ids: readonly Id<'application'>[]): Promise<Map<string, File>> {
  const files = new Map<string, File>(ids.map((id) => [id, { answers: new Map(), held: [] }]))
  if (ids.length === 0) return files
  const answers = await db
    .selectFrom('labels.application_answer')
    .where('application_id', 'in', ids)
    .select(['application_id', 'code', sql<Answer>`value`.as('value')])
    .execute()
  for (const { application_id, code, value } of answers) files.get(application_id)?.answers.set(code, value)
  const proofs = await db
    .selectFrom('labels.application_proof as p')
    .innerJoin('labels.proof as f', 'f.id', 'p.proof_id')
    .where('p.application_id', 'in', ids)
    .where('p.removed_at', 'is', null)
    .select(['p.application_id', 'p.code', 'f.kind', 'f.on_day'])
    .execute()
  for (const { application_id, code, kind, on_day } of proofs)
    files.get(application_id)?.held.push({ code, kind, on: on_day })
  return files
}
