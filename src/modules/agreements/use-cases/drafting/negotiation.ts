import type { Instant } from '../../../../kernel/instant.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { peopleNames } from '../../../identity/index.ts'
import { approvalsOf, remarksOf, sharedAt } from '../../data/negotiation.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { type Approval, unapprovedBy } from '../../domain/draft-approval.ts'
import { awaitsAnswer, type Remark } from '../../domain/draft-remark.ts'
import { type NegotiableTerm, negotiableTerms, withFigure } from '../../domain/negotiable-terms.ts'
import type { Party, Terms } from '../../domain/terms.ts'
import { linesOf, writtenLines } from '../../domain/text-lines.ts'
import { type RenderedClause, renderClauses, type VariableValues } from '../../templates/render.ts'
import type { Clause, Template, Variable } from '../../templates/template.ts'
import { lacksPlaces, valuesOf } from './agreement-text.ts'
import { contentOf } from './draft-content.ts'
import { type LockRefusal, whyLocked } from './draft-lock.ts'
import { draftedClauses } from './drafted-clauses.ts'

/** A line of a thread, with what it would change, read as the parties read it. */
export interface ThreadLine {
  remark: Remark
  difference: { before: string; after: string } | null
  /** It waits for an answer, but the clause or the term changed since: it cannot be accepted any more. */
  isStale: boolean
}

export interface NegotiatedClause {
  clause: Clause
  /** How many times the parties wrote it anew. */
  version: number
  read: RenderedClause
  terms: NegotiableTerm[]
  thread: ThreadLine[]
}

/** A draft between its two parties, as its pages tell it. */
export interface Negotiation {
  sharedAt: Instant | null
  locked: Refusal<LockRefusal> | null
  clauses: NegotiatedClause[]
  /** Blanks that keep it from signature. */
  missing: Variable[]
  listsNoPlace: boolean
  /** Of the content as it reads now. */
  fingerprint: string
  approvals: Approval[]
  unapproved: Party[]
  /** Of everybody who wrote, decided or approved. */
  names: ReadonlyMap<PersonId, string>
}

export async function negotiationOf(
  { db, network, today }: Pick<Context, 'db' | 'network' | 'today'>,
  agreement: Agreement,
): Promise<Negotiation> {
  const { text, fingerprint } = await contentOf(db, network, agreement)
  const remarks = await remarksOf(db, agreement.id)
  const approvals = await approvalsOf(db, agreement.id)
  const reading = {
    template: text.template,
    terms: agreement.terms,
    values: valuesOf(text.template, agreement, network, text.places),
  }
  const drafted = await draftedClauses(db, agreement)
  return {
    sharedAt: await sharedAt(db, agreement.id),
    locked: await whyLocked(db, { network, today }, agreement),
    clauses: drafted.flatMap((one, at) => {
      const read = text.clauses[at]
      return read ? [negotiated(one, read, remarks, reading)] : []
    }),
    missing: text.missing,
    listsNoPlace: lacksPlaces(text),
    fingerprint,
    approvals,
    unapproved: unapprovedBy(agreement, approvals, fingerprint),
    names: await peopleNames(db, peopleOf(remarks, approvals)),
  }
}

interface Reading {
  template: Template
  terms: Terms
  values: VariableValues
}

function negotiated(
  { clause, version }: { clause: Clause; version: number },
  read: RenderedClause,
  remarks: readonly Remark[],
  reading: Reading,
): NegotiatedClause {
  const terms = negotiableTerms(reading.terms, clause)
  const thread = remarks
    .filter((remark) => remark.clause === clause.key)
    .map((remark) => ({
      remark,
      difference: differenceOf(remark, clause, reading),
      isStale: awaitsAnswer(remark) && isBehind(remark, version, terms),
    }))
  return { clause, version, read, terms, thread }
}

function isBehind(remark: Remark, version: number, terms: readonly NegotiableTerm[]): boolean {
  if (remark.kind === 'text') return remark.version !== version
  return remark.kind === 'term' && terms.find(({ term }) => term === remark.term)?.figure !== remark.replaced
}

/** In the words that are read, not in the marks of the source. */
function differenceOf(remark: Remark, clause: Clause, { template, terms, values }: Reading) {
  const say = (text: string, of: Terms) => readText({ ...clause, text }, template, of, values)
  if (remark.kind === 'comment') return null
  if (remark.kind === 'text') {
    return { before: say(remark.replaced, terms), after: say(remark.proposed, terms) }
  }
  const [before, after] = [remark.replaced, remark.proposed].map((figure) => {
    const changed = withFigure(terms, remark.term, figure)
    return say(clause.text, isRefusal(changed) ? terms : changed)
  })
  return { before: before ?? '', after: after ?? '' }
}

function readText(clause: Clause, template: Template, terms: Terms, values: VariableValues): string {
  const [read] = renderClauses({ ...template, clauses: [clause] }, terms, values)
  return writtenLines(linesOf(read?.paragraphs ?? []))
}

function peopleOf(remarks: readonly Remark[], approvals: readonly Approval[]): PersonId[] {
  const people = [
    ...remarks.map(({ writtenBy }) => writtenBy),
    ...remarks.map((remark) => (remark.kind === 'comment' ? null : (remark.decision?.decidedBy ?? null))),
    ...approvals.map(({ approvedBy }) => approvedBy),
  ]
  return [...new Set(people.filter((one) => one !== null))]
}
