import { isId } from '../../../../kernel/id.ts'
import type { Context } from '../../../../platform/context.ts'
import { findPlaces } from '../../../places/index.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { EvidenceFact } from '../../domain/duties.ts'
import { type AgreementState, stateOn } from '../../domain/state.ts'
import { type TrackedDuty, trackedDuties } from '../../domain/tracked-duties.ts'
import { dutiesOf } from '../../use-cases/duties/duties-of.ts'
import { type EvidenceProvider, factsOf } from '../../use-cases/duties/evidence.ts'

/** The duties of an agreement as its pages show them: with what every module knows, and the names of the places. */
export interface DutiesRead {
  readonly state: AgreementState
  readonly duties: readonly TrackedDuty[]
  readonly facts: readonly EvidenceFact[]
  readonly placeNames: ReadonlyMap<string, string>
}

export async function readDuties(
  { db, today }: Context,
  providers: readonly EvidenceProvider[],
  agreement: Agreement,
): Promise<DutiesRead> {
  const facts = await factsOf(db, providers, agreement, today)
  const state = stateOn(agreement.terms, agreement.acts, today, { facts })
  const duties = trackedDuties(agreement, state, await dutiesOf(db, agreement), facts, today)
  const subjects = [...duties.map(({ subject }) => subject), ...facts.map(({ place }) => place)]
  const places = await findPlaces(
    db,
    agreement.networkId,
    [...new Set(subjects.map((one) => one ?? ''))].filter(isId<'place'>),
  )
  return { state, duties, facts, placeNames: new Map(places.map(({ id, name }) => [id, name])) }
}
