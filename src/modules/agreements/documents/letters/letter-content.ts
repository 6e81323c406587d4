import type { Network } from '../../../../platform/session/actor.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { Consequence } from '../../domain/act-consequence.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { type AskedLetter, becomesAct } from '../../domain/prepared-letter.ts'
import type { AgreementState } from '../../domain/state.ts'
import { articleOf } from '../../domain/terms.ts'
import { linesOf, type Part, type TextBlock } from '../../domain/written-document.ts'
import { reasonOf } from '../../web/explanation-wording.ts'

/** All that a letter is written from. */
export interface LetterContent {
  readonly network: Network
  readonly agreement: Agreement
  readonly asked: AskedLetter
  /** The agreement on the day planned, the letter deposited. */
  readonly state: AgreementState
  /** Null for a letter that starts nothing by itself. */
  readonly consequence: Consequence | null
  /** The text in force, to quote from. */
  readonly clauses: readonly QuotableClause[]
  readonly placeName: (id: string) => string
}

export interface QuotableClause {
  readonly number: string | null
  readonly title: string
  readonly paragraphs: readonly TextBlock[]
}

/** The article that founds a term, quoted whole by its number. AGR-45 */
export function quoteOf({ state, clauses }: LetterContent, term: string): Part[] {
  const article = articleOf(state.termsInForce, term)
  const clause = clauses.find(({ number }) => number !== null && number === article)
  if (!clause) return []
  return [{ kind: 'quote', source: `Article ${clause.number}. ${clause.title}`, blocks: clause.paragraphs }]
}

/** « l’article 8 de la convention », or the agreement alone where no article is known. */
export function articleWords({ state }: LetterContent, term: string): string {
  const article = articleOf(state.termsInForce, term)
  return article ? `l’article ${article} de la convention` : 'la convention'
}

/** The days the letter brings, each with how it was found; and what they depend on. AGR-3, AGR-45 */
export function computedDays(
  { state, asked }: LetterContent,
  days: readonly { label: string; path: string }[],
): Part[] {
  const found = days.flatMap(({ label, path }) => {
    const explanation = state.explanation.find((one) => one.path === path)
    if (!explanation) return []
    return [{ term: label, value: `${formatDay(explanation.result as never)}. ${reasonOf(explanation)}` }]
  })
  if (found.length === 0) return []
  return [
    { kind: 'facts', facts: found },
    {
      kind: 'note',
      text: becomesAct(asked.kind)
        ? `Dates calculées pour un dépôt le ${formatDay(asked.plannedOn)}, selon une lecture de travail des articles : un autre jour de dépôt les déplace d’autant.`
        : 'Dates calculées selon une lecture de travail des articles.',
    },
  ]
}

/** What the sender reproaches, as it was typed. */
export function groundsOf({ asked }: LetterContent): TextBlock[] {
  return linesOf(asked.grounds)
}

/** « la convention entière », or the places it is about. */
export function scopeParts(
  { asked: { scope }, placeName }: LetterContent,
  whole: string,
  some: string,
): Part[] {
  if (scope.kind === 'full') return [{ kind: 'text', blocks: [whole] }]
  return [{ kind: 'text', blocks: [some, scope.places.map(placeName)] }]
}
