import { addDays, type Day } from '../../../../kernel/day.ts'
import { formatDay } from '../../../../ui/french.ts'
import { lastDayBeforeRenewal } from '../../domain/renewal-days.ts'
import { articleOf } from '../../domain/terms.ts'
import { linesOf, type Part, paragraph } from '../../domain/written-document.ts'
import { agreementWords } from './leaving-letters.ts'
import { articleWords, computedDays, groundsOf, type LetterContent, quoteOf } from './letter-content.ts'

export function dispute(content: LetterContent): Part[] {
  const { amicableDays, court } = content.state.termsInForce.dispute ?? { amicableDays: null, court: '' }
  return [
    paragraph(`${agreementWords(content)} Un désaccord nous oppose sur ce qui suit :`, ...groundsOf(content)),
    paragraph(`Nous vous le signalons en application de ${articleWords(content, 'dispute')}, ainsi rédigé :`),
    ...quoteOf(content, 'dispute'),
    paragraph(
      amicableDays === null
        ? 'Nous vous proposons de rechercher ensemble, sans attendre, une solution amiable.'
        : `Nous vous proposons de rechercher ensemble une solution amiable. Le délai de ${amicableDays} jours prévu pour cela commence le lendemain du jour où vous recevrez cette lettre.`,
      ...(court ? [`À défaut d’accord, le désaccord pourra être porté devant : ${court}.`] : []),
    ),
  ]
}

/** Both parties are told in time of what happens at the end of the period. It changes nothing by itself. AGR-36 */
export function renewalNotice(content: LetterContent): Part[] {
  const { state } = content
  return state.termsInForce.renewal.mode === 'tacit' && state.lastDayInForce === null
    ? tacitNotice(content)
    : expressNotice(content)
}

function tacitNotice(content: LetterContent): Part[] {
  const { state } = content
  const end = state.period?.lastDay
  const lastDay = end ? lastDayBeforeRenewal(state, end) : null
  return [
    paragraph(
      `${agreementWords(content)} La période en cours s’achève${said(' le ', end)}. Elle se poursuivra ensuite d’elle-même${end ? `, à compter du ${formatDay(addDays(end, 1))}` : ''}, en application de ${articleWords(content, 'renewal')}, ainsi rédigé :`,
    ),
    ...quoteOf(content, 'renewal'),
    paragraph('Vous n’avez rien à faire pour que la convention continue. Deux dates sont à retenir :'),
    ...computedDays(content, [
      { label: 'Fin de la période en cours', path: 'period.lastDay' },
      { label: 'Dernier jour pour demander un avenant', path: 'amendmentRequestDeadline' },
    ]),
    ...(lastDay
      ? [
          paragraph(
            `Pour que la convention s’arrête avant cette reconduction, la lettre de dénonciation ${lastDay < content.asked.plannedOn ? 'devait' : 'doit'} être envoyée au plus tard le ${formatDay(lastDay)}${articleOf(state.termsInForce, 'denunciation') ? ` (art. ${articleOf(state.termsInForce, 'denunciation')})` : ''}.`,
          ),
        ]
      : []),
    paragraph('Cet avis est donné pour information : il n’a pas d’effet juridique par lui-même.'),
  ]
}

function expressNotice(content: LetterContent): Part[] {
  const end = content.state.lastDayInForce
  return [
    paragraph(
      `${agreementWords(content)} Elle prend fin${said(' le ', end)} et rien ne la reconduit d’elle-même : voyez ${articleWords(content, 'renewal')}, ainsi rédigé :`,
    ),
    ...quoteOf(content, 'renewal'),
    ...computedDays(content, [{ label: 'Dernier jour de la convention', path: 'lastDayInForce' }]),
    paragraph(
      `Si nous souhaitons la poursuivre, un acte qui en fixe la durée doit être signé de toutes les parties${said(' au plus tard le ', end)}.`,
      'Cet avis est donné pour information : il n’a pas d’effet juridique par lui-même.',
    ),
  ]
}

/** Says that a request arrived, in time or late, and why. AGR-58, AGR-127 */
export function requestAnswer(content: LetterContent): Part[] {
  const { state, asked, agreement } = content
  const request = state.amendmentRequests.find(({ name }) => name === asked.request)
  const act = agreement.acts.find(({ id }) => id === asked.request)
  const object = act?.type === 'amendment_requested' ? linesOf(act.object ?? '') : []
  if (!request) return []
  return [
    paragraph(
      `${agreementWords(content)} Votre demande d’avenant nous est parvenue le ${formatDay(request.arrivedOn)}${object.length > 0 ? ' :' : '.'}`,
      ...(object.length > 0 ? [object] : []),
    ),
    ...timeliness(content, request),
    paragraph(
      'Un avenant ne prend effet qu’après la signature de toutes les parties. Nous vous proposons d’en préparer ensemble le texte.',
    ),
  ]
}

function timeliness(
  content: LetterContent,
  { name, limit, inTime }: { name: string; limit: Day | null; inTime: boolean },
): Part[] {
  if (limit === null)
    return [paragraph('La convention ne fixe pas de délai pour une telle demande : elle est enregistrée.')]
  const sentence = inTime
    ? `Elle est arrivée dans le délai : le dernier jour utile est le ${formatDay(limit)}.`
    : `Elle est arrivée hors délai : le dernier jour utile était le ${formatDay(limit)}. Elle n’est pas sans valeur pour autant : les parties peuvent signer un avenant à tout moment de la convention.`
  return [
    paragraph(
      `${sentence} ${articleWords(content, 'amendmentRequest').replace(/^l/, 'L')} est ainsi rédigé :`,
    ),
    ...quoteOf(content, 'amendmentRequest'),
    ...computedDays(content, [{ label: 'Dernier jour utile', path: `amendmentRequests.${name}.limit` }]),
  ]
}

function said(before: string, day: Day | null | undefined): string {
  return day ? `${before}${formatDay(day)}` : ''
}
