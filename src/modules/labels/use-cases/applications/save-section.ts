import type { Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { type Document, keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  countWriting,
  forgetAnswers,
  type GivenAnswer,
  type SectionState,
  type StoredAnswer,
  saveAnswers,
  sectionStatesOf,
} from '../../data/applications/answers.store.ts'
import {
  type Application,
  type ApplicationId,
  lockApplication,
} from '../../data/applications/applications.store.ts'
import {
  addProof,
  dateProof,
  findProof,
  type ProofId,
  type ProofKind,
  showProof,
  takeOffProof,
} from '../../data/applications/proofs.store.ts'
import type { Answer } from '../../domain/applications/answers.ts'
import { recordedBy } from '../recorded-by.ts'
import { fileOf } from './application-file.ts'

/** A proof brought for one criterion: a file whose bytes are kept already, or words. */
export interface BroughtProof {
  readonly code: string
  readonly kind: ProofKind
  readonly file: { readonly document: Document; readonly sha256: string } | null
  readonly words: string
  readonly on: Day | null
}

export interface SectionWish {
  readonly id: ApplicationId
  /** As it is in the address. */
  readonly rank: number
  /** How many times the section had been written when the page was drawn. */
  readonly seen: number
  /** Null: the answer is taken away. Criteria that are not named stay as they are. */
  readonly answers: ReadonlyMap<string, { readonly value: Answer | null; readonly contested: string }>
  readonly isReadAgain: boolean
  readonly brought: readonly BroughtProof[]
  readonly shownAgain: readonly { readonly code: string; readonly proof: ProofId }[]
  readonly takenOff: readonly { readonly code: string; readonly proof: ProofId }[]
  readonly dated: readonly { readonly proof: ProofId; readonly on: Day }[]
}

/** What somebody else wrote meanwhile; the proofs that came with it are kept all the same. LAB-53. */
export interface Conflict {
  readonly by: SectionState
  /** Criteria whose answer is not the one typed. */
  readonly theirs: readonly StoredAnswer[]
}

export interface SavedSection {
  readonly conflict: Conflict | null
}

export type SectionRefusal = 'no-such-application' | 'already-sent'

/** One page of a draft, saved at once: answers, then proofs. What can be kept is kept. */
export async function saveSection(
  context: Context,
  wish: SectionWish,
): Promise<SavedSection | Refusal<SectionRefusal>> {
  return inTransaction<SavedSection | Refusal<SectionRefusal>>(context.db, async (tx) => {
    const application = await lockApplication(tx, context.reach, wish.id)
    if (!application) return refuse('no-such-application')
    if (application.state !== 'draft') return refuse('already-sent')
    const file = await fileOf({ ...context, db: tx }, application)
    const section = file.sections.find(({ rank }) => rank === wish.rank)
    if (!section) return refuse('no-such-application')
    const before = (await sectionStatesOf(tx, wish.id)).get(section.name)
    const changed = [...wish.answers].filter(
      ([code, { value }]) => !isSame(file.answers.get(code)?.value, value),
    )
    const isBehind = before !== undefined && before.seq !== wish.seen && changed.length > 0
    const conflict = isBehind
      ? { by: before, theirs: changed.flatMap(([code]) => file.answers.get(code) ?? []) }
      : null
    if (!conflict) await writeAnswers(tx, context, wish, file.answers, file.known)
    await writeProofs(tx, context, application, wish)
    if (!conflict) await countWriting(tx, wish.id, section.name, recordedBy(context))
    await writeJournal(tx, context, 'application.section-saved', wish.id, {
      section: section.name,
      answers: conflict ? [] : changed.map(([code]) => code),
      proofs: wish.brought.length + wish.shownAgain.length,
    })
    return { conflict }
  })
}

function isSame(stored: Answer | undefined, typed: Answer | null): boolean {
  return (
    JSON.stringify(stored ?? null) ===
    JSON.stringify(Array.isArray(typed) && typed.length === 0 ? null : typed)
  )
}

async function writeAnswers(
  tx: Database,
  context: Context,
  { id, answers, isReadAgain }: SectionWish,
  before: ReadonlyMap<string, StoredAnswer>,
  known: ReadonlyMap<string, GivenAnswer['known']>,
): Promise<void> {
  const given = [...answers].flatMap(([code, { value, contested }]): GivenAnswer[] => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return []
    const was = before.get(code)
    const isToConfirm = was?.isToConfirm === true && !isReadAgain && isSame(was.value, value)
    return [{ code, value, known: known.get(code) ?? null, contested, isToConfirm }]
  })
  const kept = new Set(given.map(({ code }) => code))
  await forgetAnswers(
    tx,
    id,
    [...answers.keys()].filter((code) => !kept.has(code)),
  )
  await saveAnswers(tx, id, given, recordedBy(context))
}

async function writeProofs(
  tx: Database,
  context: Context,
  { id, applicantId }: Application,
  { brought, shownAgain, takenOff, dated }: SectionWish,
): Promise<void> {
  for (const proof of brought) {
    const { file, kind, words, on, code } = proof
    const fileId = file && (await keepFile(tx, context, file.document, file.sha256))
    const name = file?.document.name ?? words.slice(0, 120)
    const made = { networkId: context.network.id, organisationId: applicantId, kind, fileId, words, name, on }
    await showProof(tx, id, code, await addProof(tx, made, recordedBy(context)), context.now)
  }
  for (const { code, proof } of shownAgain)
    if (await findProof(tx, context.reach, proof)) await showProof(tx, id, code, proof, context.now)
  for (const { proof, on } of dated)
    if (await findProof(tx, context.reach, proof)) await dateProof(tx, proof, on)
  for (const { code, proof } of takenOff) await takeOffProof(tx, id, code, proof, context.now)
}
