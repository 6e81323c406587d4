import type { Day } from '../../../kernel/day.ts'
import { formatDay, relativeDay } from '../../../ui/french.ts'
import type { WhyStep } from '../../../ui/why.tsx'
import type { Consequence } from '../domain/act-consequence.ts'
import type { Act } from '../domain/acts.ts'
import type { LabelEnd } from '../domain/standing.ts'
import { articleOf, type Terms } from '../domain/terms.ts'
import { whySteps } from './explanation-wording.ts'
import { rejectionSentences, warningSentences } from './reading-wording.ts'

interface Told {
  terms: Terms
  partner: string
  today: Day
  /** The name of a place of the annex, by id. */
  placeName(id: string): string
}

/** What the act would change, in sentences: without effect or the end, the delays, the labels, the warnings. AGR-42. */
export function consequenceSentences(consequence: Consequence, told: Told): string[] {
  const { before, after, refused } = consequence
  const warnings = after.warnings.filter((code) => !before.warnings.includes(code))
  return [
    ...(refused ? [`Cet acte sera conservé sans effet. ${rejectionSentences[refused]}`] : []),
    ...earliestTermination(consequence, told),
    ...endSentences(consequence, told),
    ...noticeSentences(consequence, told),
    ...labelSentences(consequence, told),
    ...warnings.map((code) => warningSentences[code]),
  ]
}

/** The computed days worth their « Pourquoi ? »: the end if it moves, the days of a notice. */
export function consequenceReasons({ act, before, after, refused }: Consequence, text: string): WhyStep[] {
  const moved = after.lastDayInForce !== before.lastDayInForce ? 'lastDayInForce' : null
  const cure = refused ? null : `formalNotices.${act.id}.cureLastDay`
  const why = after.explanation.find(({ path }) => path === moved || path === cure)
  return why ? whySteps(why, text) : []
}

/** AGR-113: when a termination comes too soon, from which day it would not. */
function earliestTermination({ act, after, refused }: Consequence, { terms }: Told): string[] {
  if (refused !== 'premature_termination') return []
  const notice = after.formalNotices.find(({ id }) => id === noticeOf(act))
  const article = articleOf(terms, 'formalNotice')
  const cited = article ? ` (art. ${article})` : ''
  if (!notice) return [`La résiliation suit une mise en demeure restée sans effet${cited} : choisissez-la.`]
  if (notice.status !== 'running' || !notice.terminationAvailableFrom) return []
  return [
    `La résiliation n’est possible qu’à partir du ${formatDay(notice.terminationAvailableFrom)}${cited}. Attendez ce jour, ou enregistrez-la telle qu’elle a été envoyée.`,
  ]
}

function endSentences({ before, after, refused }: Consequence, { partner, today }: Told): string[] {
  const { lastDayInForce } = after
  if (lastDayInForce === before.lastDayInForce)
    return refused ? [] : ['La fin de la convention ne change pas.']
  if (lastDayInForce === null) {
    return [`La convention avec ${partner} n’a plus de fin connue : elle continue et se reconduit.`]
  }
  const past = lastDayInForce < today
  return [
    `La convention avec ${partner} ${past ? 'a produit' : 'produira'} ses effets jusqu’au ${formatDay(lastDayInForce)} inclus, ${relativeDay(lastDayInForce, today)}.`,
  ]
}

function noticeSentences({ act, after, refused, before }: Consequence, { terms }: Told): string[] {
  const article = articleOf(terms, 'formalNotice')
  const cited = article ? ` (art. ${article})` : ''
  const notice = after.formalNotices.find(({ id }) => id === (act.id ?? ''))
  if (notice?.cureLastDay && !refused) {
    const shifted = notice.cureLastDayIfShifted
    return [
      `Le manquement peut être réparé jusqu’au ${formatDay(notice.cureLastDay)} inclus${cited}.`,
      ...(shifted && shifted !== notice.cureLastDay
        ? [`Par prudence, comptez jusqu’au ${formatDay(shifted)}, premier jour ouvré qui suit.`]
        : []),
      `Résilier ne sera possible qu’à partir du ${formatDay(notice.terminationAvailableFrom ?? notice.cureLastDay)}, par un second acte : rien n’est automatique.`,
    ]
  }
  const closed = after.formalNotices.find(({ id }) => id === noticeOf(act))
  const was = before.formalNotices.find(({ id }) => id === closed?.id)
  if (!closed || closed.status === was?.status) return []
  if (act.type === 'formal_notice_remedied') {
    return ['Le manquement est tenu pour réparé : cette mise en demeure ne permettra plus de résilier.']
  }
  return act.type === 'formal_notice_abandoned'
    ? ['La procédure s’arrête : cette mise en demeure ne permettra plus de résilier.']
    : []
}

function labelSentences({ act, labels }: Consequence, { placeName, terms }: Told): string[] {
  const grouped = Map.groupBy(labels, ({ until, outcome }) => `${until} ${outcome}`)
  const told = [...grouped.values()].map((ends) => {
    const names = ends.map(({ place }) => placeName(place)).join(', ')
    return `${labelWords(ends[0])} : ${names}.`
  })
  const isPartial = 'scope' in act && act.scope === 'partial' && labels.length > 0 && terms.labelLoss !== null
  return isPartial ? [...told, 'Les autres lieux gardent leurs labels.', OTHER_SCOPE] : told
}

/** The reading that is not retained, told beside the other. AGR-55, AGR-126. */
const OTHER_SCOPE =
  'Autre lecture possible : une résiliation partielle ferait perdre leur label à tous les lieux de la liste.'

function labelWords(end: LabelEnd | undefined): string {
  if (!end?.until) return 'Labels conservés'
  return end.outcome === 'withdrawn'
    ? `Labels retirés à partir du ${formatDay(end.until)}, sur la liste, les fiches et la carte`
    : `Labels qui prennent fin avec la convention, plus affichés à partir du ${formatDay(end.until)}`
}

function noticeOf(act: Act): string {
  return 'formalNotice' in act ? (act.formalNotice ?? '') : ''
}
