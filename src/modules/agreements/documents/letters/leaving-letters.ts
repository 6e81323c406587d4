import { formatDay } from '../../../../ui/french.ts'
import { type Part, paragraph } from '../../domain/written-document.ts'
import {
  articleWords,
  computedDays,
  groundsOf,
  type LetterContent,
  quoteOf,
  scopeParts,
} from './letter-content.ts'

/** The letters by which a party leaves, or makes the other answer for a breach: what stands between greeting and signature. */

export function denunciation(content: LetterContent): Part[] {
  return [
    paragraph(
      `${agreementWords(content)} Par la présente lettre, nous la dénonçons, comme le permet ${articleWords(content, 'denunciation')}, ainsi rédigé :`,
    ),
    ...quoteOf(content, 'denunciation'),
    paragraph('En conséquence :'),
    ...computedDays(content, [{ label: 'Dernier jour de la convention', path: 'lastDayInForce' }]),
    paragraph(
      'Jusqu’à ce jour inclus, la convention produit tous ses effets et chacun de nous continue à tenir ses engagements.',
      ...(content.state.termsInForce.labelLoss
        ? ['Les labels attribués au titre de la convention prennent fin avec elle, sans être retirés.']
        : []),
    ),
  ]
}

export function formalNotice(content: LetterContent): Part[] {
  const { id } = content.consequence?.act ?? {}
  return [
    paragraph(`${agreementWords(content)} Nous constatons les manquements suivants :`, ...groundsOf(content)),
    ...scopeParts(
      content,
      'Ces manquements concernent la convention entière.',
      'Ces manquements concernent les lieux suivants :',
    ),
    paragraph(
      `Nous vous mettons en demeure d’y remédier. ${capital(articleWords(content, 'formalNotice'))} est ainsi rédigé :`,
    ),
    ...quoteOf(content, 'formalNotice'),
    paragraph('En conséquence :'),
    ...computedDays(content, [
      {
        label: 'Dernier jour pour remédier aux manquements, inclus',
        path: `formalNotices.${id}.cureLastDay`,
      },
      { label: 'Résiliation possible à partir du', path: `formalNotices.${id}.terminationAvailableFrom` },
    ]),
    paragraph(
      'Passé ce délai, la résiliation n’est jamais automatique : elle demanderait un second envoi. Nous souhaitons trouver avec vous le moyen de l’éviter.',
    ),
  ]
}

export function termination(content: LetterContent): Part[] {
  const { asked, agreement, state } = content
  const notice = state.formalNotices.find(({ id }) => id === asked.formalNotice)
  const sentOn = agreement.acts.find(({ id }) => id === asked.formalNotice)?.occurredOn
  return [
    paragraph(
      `${agreementWords(content)} Nous vous avons mis en demeure${sentOn ? `, par lettre recommandée du ${formatDay(sentOn)},` : ''} de remédier à des manquements.${notice?.cureLastDay ? ` Le délai pour le faire s’est achevé le ${formatDay(notice.cureLastDay)} sans que les manquements aient été réparés.` : ''}`,
      ...groundsOf(content),
    ),
    paragraph(`${capital(articleWords(content, 'formalNotice'))} est ainsi rédigé :`),
    ...quoteOf(content, 'formalNotice'),
    ...scopeParts(
      content,
      'En conséquence, nous résilions la convention dans son entier.',
      'En conséquence, nous résilions la convention pour les seuls lieux suivants, qui en sortent le lendemain de l’envoi. Elle se poursuit pour les autres.',
    ),
    ...(asked.scope.kind === 'full'
      ? computedDays(content, [{ label: 'Dernier jour de la convention', path: 'lastDayInForce' }])
      : []),
    ...(state.termsInForce.labelLoss
      ? [paragraph('Les labels des lieux visés sont retirés à compter du lendemain.')]
      : []),
  ]
}

/** « La convention 2026-0001 nous lie depuis le 12 juin 2026. » */
export function agreementWords({ agreement, state }: LetterContent): string {
  const since = state.enteredIntoForceOn
  return `La convention ${agreement.reference} nous lie${since ? ` depuis le ${formatDay(since)}` : ''}.`
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
