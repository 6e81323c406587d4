import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Reach } from '../../../../platform/session/actor.ts'

/** Does the membership `m` give rights on that day? An end is at once: it does not wait for midnight. */
export function lastsOn(today: Day) {
  return sql<boolean>`(m.ended_at is null and m.from_day <= ${today}
    and (m.until_day is null or m.until_day > ${today}))`
}

/** Is what `alias` names (a membership, an invitation) within reach? Duplicates of an organisation are its own. */
export function isWithin(reach: Reach, alias: 'm' | 'i') {
  if (reach.kind === 'nobody') return sql<boolean>`false`
  const inNetwork = sql<boolean>`${sql.ref(`${alias}.network_id`)} = ${reach.network}`
  if (reach.kind === 'all') return inNetwork
  return sql<boolean>`(${inNetwork} and ${sql.ref(`${alias}.organisation_id`)} = any(${reach.organisations}))`
}
