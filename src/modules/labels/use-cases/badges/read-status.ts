import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { credential, type StatusEntry } from '../../../../platform/credentials/credential.schema.ts'
import { readBadge } from '../../../../platform/credentials/read-badge.ts'
import { bitAt } from '../../../../platform/credentials/status-list.ts'
import type { Badge } from '../../data/badges/badges.store.ts'
import { coursesOf } from '../../data/proof/course.queries.ts'
import { bitsOf } from '../../domain/badges/badge-standing.ts'
import { standingOn } from '../../domain/proof/course.ts'
import { issuerOf, proveSignature, type Reader } from './prove-signature.ts'
import { datesOf } from './read-dates.ts'
import type { StatusLine } from './verification.ts'

/** As the label stands at this moment: our own lists are not asked, they say the same. */
export async function ownStatus(
  { db }: Pick<Reader, 'db'>,
  badge: Badge,
  { today, now }: { today: Day; now: Instant },
): Promise<StatusLine> {
  const course = (await coursesOf(db, [badge.awardId])).get(badge.awardId) ?? []
  const { revocation, suspension } = bitsOf(badge, standingOn(course, today).status, now)
  return revocation ? 'revoked' : suspension ? 'suspended' : 'active'
}

/** What the lists that a badge from elsewhere names say of it. Each must be signed by the badge's own issuer. */
export async function statusElsewhere(
  reader: Reader,
  entries: readonly StatusEntry[],
  issuer: string,
  now: Instant,
): Promise<StatusLine> {
  const read: StatusLine[] = []
  for (const entry of entries) read.push(await bitElsewhere(reader, entry, issuer, now))
  return (['revoked', 'suspended', 'unreadable'] as const).find((one) => read.includes(one)) ?? 'active'
}

async function bitElsewhere(
  reader: Reader,
  entry: StatusEntry,
  issuer: string,
  now: Instant,
): Promise<StatusLine> {
  const fetched = await reader.fetch(entry.statusListCredential)
  const found = isRefusal(fetched) ? fetched : readBadge(fetched.content)
  if ('refused' in found) return 'unreadable'
  const { signature, credential: list } = await proveSignature(reader, found)
  const shape = credential.safeParse(list)
  if (signature !== 'signed' || !shape.success || issuerOf(list) !== issuer) return 'unreadable'
  const { id, type, validFrom, validUntil, credentialSubject } = shape.data
  const subject = (credentialSubject ?? {}) as Record<string, unknown>
  const isThisList =
    id === entry.statusListCredential &&
    type.includes('BitstringStatusListCredential') &&
    subject.statusPurpose === entry.statusPurpose &&
    datesOf({ validFrom, validUntil }, now) === 'current'
  const bit = isThisList ? bitAt(subject.encodedList, Number(entry.statusListIndex)) : null
  if (bit === null) return 'unreadable'
  if (!bit) return 'active'
  // A purpose we do not know says something, and we cannot tell what.
  if (entry.statusPurpose === 'revocation') return 'revoked'
  return entry.statusPurpose === 'suspension' ? 'suspended' : 'unreadable'
}
