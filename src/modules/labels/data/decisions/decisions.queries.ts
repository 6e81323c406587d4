import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type {
  CriterionReason,
  DecisionKind,
  DecisionWords,
  ReplacedFor,
  Reserve,
} from '../../domain/decisions/decision.ts'
import type { ApplicationId } from '../applications/applications.store.ts'
import { type AwardReach, isDecisionReached } from '../awards/award-reach.ts'
import type { AwardId, Holder, Scheme } from '../awards/awards.store.ts'
import type { SchemeVersionId } from '../schemes/schemes.store.ts'
import type { DecisionId } from './decisions.store.ts'

export const DECISIONS_PER_PAGE = 25

/** A decision as it was taken. */
export interface Decision extends Required<DecisionWords> {
  readonly id: DecisionId
  readonly networkId: NetworkId
  readonly scheme: Scheme
  readonly kind: DecisionKind
  readonly level: number | null
  readonly applicationId: ApplicationId | null
  /** The label it is about, or the one it brought. */
  readonly awardId: AwardId | null
  readonly editionId: Id<'edition'> | null
  readonly versionId: SchemeVersionId | null
  readonly mandateId: Id<'mandate'> | null
  readonly delegationId: Id<'delegation'> | null
  /** Null: a list, whose lines say whom. */
  readonly holder: Holder | null
  readonly applicantId: OrganisationId | null
  readonly agreementId: Id<'agreement'> | null
  readonly supersedes: DecisionId | null
  readonly replacesFor: ReplacedFor | null
  readonly correction: string
  readonly supersededBy: DecisionId | null
  readonly hearingId: Id<'hearing'> | null
  readonly untilDay: Day | null
  readonly untilCondition: string
  readonly recordedAt: Instant
  readonly recordedBy: PersonId | null
}

/** Null when it does not exist, or lies out of reach. */
export async function findDecision(
  db: Database,
  reach: AwardReach,
  id: DecisionId,
): Promise<Decision | null> {
  const row = await decisions(db, reach).where('d.id', '=', id).executeTakeFirst()
  return row ? decisionOf(row) : null
}

/** For jobs, which start from an act somebody did: whoever may see it is not asked here. */
export async function decisionAnywhere(db: Database, id: DecisionId): Promise<Decision | null> {
  const row = await db
    .selectFrom('labels.decision')
    .select('network_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? findDecision(db, { kind: 'all', network: row.network_id }, id) : null
}

/** Nothing of a campaign is told before its results are public. LAB-29. */
export async function isPublicDecision(db: Database, id: DecisionId, now: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('labels.decision as d')
    .leftJoin('labels.edition as e', 'e.id', 'd.edition_id')
    .select('d.id')
    .where('d.id', '=', id)
    .where((is) => is.or([is('d.edition_id', 'is', null), is('e.published_at', '<=', now)]))
    .executeTakeFirst()
  return row !== undefined
}

/** The standing decision of an application: the one nothing replaced; null while there is none. */
export async function decisionOfApplication(
  db: Database,
  reach: AwardReach,
  application: ApplicationId,
): Promise<Decision | null> {
  const row = await decisions(db, reach)
    .where('d.application_id', '=', application)
    .where(sql<boolean>`not exists (select 1 from labels.decision n where n.supersedes = d.id)`)
    .executeTakeFirst()
  return row ? decisionOf(row) : null
}

/** Those that one label comes from and those taken since, in the order they were recorded. */
export async function decisionsOfAward(
  db: Database,
  reach: AwardReach,
  { id, applicationId }: { id: AwardId; applicationId: ApplicationId | null },
): Promise<Decision[]> {
  const rows = await decisions(db, reach)
    .where((is) =>
      is.or([
        is('d.award_id', '=', id),
        // That of a list, which its lines alone tell apart.
        sql<boolean>`exists (select 1 from labels.award_act t where t.award_id = ${id} and t.decision_id = d.id)`,
        ...(applicationId ? [is('d.application_id', '=', applicationId)] : []),
      ]),
    )
    .orderBy('d.recorded_at')
    .orderBy('d.id')
    .execute()
  return rows.map(decisionOf)
}

/** One page, the last recorded first, and how many there are. */
export async function listDecisions(
  db: Database,
  reach: AwardReach,
  page: number,
): Promise<{ decisions: Decision[]; total: number }> {
  const { total } = await db
    .selectFrom('labels.decision as d')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(isDecisionReached(reach))
    .executeTakeFirstOrThrow()
  const rows = await decisions(db, reach)
    .orderBy('d.recorded_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(DECISIONS_PER_PAGE)
    .offset((page - 1) * DECISIONS_PER_PAGE)
    .execute()
  return { decisions: rows.map(decisionOf), total: Number(total) }
}

function decisions(db: Database, reach: AwardReach) {
  return (
    db
      .selectFrom('labels.decision as d')
      .innerJoin('labels.scheme as s', 's.id', 'd.scheme_id')
      .leftJoin('labels.award as a', (join) =>
        join.on(
          sql<boolean>`a.id = coalesce(d.award_id,
          (select w.id from labels.award w where w.application_id = d.application_id limit 1))`,
        ),
      )
      // What is decided of a label borne is told to whoever applied for it.
      .leftJoin('labels.application as p', (join) =>
        join.on(sql<boolean>`p.id = coalesce(d.application_id, a.application_id)`),
      )
      .leftJoin('labels.decision as n', 'n.supersedes', 'd.id')
      .selectAll('d')
      .select([
        's.code',
        's.name',
        'n.id as superseded_by',
        'a.id as borne_id',
        'p.applicant_id',
        sql<SchemeVersionId | null>`coalesce(p.version_id, a.version_id)`.as('version_id'),
        sql<Id<'place'> | null>`coalesce(p.place_id, a.place_id)`.as('place_id'),
        sql<OrganisationId | null>`coalesce(p.organisation_id, a.organisation_id)`.as('holder_id'),
        sql<Id<'agreement'> | null>`coalesce(p.agreement_id, a.agreement_id)`.as('agreement_id'),
        sql<readonly Reserve[]>`d.reserves`.as('reserves'),
        sql<readonly CriterionReason[]>`d.criteria`.as('criteria'),
      ])
      .where(isDecisionReached(reach))
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof decisions>['executeTakeFirstOrThrow']>>

function decisionOf(row: Row): Decision {
  return {
    id: row.id,
    networkId: row.network_id,
    scheme: { id: row.scheme_id, code: row.code, name: row.name },
    kind: row.kind as DecisionKind,
    level: row.level,
    applicationId: row.application_id,
    awardId: row.borne_id,
    editionId: row.edition_id,
    versionId: row.version_id,
    mandateId: row.mandate_id,
    delegationId: row.delegation_id,
    holder: holderOf(row),
    applicantId: row.applicant_id,
    agreementId: row.agreement_id,
    authority: row.authority,
    signerName: row.signer_name,
    signerTitle: row.signer_title,
    decidedOn: row.decided_on,
    effectFrom: row.effect_from,
    reasons: row.reasons,
    reserves: row.reserves,
    remedies: row.remedies,
    criteria: row.criteria,
    appealMonths: row.appeal_months,
    supersedes: row.supersedes,
    replacesFor: row.replaces_for as ReplacedFor | null,
    correction: row.correction,
    supersededBy: row.superseded_by,
    hearingId: row.hearing_id,
    untilDay: row.until_day,
    untilCondition: row.until_condition,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by as PersonId | null,
  }
}

function holderOf({ place_id, holder_id }: Pick<Row, 'place_id' | 'holder_id'>): Holder | null {
  if (place_id) return { kind: 'place', id: place_id }
  return holder_id ? { kind: 'organisation', id: holder_id } : null
}
