import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { plural } from '../../../../ui/french.ts'
import type { RenewalRefusal } from '../../use-cases/renewal/sign-renewal.ts'

type OwnRefusal = Extract<RenewalRefusal, 'renewal-is-tacit' | 'renewal-durations-differ'>

export const renewalRefusals: Record<OwnRefusal, (details: Refusal['details']) => Problem> = {
  'renewal-is-tacit': () => ({
    field: null,
    message: 'Cette convention se reconduit d’elle-même : aucun acte n’est à signer.',
  }),
  'renewal-durations-differ': ({ years }) => ({
    field: 'duree',
    message: `L’autre partie a signé une reconduction de ${plural(Number(years), 'an', 'ans')} : toutes doivent signer la même durée. Vérifiez l’original.`,
  }),
}
