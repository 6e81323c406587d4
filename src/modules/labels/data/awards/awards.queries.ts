import { sql } from 'kysely'
import { type Day, earliest } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'
import type { AwardAct, Cover } from '../../domain/awards/award.ts'
import type { SchemeVersionId } from '../schemes/schemes.store.ts'
import { type AwardReach, isAwardReached } from './award-reach.ts'
import type { AwardId, Holder, Scheme } from './awards.store.ts'

/** One act of a label, as it stands in its story. */
export interface ToldAct extends AwardAct {
  readonly id: Id<'award-act'>
  readonly seq: number
  readonly reason: string
  readonly level: number | null
  readonly decisionId: Id<'decision'> | null
  readonly recordedAt: Instant
}

/** A label borne: its acts and what carries it tell where it stands (`awardOn`). */
export interface Award {
  readonly id: AwardId
  readonly networkId: NetworkId
  readonly scheme: Scheme
  readonly holder: Holder
  readonly number: string
  readonly slug: string
  readonly grantedOn: Day
  readonly validUntil: Day | null
  /** At its grant: what is borne on a day is told by `levelOn`. */
  readonly level: number | null
  readonly agreementId: Id<'agreement'> | null
  readonly versionId: SchemeVersionId | null
  readonly applicationId: Id<'application'> | null
  readonly editionId: Id<'edition'> | null
  readonly applicantId: OrganisationId | null
  readonly cover: Cover | null
  /** In the order they were recorded. */
  readonly acts: readonly ToldAct[]
}

/** Null when it does not exist, or lies out of reach. */
export async function findAward(db: Database, reach: AwardReach, id: AwardId): Promise<Award | null> {
  const [award] = await withActs(db, await awards(db, reach).where('a.id', '=', id).execute())
  return award ?? null
}

/** For jobs, which start from an act somebody did. */
export async function awardAnywhere(db: Database, id: AwardId): Promise<Award | null> {
  const row = await db
    .selectFrom('labels.award as a')
    .innerJoin('labels.scheme as s', 's.id', 'a.scheme_id')
    .select('s.network_id')
    .where('a.id', '=', id)
    .executeTakeFirst()
  return row ? findAward(db, { kind: 'all', network: row.network_id }, id) : null
}

/** As `findAward`, held until the transaction ends. */
export async function lockAward(tx: Database, reach: AwardReach, id: AwardId): Promise<Award | null> {
  const rows = await awards(tx, reach).where('a.id', '=', id).forUpdate('a').execute()
  const [award] = await withActs(tx, rows)
  return award ?? null
}

/** The labels that one application brought, in their order: one, or none yet. */
export async function awardOfApplication(
  db: Database,
  reach: AwardReach,
  application: Id<'application'>,
): Promise<Award | null> {
  const rows = await awards(db, reach).where('a.application_id', '=', application).execute()
  const [award] = await withActs(db, rows)
  return award ?? null
}

/** Labels of one scheme that a holder bore or bears, the last one first. */
export async function awardsOfHolder(
  db: Database,
  reach: AwardReach,
  scheme: Scheme['id'],
  holder: Holder,
): Promise<Award[]> {
  const rows = await awards(db, reach)
    .where('a.scheme_id', '=', scheme)
    .where(isGivenTo(holder))
    .orderBy('a.granted_on', 'desc')
    .execute()
  return withActs(db, rows)
}

/** To a place, or to one that is read as one with it (LAB-37). */
function isGivenTo({ kind, id }: Holder) {
  if (kind === 'organisation') return sql<boolean>`a.organisation_id = ${id}`
  return sql<boolean>`a.place_id in (select face.id from places.current_place asked
    join places.current_place face on face.current_id = asked.current_id where asked.id = ${id})`
}

function awards(db: Database, reach: AwardReach) {
  return db
    .selectFrom('labels.award as a')
    .innerJoin('labels.scheme as s', 's.id', 'a.scheme_id')
    .leftJoin('labels.application as p', 'p.id', 'a.application_id')
    .leftJoin('labels.cover as c', (join) =>
      join.onRef('c.agreement_id', '=', 'a.agreement_id').onRef('c.place_id', '=', 'a.place_id'),
    )
    .selectAll('a')
    .select([
      's.network_id',
      's.code',
      's.name',
      'p.applicant_id',
      'c.from_day as cover_from',
      'c.until_day as cover_until',
      'c.label_until_day',
      sql<Cover['outcome']>`c.label_outcome`.as('outcome'),
    ])
    .where(isAwardReached(reach))
}

type Row = Awaited<ReturnType<ReturnType<typeof awards>['executeTakeFirstOrThrow']>>

async function withActs(db: Database, rows: readonly Row[]): Promise<Award[]> {
  if (rows.length === 0) return []
  const acts = await db
    .selectFrom('labels.award_act as t')
    .selectAll('t')
    .select(
      sql<boolean>`exists (select 1 from labels.award_act o where o.supersedes = t.id)`.as('is_superseded'),
    )
    .where(
      't.award_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('t.seq')
    .execute()
  return rows.map((row) => ({
    ...awardOf(row),
    acts: acts
      .filter(({ award_id }) => award_id === row.id)
      .map((act) => ({
        id: act.id,
        seq: act.seq,
        kind: act.kind as AwardAct['kind'],
        from: act.from_day,
        isSuperseded: act.is_superseded,
        reason: act.reason,
        level: act.level,
        decisionId: act.decision_id,
        recordedAt: act.recorded_at,
      })),
  }))
}

function awardOf(row: Row): Omit<Award, 'acts'> {
  return {
    id: row.id,
    networkId: row.network_id,
    scheme: { id: row.scheme_id, code: row.code, name: row.name },
    holder: row.place_id
      ? { kind: 'place', id: row.place_id }
      : { kind: 'organisation', id: row.organisation_id as OrganisationId },
    number: row.number,
    slug: row.slug,
    grantedOn: row.granted_on,
    validUntil: row.valid_until,
    level: row.level,
    agreementId: row.agreement_id,
    versionId: row.version_id,
    applicationId: row.application_id,
    editionId: row.edition_id,
    applicantId: row.applicant_id,
    cover: row.agreement_id && {
      from: row.cover_from,
      until: earliest(row.cover_until, row.label_until_day),
      outcome: row.outcome,
    },
  }
}
