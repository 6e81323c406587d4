import type { Id } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { type Agreement, lastSeq } from '../../domain/agreement.ts'
import type { LetterKind } from '../../domain/prepared-letter.ts'
import type { TargetRefusal } from '../../use-cases/act-on-agreement.ts'
import { partyDetails } from '../../use-cases/letters/party-details.ts'
import type { PlannedRefusal } from '../../use-cases/letters/planned-letter.ts'
import { prepareLetter } from '../../use-cases/letters/prepare-letter.ts'
import { askedLetter } from './prepared.form.ts'
import { writeLetter } from './write-letter.ts'

export type PreparedLetterKind = LetterKind

/**
 * A letter of the head of the network, written from what is known of the parties, its deposit planned today; about the
 * whole agreement, or about these of its places.
 */
export async function prepareOwnLetter(
  context: Context,
  agreement: Agreement,
  kind: PreparedLetterKind,
  motifs = '',
  places: readonly string[] = [],
): Promise<Id<'prepared-letter'> | Refusal<PlannedRefusal | TargetRefusal>> {
  const [partie = ''] = agreement.terms.parties
  const blank = { adresse: '', destinataire: '', signataire: '', qualite: '', ville: '' }
  const sent = { ...blank, vu: lastSeq(agreement), partie, date: context.today, motifs }
  const scope = places.length === 0 ? {} : { etendue: 'partielle' as const, lieux: [...places] }
  const asked = askedLetter(kind, { ...sent, ...scope }, await partyDetails(context.db, agreement))
  const written = await writeLetter(context, agreement, asked)
  if (isRefusal(written)) return written
  return prepareLetter(context, { id: agreement.id, seen: lastSeq(agreement) }, { asked, written })
}
