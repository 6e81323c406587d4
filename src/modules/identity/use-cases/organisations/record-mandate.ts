import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { overlap } from '../../../../kernel/period.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { type Document, keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import { addMandate, mandatesOf } from '../../data/organisations/mandates.store.ts'
import { peopleOf } from '../../data/organisations/organisation-people.queries.ts'
import type { Mandate } from '../../domain/organisations/capacity.ts'
import { actOnOrganisation, type HeldRefusal, recordedBy } from './act-on-organisation.ts'

/** A document whose bytes are already in the file store. */
export interface PutDocument extends Document {
  sha256: string
}

export interface MandateToRecord extends Omit<Mandate, 'id' | 'withdrawn'> {
  personId: PersonId | null
  document: PutDocument | null
}

export type MandateRefusal = HeldRefusal | 'ends-before-it-starts' | 'not-a-member'

export interface RecordedMandate {
  id: Id<'mandate'>
  /** Other legal representatives of the same days: said, not refused. */
  alsoRepresenting: string[]
}

/** Records who represents the organisation, in which quality, from when to when, by which act. */
export function recordMandate(
  context: Context,
  id: OrganisationId,
  mandate: MandateToRecord,
): Promise<RecordedMandate | Refusal<MandateRefusal>> {
  return actOnOrganisation<RecordedMandate | Refusal<MandateRefusal>>(context, id, async (tx, { same }) => {
    if (endsTooSoon(mandate)) return refuse('ends-before-it-starts')
    const { document, personId, ...fields } = mandate
    const people = personId ? await peopleOf(tx, same, context.today) : []
    if (personId && !people.some((one) => one.personId === personId)) return refuse('not-a-member')
    const documentId = document ? await keepFile(tx, context, document, document.sha256) : null
    const known = await mandatesOf(tx, same)
    const added = await addMandate(
      tx,
      context.network.id,
      { ...fields, personId, documentId, organisationId: id },
      recordedBy(context),
    )
    const { from, until } = mandate
    // Not the holder's name: the mandate has it, and can let it go.
    const details = { mandate: added, from, until }
    await writeJournal(tx, context, 'mandate.recorded', id, details)
    return { id: added, alsoRepresenting: mandate.isLegalRepresentative ? rivals(mandate, known) : [] }
  })
}

export function endsTooSoon({ from, until }: { from: Day; until: Day | null }): boolean {
  return until !== null && until <= from
}

function rivals(mandate: MandateToRecord, known: readonly Mandate[]): string[] {
  const days = { start: mandate.from, end: mandate.until }
  return known
    .filter((one) => one.isLegalRepresentative && !one.withdrawn)
    .filter((one) => overlap(days, { start: one.from, end: one.until }))
    .map((one) => one.holderName)
}
