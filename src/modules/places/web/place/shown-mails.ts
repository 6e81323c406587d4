import type { Place } from '../../domain/place.ts'
import { looksPersonal } from '../../domain/standard/mail-and-web.ts'

/** Somebody's own address is shown only with their consent, which is not recorded here (DIR-72). */
export function shownMails({ emails }: Pick<Place, 'emails'>): readonly string[] {
  return emails.filter((email) => !looksPersonal(email))
}
