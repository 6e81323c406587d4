import type { Context } from '../../../platform/context.ts'
import { csvOf } from '../../../platform/csv.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { type LinesAsked, listLines } from '../data/journal.queries.ts'
import { type NamedLine, withNames } from './read-journal.ts'

/** Beyond, one narrows the period: a table of more lines serves nobody. */
export const MOST_EXPORTED = 10_000

const HEADER = [
  'ligne',
  'instant_utc',
  'personne',
  'structure',
  'a_sa_place',
  'mandat',
  'action',
  'acte',
  'objet',
  'adresse',
  'changements',
]

/**
 * The lines that answer, newest first, as CSV (UTF-8 with its mark, `;`); taking them away leaves a line too.
 * `words`: the French of an action.
 */
export function exportJournal(
  context: Context,
  asked: LinesAsked,
  words: (action: string) => string,
): Promise<string> {
  return inTransaction(context.db, async (tx) => {
    const found = await listLines(tx, context.reach, asked, { after: null, limit: MOST_EXPORTED })
    const lines = await withNames(tx, found)
    await writeJournal(tx, context, 'journal.exported', context.network.id, { asked, lines: lines.length })
    return csvOf(
      HEADER,
      lines.map((line) => cellsOf(line, words)),
    )
  })
}

function cellsOf(line: NamedLine, words: (action: string) => string): string[] {
  return [
    String(line.id),
    line.at,
    line.person ?? '',
    line.organisation ?? '',
    line.impersonator ?? '',
    line.mandate ?? '',
    line.action,
    words(line.action),
    line.subject,
    line.address ?? '',
    Object.keys(line.changes).length > 0 ? JSON.stringify(line.changes) : '',
  ]
}
