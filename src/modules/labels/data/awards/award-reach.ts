import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'

/**
 * How far labels borne and decisions are seen: those of one's applications, one's own, and those one's agreements carry.
 * Of a campaign, what is public at `now` (LAB-29).
 */
export type AwardReach =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'all'; readonly network: NetworkId }
  | {
      readonly kind: 'these'
      readonly network: NetworkId
      readonly organisations: readonly OrganisationId[]
      readonly agreements: readonly Id<'agreement'>[]
      readonly now: Instant
    }

/** The condition on `labels.award as a` joined with its `labels.scheme as s`. */
export function isAwardReached(reach: AwardReach): RawBuilder<boolean> {
  if (reach.kind === 'nobody') return sql<boolean>`false`
  if (reach.kind === 'all') return sql<boolean>`s.network_id = ${reach.network}`
  return sql<boolean>`s.network_id = ${reach.network} and ${isPublicAt('a.edition_id', reach.now)} and (
    a.organisation_id = any(${reach.organisations}::uuid[]) or a.agreement_id = any(${reach.agreements}::uuid[])
    or exists (select 1 from labels.application p
      where p.id = a.application_id and p.applicant_id = any(${reach.organisations}::uuid[])))`
}

/** The condition on `labels.decision as d`. */
export function isDecisionReached(reach: AwardReach): RawBuilder<boolean> {
  if (reach.kind === 'nobody') return sql<boolean>`false`
  if (reach.kind === 'all') return sql<boolean>`d.network_id = ${reach.network}`
  return sql<boolean>`d.network_id = ${reach.network} and ${isPublicAt('d.edition_id', reach.now)} and (
    exists (select 1 from labels.application p
      where p.id = d.application_id and p.applicant_id = any(${reach.organisations}::uuid[]))
    or exists (select 1 from labels.award a join labels.scheme s on s.id = a.scheme_id
      where a.id = d.award_id and ${isAwardReached(reach)})
    or exists (select 1 from labels.award_act t join labels.award a on a.id = t.award_id
      join labels.scheme s on s.id = a.scheme_id where t.decision_id = d.id and ${isAwardReached(reach)}))`
}

function isPublicAt(column: string, now: Instant): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(column)} is null or exists (select 1 from labels.edition e
    where e.id = ${sql.ref(column)} and e.published_at <= ${now}))`
}
