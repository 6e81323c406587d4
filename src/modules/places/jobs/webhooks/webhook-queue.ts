/** Enqueued with the last failure of a webhook, in its transaction. */
export const webhookGaveUp = { name: 'places/tell-webhook-gave-up' } as const
