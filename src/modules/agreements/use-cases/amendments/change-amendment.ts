import type { Day } from '../../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { findPlaces } from '../../../places/index.ts'
import { findAmendment, saveAmendment } from '../../data/amendments.store.ts'
import type { Agreement, PlaceId } from '../../domain/agreement.ts'
import {
  type AmendableTerm,
  amendmentName,
  changedTerms,
  type DraftedAmendment,
  missingTermWords,
} from '../../domain/amendment-draft.ts'
import { placeStandings } from '../../domain/standing.ts'
import { stateOn } from '../../domain/state.ts'
import type { RenewalTerms } from '../../domain/terms.ts'
import { actOnAgreement, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { clausesInForce } from './consolidated-text.ts'

/** Which amendment, and the writing of it that the page showed. */
export interface AmendmentTarget extends Target {
  number: number
  version: number
}

export type AmendmentTargetRefusal =
  | TargetRefusal
  | 'no-such-amendment'
  | 'rewritten-meanwhile'
  | 'amendment-is-signed'

export type AmendmentChangeRefusal =
  | AmendmentTargetRefusal
  | 'invalid-terms'
  | 'effect-before-entry'
  | 'no-such-clause'
  | 'term-words-missing'
  | 'no-such-place'
  | 'place-already-listed'
  | 'place-has-left'

type Change = (tx: Database, agreement: Agreement, draft: DraftedAmendment) => Promise<Changed> | Changed
type Changed = DraftedAmendment | Refusal<AmendmentChangeRefusal>

export interface TermsChange {
  object: string
  figures: Readonly<Partial<Record<AmendableTerm, number>>>
  renewalMode: RenewalTerms['mode']
  effectiveOn: Day | null
  newLastDay: Day | null
}

/** Its object, the terms it writes anew, its day of effect and the last day it agrees on. */
export function changeAmendmentTerms(context: Context, target: AmendmentTarget, change: TermsChange) {
  return changeAmendment(context, target, (_tx, { terms, acts }, draft) => {
    const state = stateOn(terms, acts, context.today)
    const entry = state.enteredIntoForceOn
    if (change.effectiveOn && entry && change.effectiveOn < entry) {
      return refuse('effect-before-entry', { day: entry })
    }
    const changed = changedTerms(state.termsInForce, change.figures, change.renewalMode)
    if (isRefusal(changed)) return changed
    const { object, effectiveOn, newLastDay } = change
    return { ...draft, object, effectiveOn, newLastDay, changes: { ...draft.changes, terms: changed } }
  })
}

/** The text of one clause. Written as it reads today, it is no change any more. */
export function changeAmendmentClause(
  context: Context,
  target: AmendmentTarget,
  { key, text }: { key: string; text: string },
) {
  return changeAmendment(context, target, async (tx, agreement, draft) => {
    const clauses = await clausesInForce(tx, agreement, context.today)
    const clause = clauses.find((one) => one.key === key)
    if (!clause) return refuse('no-such-clause')
    const rewritten = text.replaceAll('\r\n', '\n').trim()
    const missing = missingTermWords(clause.text, rewritten)
    if (missing.length > 0) return refuse('term-words-missing', { missing: missing.join(', ') })
    const { [key]: _before, ...others } = draft.changes.clauses
    const texts =
      rewritten === '' || rewritten === clause.text.trim() ? others : { ...others, [key]: rewritten }
    return { ...draft, changes: { ...draft.changes, clauses: texts } }
  })
}

/** Adds a place that the agreement has never listed. */
export function addPlaceByAmendment(
  context: Context,
  target: AmendmentTarget,
  { placeId, subList }: { placeId: PlaceId; subList: string },
) {
  return changeAmendment(context, target, async (tx, { terms, acts, networkId }, draft) => {
    const [place] = await findPlaces(tx, networkId, [placeId])
    if (!place) return refuse('no-such-place')
    const known = placeStandings(terms, acts).find((one) => one.place === placeId)
    if (known) return refuse(known.until === null ? 'place-already-listed' : 'place-has-left')
    const others = draft.changes.added.filter((one) => one.place !== placeId)
    return { ...draft, changes: { ...draft.changes, added: [...others, { place: placeId, subList }] } }
  })
}

/** Of the places it has now and those it adds, the ones that stay; the others leave, or are not added. */
export function keepPlacesByAmendment(context: Context, target: AmendmentTarget, kept: readonly string[]) {
  return changeAmendment(context, target, (_tx, { terms, acts }, draft) => {
    const listed = coveredPlaces(placeStandings(terms, acts), context.today)
    const removed = listed.filter((place) => !kept.includes(place))
    const added = draft.changes.added.filter(({ place }) => kept.includes(place))
    return { ...draft, changes: { ...draft.changes, added, removed } }
  })
}

/** The places the agreement covers on that day. */
export function coveredPlaces(standings: ReturnType<typeof placeStandings>, on: Day): string[] {
  return standings
    .filter(({ from, until }) => from !== null && from <= on && (until === null || on < until))
    .map(({ place }) => place)
}

/** Found under the held agreement: nobody has signed it, and nobody wrote it since the page was shown. */
export async function openAmendment(
  tx: Database,
  agreement: Agreement,
  { number, version }: AmendmentTarget,
): Promise<DraftedAmendment | Refusal<AmendmentTargetRefusal>> {
  const draft = await findAmendment(tx, agreement.id, number)
  if (!draft) return refuse('no-such-amendment')
  return draft.version === version ? draft : refuse('rewritten-meanwhile')
}

export function hasSignature({ acts }: Agreement, number: number): boolean {
  return acts.some((act) => act.type === 'amendment_signed' && act.amendment === amendmentName(number))
}

function changeAmendment(context: Context, target: AmendmentTarget, change: Change): Promise<Changed> {
  return actOnAgreement<Changed>(context, target, async (tx, agreement) => {
    const draft = await openAmendment(tx, agreement, target)
    if (isRefusal(draft)) return draft
    if (hasSignature(agreement, draft.number)) return refuse('amendment-is-signed')
    const changed = await change(tx, agreement, draft)
    if (isRefusal(changed)) return changed
    await saveAmendment(tx, agreement.id, changed)
    const { number, changes, effectiveOn, newLastDay } = changed
    await writeJournal(tx, context, 'amendment.changed', agreement.id, {
      number,
      changes,
      effectiveOn,
      newLastDay,
    })
    return { ...changed, version: changed.version + 1 }
  })
}
