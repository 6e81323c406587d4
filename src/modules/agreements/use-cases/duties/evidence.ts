import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { declaredEvidence } from '../../data/declared-evidence.store.ts'
import { placeFacts } from '../../data/place-facts.queries.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { EvidenceFact } from '../../domain/duties.ts'
import { stateOn } from '../../domain/state.ts'
import { directoryEvidence, facilitatorEvidence } from './directory-evidence.ts'

/**
 * What a module knows of the duties of an agreement, from one day to the other, both inclusive. It reads, and writes
 * nothing: a fact is the module's own, told under the code of the duty it proves. Put together in `src/evidence.ts`.
 */
export type EvidenceProvider = (
  db: Database,
  agreement: Agreement,
  from: Day,
  until: Day,
) => Promise<readonly EvidenceFact[]>

/** Every fact known of its duties, since it entered into force, oldest first. Activities after its end are among them. */
export async function factsOf(
  db: Database,
  providers: readonly EvidenceProvider[],
  agreement: Agreement,
  today: Day,
): Promise<EvidenceFact[]> {
  const from = stateOn(agreement.terms, agreement.acts, today).enteredIntoForceOn
  if (from === null) return []
  const told = await Promise.all([...OWN, ...providers].map((ask) => ask(db, agreement, from, today)))
  return told.flat().sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

const placeUpdates: EvidenceProvider = async (db, agreement, _from, until) =>
  (await placeFacts(db, [agreement], until)).get(agreement.id) ?? []

/** What a party declared and did not take back. */
const statements: EvidenceProvider = async (db, agreement) =>
  (await declaredEvidence(db, agreement.id))
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ duty, placeId, on, statement, by, party, file }) => ({
      ...{ duty, on, kind: 'declared' as const, says: statement },
      by: by || (party === agreement.terms.parties[0] ? 'le chef de file' : agreement.partner.name),
      link: file && `/conventions/${agreement.id}/pieces/${file.id}`,
      ...(placeId && { place: placeId }),
    }))

/** What lies below agreements is read here; the modules above come by the front door. */
const OWN: readonly EvidenceProvider[] = [placeUpdates, directoryEvidence, facilitatorEvidence, statements]
