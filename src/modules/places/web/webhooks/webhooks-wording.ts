import { formatMoment } from '../../../../ui/french.ts'
import type { FollowedWebhook } from '../../data/webhooks/webhooks.store.ts'

/** « 17 juin 2026 à 14 h 30 : réponse 503 ». */
export function lastText({ last }: Pick<FollowedWebhook, 'last'>): string {
  if (!last) return 'aucun encore'
  return `${formatMoment(last.at)} : ${last.status === null ? 'sans réponse' : `réponse ${last.status}`}`
}

export function stateText({ ended, failures, nextTryAt }: FollowedWebhook): string {
  if (ended?.because === 'silent')
    return `arrêté : trop longtemps sans réponse, depuis le ${formatMoment(ended.at)}`
  if (ended) return 'arrêté'
  return failures > 0 ? `nouvel essai ${formatMoment(nextTryAt)}` : 'prévenu'
}

interface GaveUp {
  webhook: Pick<FollowedWebhook, 'name' | 'url' | 'last'>
  networkName: string
  /** Of the page of webhooks. */
  address: string
}

/** Told once to those who may put it right. DIR-83. */
export function gaveUpMail({ webhook, networkName, address }: GaveUp) {
  const { name, url } = webhook
  return {
    subject: `${networkName} : ${name} n’est plus prévenu des changements de l’annuaire`,
    body: [
      'Bonjour,',
      `Depuis près de trois jours, ${name} ne répond pas aux avis de changement. Plus rien ne lui est envoyé.`,
      `Son adresse : ${url}`,
      `Dernier message : ${lastText(webhook)}`,
      'Quand le service répond de nouveau, ajoutez-le une nouvelle fois. Ce qu’il a manqué se relit par /api/v1/changes.',
      address,
      networkName,
    ].join('\n\n'),
  }
}
