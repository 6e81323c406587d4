import type { JournalFamilies } from '../../../platform/journal/families.ts'
import { type Actor, HEAD_ROLES } from '../../../platform/session/actor.ts'
import type { Line } from '../data/journal.queries.ts'
import { familyOf } from './line-wording.ts'

/** The page of a line's subject, when there is one that opens to whoever reads the line. */
export function subjectHref(
  families: JournalFamilies,
  base: string,
  reader: Actor,
  { action, subject, organisationId }: Pick<Line, 'action' | 'subject' | 'organisationId'>,
): string | null {
  const page = familyOf(families, action)?.page
  if (!page || reader.kind !== 'member' || !page.roles.includes(reader.role)) return null
  const isOwn = organisationId !== null && reader.organisations.includes(organisationId)
  const isInReach = HEAD_ROLES.includes(reader.role) || isOwn
  return isInReach && /^[0-9a-f-]{36}$/.test(subject) ? `${base}${page.path.replace(':id', subject)}` : null
}
