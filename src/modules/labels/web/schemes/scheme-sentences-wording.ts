import type { Day } from '../../../../kernel/day.ts'
import { formatDay, formatNumber, plural } from '../../../../ui/french.ts'
import type { NextVersion } from '../../domain/schemes/next-version.ts'
import type { Criterion, EvidenceAsked, SchemeContent } from '../../domain/schemes/scheme.ts'
import type { Rank } from '../../domain/schemes/scheme-draft.ts'
import {
  cadenceWords,
  dutyWords,
  evidenceWords,
  gradingWords,
  holderWords,
  kindWords,
  monthsWords,
  routeWords,
  sourceWords,
  validityWords,
} from './scheme-wording.ts'

/** A piece of a label in a few sentences: in the table of contents, and beside what somebody else saved. */

export type PieceName = 'shape' | 'levels' | 'agreement' | 'validity' | 'jury' | 'remedies' | 'names'

/** Days left to answer a request to complete a file, when the label does not say. */
export const USUAL_COMPLETION_DAYS = 30

export function pieceSentences(content: SchemeContent, piece: PieceName): string[] {
  switch (piece) {
    case 'shape':
      return [
        `Porté par : ${lower(holderWords[content.holderKind])}.`,
        content.grading.kind === 'binary' ? 'Sans niveau.' : 'Avec des niveaux.',
        `${cadenceWords[content.cadence]}.`,
        `${routeWords[content.route]}.`,
      ]
    case 'levels':
      return levelSentences(content)
    case 'agreement':
      return content.agreement
        ? [`Porté par une convention, ${content.agreement.clause}.`]
        : ['Sans convention : le label tient par lui-même.']
    case 'validity':
      return [
        `${validityWords(content.validity)}.`,
        ...content.duties.map((duty) => `${dutyWords[duty]}.`),
        content.maySuspend ? 'Il peut être suspendu.' : 'Il ne se suspend pas.',
      ]
    case 'jury':
      return content.jury
        ? [
            `${plural(content.jury.readers, 'juré lit', 'jurés lisent')} chaque dossier, dont ${plural(content.jury.scientific, 'scientifique', 'scientifiques')}.`,
            `Un écart de ${content.jury.discussedFrom} notes se discute.`,
          ]
        : ['À compléter.']
    case 'remedies':
      return content.remedies
        ? [
            `${content.remedies.body}, dans les ${content.remedies.months} mois.`,
            `Instruction : ${plural(content.instructionDays, 'jour', 'jours')}.`,
          ]
        : ['À compléter : devant qui, et dans quel délai.']
    case 'names':
      return [
        `En cours : « ${content.publicNames.active} » ; terme : « ${content.publicNames.ended} » ; retrait : « ${content.publicNames.withdrawn} ».`,
      ]
  }
}

function levelSentences({ grading, route }: SchemeContent): string[] {
  if (grading.kind === 'binary') return ['Sans niveau.']
  if (grading.levels.length === 0) return ['À compléter.']
  const levels = grading.levels.map(({ level, from }) =>
    route === 'jury' ? `${level} (note de ${formatNumber(from)})` : String(level),
  )
  return [`${gradingWords(grading)} : ${levels.join(', ')}.`]
}

/** What a criterion asks, for its page and for the public one. */
export function criterionSentences(
  criterion: Criterion,
  { criteria, grading }: Pick<SchemeContent, 'criteria' | 'grading'>,
): { demand: string[]; evidence: string[] } {
  const { isEliminatory, weight, minLevel, condition, evidence, autoSource } = criterion
  return {
    demand: [
      isEliminatory ? 'Indispensable : sans lui, le label est refusé.' : 'Compte avec les autres.',
      ...(grading.kind === 'levels' ? [`Poids : ${formatNumber(weight)}.`] : []),
      ...(minLevel === null ? [] : [`Demandé à partir du niveau ${minLevel}.`]),
      ...(condition === null ? [] : [conditionSentence(condition, criteria)]),
    ],
    evidence: [
      ...(evidence.length === 0 ? ['Aucune preuve demandée.'] : evidence.map(evidenceSentence)),
      ...(autoSource === null ? [] : [`Rempli d’avance : ${lower(sourceWords[autoSource])}.`]),
    ],
  }
}

/** The answers a condition may hang on: those of the yes-or-no questions and of the choices placed before. */
export function conditionChoices(
  criteria: readonly Criterion[],
  rank: Rank,
): { value: string; label: string }[] {
  return criteria.slice(0, rank - 1).flatMap(({ code, title, kind, choices }) => {
    const answers =
      kind === 'yes_no'
        ? [
            { is: 'true', told: 'oui' },
            { is: 'false', told: 'non' },
          ]
        : choices.map(({ value }) => ({ is: value, told: value }))
    return answers.map(({ is, told }) => ({ value: `${code}=${is}`, label: `${code}, ${title} : ${told}` }))
  })
}

function conditionSentence(
  { code, is }: { code: string; is: string },
  criteria: readonly Criterion[],
): string {
  const before = criteria.find((one) => one.code === code)
  const told = is === 'true' ? 'oui' : is === 'false' ? 'non' : is
  return `Demandé seulement si « ${before?.title ?? code} » a pour réponse « ${told} ».`
}

function evidenceSentence({ kind, isRequired, maxAgeMonths }: EvidenceAsked): string {
  const age = maxAgeMonths === null ? '' : `, de moins de ${monthsWords(maxAgeMonths)}`
  return `${evidenceWords[kind]}${age}${isRequired ? '' : ', si vous en avez'}.`
}

export function questionSentence({ kind, choices, atLeast }: Criterion): string {
  if (kind === 'choice') {
    const listed = choices.map(({ value, meets }) => (meets ? `${value} (satisfait)` : value)).join(', ')
    return `${kindWords.choice} : ${listed || 'à compléter'}.`
  }
  if (kind === 'number' && atLeast !== null) return `${kindWords.number}, ${formatNumber(atLeast)} au moins.`
  return `${kindWords[kind]}.`
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** What publishing has just done, and what comes next. */
export function publishedSentence({ kind, version, revision }: NextVersion, from: Day, today: Day): string {
  if (kind === 'revision')
    return `La rédaction ${revision} de la version ${version} est publiée et s’applique.`
  if (from <= today) return `La version ${version} est publiée et s’applique dès aujourd’hui.`
  return `La version ${version} est publiée : elle s’applique à partir du ${formatDay(from)}, et chacun peut lire ce qui change.`
}
