import type { Day } from '../../../../kernel/day.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { Signing } from '../../data/signings.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { hasExpired, nextReminder } from '../../domain/signing-call-life.ts'
import { calledSince } from '../../use-cases/signing/called-since.ts'

/** Where the call stands: until when, and when it is recalled. */
export function callSentence(signing: Signing, agreement: Agreement, today: Day): string {
  const { expiresOn } = signing
  if (expiresOn && hasExpired(signing, today)) {
    return `Fini le ${formatDay(expiresOn)} : plus personne ne peut signer en ligne tant qu’il n’est pas prolongé. La convention, elle, n’a pas changé.`
  }
  const until = expiresOn ? `Jusqu’au ${formatDay(expiresOn)} au soir.` : 'Sans date de fin.'
  const next = nextReminder(signing, calledSince(agreement, signing), today)
  return next ? `${until} Prochain rappel le ${formatDay(next)}.` : `${until} Sans rappel prévu.`
}
