import { formatDay } from '../../../../ui/french.ts'
import { type AmendableTerm, amendmentNumber, figureOf, signedChanges } from '../../domain/amendment-draft.ts'
import { conflicts } from '../../domain/consolidation.ts'
import type { RenewalTerms } from '../../domain/terms.ts'
import { conflictSentence, renewalModeWords, termLabels } from './amendment-wording.ts'
import type { AmendmentView } from './pages/amendment-frame.tsx'

/** What an amendment changes, a line for each thing. `was` is left out once it is in force. */
export function changeLines({ draft, today, clauses, places }: AmendmentView): string[] {
  const { terms, clauses: texts, added, removed } = draft.changes
  const nameOf = (place: string) => places.get(place)?.name ?? 'lieu retiré de l’annuaire'
  return [
    ...Object.entries(terms).flatMap(([path, value]) => termLine(path, value, today.termsInForce)),
    ...clauses.filter(({ key }) => texts[key] !== undefined).map((clause) => `${titleOf(clause)} est récrit`),
    ...added.map(({ place }) => `Lieu ajouté : ${nameOf(place)}`),
    ...removed.map((place) => `Lieu qui sort : ${nameOf(place)}`),
    ...(draft.newLastDay ? [`Dernier jour de la convention : ${formatDay(draft.newLastDay)}`] : []),
  ]
}

/** What another amendment, signed or being signed, changes too. AGR-60. */
export function conflictLines({ draft, today, signed, clauses }: AmendmentView): string[] {
  const others = today.amendments.filter(({ id }) => id !== signed?.id)
  return conflicts(others, signedChanges(draft.changes)).map(({ path, amendment }) => {
    const clause = clauses.find(({ key }) => path === `clauses.${key}`)
    const what = clause ? titleOf(clause) : (labelOf(path)?.label ?? 'La reconduction')
    return conflictSentence(what, amendmentNumber(amendment))
  })
}

/** « L’article 4 », or the title of a clause without number. */
export function titleOf({ number, title }: { number: string | null; title: string }): string {
  return number ? `L’article ${number} (${title})` : `« ${title} »`
}

function termLine(
  path: string,
  value: number | string | null,
  inForce: AmendmentView['today']['termsInForce'],
): string[] {
  if (path === 'renewal.mode') {
    return [`Reconduction : ${renewalModeWords[value as RenewalTerms['mode']].toLowerCase()}`]
  }
  const words = labelOf(path)
  if (!words || typeof value !== 'number') return []
  const was = figureOf(inForce, path as AmendableTerm)
  const before = was === null || was === value ? '' : `, au lieu de ${was}`
  return [`${words.label} : ${value} ${words.unit}${before}`]
}

function labelOf(path: string): { label: string; unit: string } | undefined {
  return path in termLabels ? termLabels[path as AmendableTerm] : undefined
}
