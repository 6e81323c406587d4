import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import { addRemark, draftClausesOf } from '../../data/negotiation.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { plain, whyNotThisText } from '../../domain/clause-proposal.ts'
import type { Party } from '../../domain/terms.ts'
import { linesOf, type TextLine } from '../../domain/text-lines.ts'
import { tellNegotiation } from '../../jobs/tell-negotiation.ts'
import { readBack } from '../../templates/read-back.ts'
import { recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { type AgreementText, valuesOf } from './agreement-text.ts'
import { contentOf } from './draft-content.ts'
import { changeSharedDraft, type LockRefusal } from './draft-lock.ts'

/** A draft as it comes back from a text processor. */
export interface WordDraft {
  /** The first sixteen signs of the fingerprint it was taken from; null: its footer is gone. */
  version: string | null
  parts: readonly { heading: string; lines: readonly TextLine[] }[]
}

export type WordProposalRefusal =
  | TargetRefusal
  | LockRefusal
  | 'not-shared'
  | 'no-heading-found'
  | 'word-is-older'
  | 'word-breaks-clauses'
  | 'word-changes-nothing'

interface ChangedClause {
  key: string
  proposed: string
  replaced: string
}

/**
 * Each clause that the file writes otherwise becomes a proposal; the draft itself never changes. A file taken from an
 * older version is refused unless `evenOlder`, and one clause that may not be proposed refuses the file: nothing is
 * proposed twice when it comes back. AGR-20.
 */
export function proposeFromWord(
  context: Context,
  target: Target,
  { party, word, evenOlder }: { party: Party; word: WordDraft; evenOlder: boolean },
): Promise<string[] | Refusal<WordProposalRefusal>> {
  return changeSharedDraft<string[], WordProposalRefusal>(context, target, async (tx, agreement) => {
    const { text, fingerprint } = await contentOf(tx, context.network, agreement)
    if (word.version !== fingerprint.slice(0, 16) && !evenOlder) {
      return refuse('word-is-older', { version: word.version ?? '', current: fingerprint })
    }
    const changed = changedClauses(context.network, agreement, text, word)
    if (isRefusal(changed)) return changed
    const versions = await draftClausesOf(tx, agreement.id)
    for (const { key: clause, ...texts } of changed) {
      const version = versions.get(clause)?.version ?? 0
      await propose(tx, context, agreement, { clause, party, version, ...texts })
    }
    const clauses = changed.map(({ key }) => key)
    await writeJournal(tx, context, 'draft.word-proposed', agreement.id, { clauses })
    return clauses
  })
}

function changedClauses(
  network: Network,
  agreement: Agreement,
  { template, clauses, places }: AgreementText,
  { parts }: WordDraft,
): ChangedClause[] | Refusal<WordProposalRefusal> {
  const values = valuesOf(template, agreement, network, places)
  const found = clauses.flatMap((read, at) => {
    const clause = template.clauses[at]
    const part = parts.find(({ heading }) => isHeadingOf(heading, read))
    return clause && part ? [{ clause, read, lines: part.lines }] : []
  })
  if (found.length === 0) return refuse('no-heading-found')
  const touched = found.filter(({ read, lines }) => !sameLines(linesOf(read.paragraphs), lines))
  if (touched.length === 0) return refuse('word-changes-nothing')
  const rewritten = touched.map(({ clause, lines }) => {
    const proposed = readBack(clause, agreement.terms, values, lines)
    const problem = proposed === '' ? 'text-is-empty' : whyNotThisText(clause, proposed)
    return { clause, proposed, problem }
  })
  const broken = rewritten.filter(({ problem }) => problem !== null)
  if (broken.length > 0) {
    return refuse('word-breaks-clauses', { clauses: broken.map(({ clause }) => nameOf(clause)).join(' ; ') })
  }
  return rewritten.map(({ clause: { key, text }, proposed }) => ({ key, proposed, replaced: text.trim() }))
}

/** By its words, or by its number when the title was touched. */
function isHeadingOf(heading: string, { number, title }: { number: string | null; title: string }): boolean {
  const words = plain(heading).toLowerCase()
  if (number === null) return words === plain(title).toLowerCase()
  return words.startsWith(`article ${number.toLowerCase()}.`)
}

function sameLines(one: readonly TextLine[], other: readonly TextLine[]): boolean {
  return (
    one.length === other.length && one.every(({ text }, at) => plain(text) === plain(other[at]?.text ?? ''))
  )
}

function nameOf({ number, title }: { number: string | null; title: string }): string {
  return number === null ? `« ${title} »` : `article ${number}`
}

async function propose(
  tx: Database,
  context: Context,
  { id }: Agreement,
  proposal: Omit<Extract<Parameters<typeof addRemark>[2], { kind: 'text' }>, 'kind' | 'words'>,
): Promise<void> {
  const words = 'Proposé depuis un fichier.'
  const remark = await addRemark(tx, id, { kind: 'text', words, ...proposal }, recordedBy(context))
  await enqueue(tx, tellNegotiation, { agreement: id, event: { kind: 'remarked', remark } })
}
