import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { OfferRefusal } from '../../use-cases/organisations/keep-offer.ts'

const refusals: Record<OfferRefusal, Problem> = {
  'changed-meanwhile': {
    field: null,
    message:
      'Cette page a été enregistrée depuis par quelqu’un d’autre. Votre texte est gardé ici : comparez, puis enregistrez de nouveau.',
  },
  'offers-nothing': {
    field: 'competences',
    message: 'Cochez au moins une compétence : c’est par elle que l’on vous trouve.',
  },
}

export function problemOfOffer({ refused }: Refusal<OfferRefusal>): Problem {
  return refusals[refused]
}
