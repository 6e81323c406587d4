import type { WebhookId } from '../../domain/webhooks/webhook.ts'

export const webhookRoutesOf = {
  list: '/reglages/avis-de-changement',
  ending: '/reglages/avis-de-changement/:avis/retrait',
} as const

export const webhookPaths = {
  list: (base: string) => `${base}${webhookRoutesOf.list}`,
  ending: (base: string, id: WebhookId) => `${base}/reglages/avis-de-changement/${id}/retrait`,
}
