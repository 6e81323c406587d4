import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Network, OrganisationId } from '../../../../platform/session/actor.ts'
import { organisationNames, organisationWithin } from '../../../identity/index.ts'
import { findPlaces } from '../../../places/index.ts'
import { findAward } from '../../data/awards/awards.queries.ts'
import type { AwardId, Holder, Scheme } from '../../data/awards/awards.store.ts'
import { type Decision, findDecision } from '../../data/decisions/decisions.queries.ts'
import type { DecisionId } from '../../data/decisions/decisions.store.ts'
import { hearingsOf } from '../../data/decisions/hearings.store.ts'
import { type SchemeVersionId, versionById } from '../../data/schemes/schemes.store.ts'
import type { DecisionKind, DecisionWords, ReplacedFor } from '../../domain/decisions/decision.ts'
import { addresseeOf } from './addressee.ts'

/** What a letter says of a decision, taken or about to be. */
export interface LetterDecision extends DecisionWords {
  readonly kind: DecisionKind
  readonly level: number | null
  readonly scheme: Scheme
  readonly holder: Holder | null
  readonly applicantId: OrganisationId | null
  readonly agreementId: Id<'agreement'> | null
  readonly versionId: SchemeVersionId | null
  readonly awardId: AwardId | null
  readonly supersedes: DecisionId | null
  readonly replacesFor: ReplacedFor | null
  readonly correction: string
  readonly hearingId: Decision['hearingId']
  readonly untilDay: Day | null
  readonly untilCondition: string
}

/** All that the letter of a decision says, read once. */
export interface LetterContent {
  readonly network: string
  readonly decision: LetterDecision
  readonly holder: string
  /** Name and address, a line each. */
  readonly addressee: readonly string[]
  readonly number: string | null
  /** « arobases »; null: the label has no levels. */
  readonly levelUnit: string | null
  readonly validUntil: Day | null
  /** Of the decision it replaces. */
  readonly firstDecidedOn: Day | null
  readonly heard: { readonly askedOn: Day; readonly answeredOn: Day | null } | null
}

export async function letterContentOf(
  db: Database,
  network: Network,
  decision: LetterDecision,
): Promise<LetterContent> {
  const reach = { kind: 'all', network: network.id } as const
  const award = decision.awardId ? await findAward(db, reach, decision.awardId) : null
  const version = decision.versionId ? await versionById(db, network.id, decision.versionId) : null
  const grading = version?.content.grading
  const first = decision.supersedes ? await findDecision(db, reach, decision.supersedes) : null
  const hearings = award && decision.hearingId ? await hearingsOf(db, award.id) : []
  const heard = hearings.find(({ id }) => id === decision.hearingId)
  return {
    network: network.name,
    decision,
    holder: await holderName(db, network, decision.holder),
    addressee: await addresseeLines(db, network, decision),
    number: award?.number ?? null,
    levelUnit: grading?.kind === 'levels' ? grading.unit : null,
    validUntil: award?.validUntil ?? null,
    firstDecidedOn: first?.decidedOn ?? null,
    heard: heard ? { askedOn: heard.askedOn, answeredOn: heard.answer?.on ?? null } : null,
  }
}

/** « Maison numérique, Honfleur », or the name of a local authority; empty: a list. */
export async function holderName(
  db: Database,
  { id: network }: Pick<Network, 'id'>,
  holder: Holder | null,
): Promise<string> {
  if (!holder) return ''
  if (holder.kind === 'organisation') return (await organisationNames(db, [holder.id])).get(holder.id) ?? ''
  const [place] = await findPlaces(db, network, [holder.id])
  return place ? [place.name, place.commune].filter(Boolean).join(', ') : ''
}

async function addresseeLines(db: Database, network: Network, decision: LetterDecision): Promise<string[]> {
  const id = await addresseeOf(db, network.id, decision)
  const found = id && (await organisationWithin(db, { kind: 'all', network: network.id }, id))
  if (!found) return [await holderName(db, network, decision.holder)]
  return [found.name, found.address, `${found.postalCode} ${found.commune}`.trim()].filter(Boolean)
}
