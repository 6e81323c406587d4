import { capital, formatNumber, plural } from '../../../../ui/french.ts'
import type { Manner, NextVersion, Rule } from '../../domain/schemes/next-version.ts'
import type { Criterion, SchemeContent } from '../../domain/schemes/scheme.ts'
import type { CriterionChange } from '../../domain/schemes/scheme-changes.ts'
import { criterionSentences, pieceSentences, questionSentence } from './scheme-sentences-wording.ts'
import {
  cadenceWords,
  changeWords,
  dutyWords,
  holderWords,
  mannerWords,
  routeWords,
  ruleWords,
  validityWords,
} from './scheme-wording.ts'

/** One thing a version changes: what, how, and its words before and after. */
export interface ChangeLine {
  readonly what: string
  readonly how: string
  readonly before: string
  readonly after: string
}

/** What a version changes of the one before, criterion by criterion then rule by rule. LAB-4. */
export function changeLines(
  { criteria, rules, manners }: Pick<NextVersion, 'criteria' | 'rules' | 'manners'>,
  before: SchemeContent,
  after: SchemeContent,
): ChangeLine[] {
  const of = (content: SchemeContent, code: string) => content.criteria.find((one) => one.code === code)
  const both = (name: string, told: (content: SchemeContent) => string): ChangeLine => ({
    ...{ what: name, how: 'Règle changée', before: told(before), after: told(after) },
  })
  return [
    ...criteria.map((change) => ({
      what: `${change.code}, ${change.title}`,
      how: changeWords(change),
      ...criterionWords(change, [of(before, change.code), before], [of(after, change.code), after]),
    })),
    ...rules.map((rule) => both(capital(ruleWords[rule]), (content) => ruleSentence(content, rule))),
    ...manners.map((manner) =>
      both(capital(mannerWords[manner]), (content) => mannerSentence(content, manner)),
    ),
  ]
}

type Side = readonly [Criterion | undefined, SchemeContent]

/** The sentences of each side that the other does not say. */
function criterionWords({ kind }: CriterionChange, old: Side, now: Side): { before: string; after: string } {
  const said = [saidOf(kind, old), saidOf(kind, now)] as const
  const only = (mine: readonly string[], other: readonly string[]) =>
    mine.filter((sentence) => !other.includes(sentence)).join(' ')
  return { before: only(said[0], said[1]), after: only(said[1], said[0]) }
}

function saidOf(kind: CriterionChange['kind'], [criterion, content]: Side): string[] {
  if (!criterion) return []
  if (kind === 'weight') return [formatNumber(criterion.weight)]
  if (kind === 'reworded') return [`${criterion.title}.`, criterion.help, `Partie « ${criterion.group} ».`]
  const { demand, evidence } = criterionSentences(criterion, content)
  return [questionSentence(criterion), ...demand.filter((sentence) => !/^Poids/.test(sentence)), ...evidence]
}

function ruleSentence(content: SchemeContent, rule: Rule): string {
  switch (rule) {
    case 'holderKind':
      return holderWords[content.holderKind]
    case 'grading':
      return pieceSentences(content, 'levels').join(' ')
    case 'cadence':
      return cadenceWords[content.cadence]
    case 'route':
      return routeWords[content.route]
    case 'agreement':
      return pieceSentences(content, 'agreement').join(' ')
    case 'duties':
      return content.duties.map((duty) => dutyWords[duty]).join(' ; ') || 'Aucun'
    case 'validity':
      return validityWords(content.validity)
    case 'maySuspend':
      return content.maySuspend ? 'Oui' : 'Non'
    case 'jury':
      return pieceSentences(content, 'jury').join(' ')
  }
}

function mannerSentence(content: SchemeContent, manner: Manner): string {
  switch (manner) {
    case 'instructionDays':
      return plural(content.instructionDays, 'jour', 'jours')
    case 'completionDays':
      return content.completionDays === undefined ? '' : plural(content.completionDays, 'jour', 'jours')
    case 'keptMonths':
      return content.keptMonths === undefined ? '' : `${content.keptMonths} mois`
    case 'remedies':
      return pieceSentences(content, 'remedies')[0] ?? ''
    case 'publicNames':
      return pieceSentences(content, 'names').join(' ')
    case 'standardLabel':
      return content.standardLabel ?? ''
    case 'isStarter':
    case 'criteria':
      return ''
  }
}
