import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { AnswerRefusal, AskRefusal } from '../../use-cases/networks/place-network.ts'

type TreeRefusal = AskRefusal | AnswerRefusal | 'not-placed' | 'slug-taken'

const sentences: Record<TreeRefusal, (details: Refusal['details']) => Problem> = {
  'no-such-network': () => ({
    field: 'reseau',
    message: 'Aucun réseau n’a cette adresse courte ici. Demandez-la à celle ou celui qui l’anime.',
  }),
  'placed-under-itself': () => ({
    field: 'reseau',
    message: 'C’est votre propre réseau. Indiquez l’adresse courte d’un autre.',
  }),
  'already-placed': ({ name }) => ({
    field: null,
    message: `Votre réseau est déjà placé sous ${name}. Quittez-le d’abord.`,
  }),
  'already-asked': () => ({
    field: null,
    message: 'Une demande attend déjà sa réponse. Retirez-la avant d’en faire une autre.',
  }),
  'no-such-request': () => ({
    field: null,
    message: 'Cette demande a déjà reçu une réponse, ou elle a été retirée. Rien n’a changé.',
  }),
  circle: () => ({
    field: null,
    message:
      'Votre réseau est déjà placé sous celui qui le demande, directement ou non : il ne peut pas être au-dessus de lui-même. Refusez cette demande.',
  }),
  'not-placed': () => ({
    field: null,
    message: 'Votre réseau n’est placé sous aucun autre. Rien n’a changé.',
  }),
  'slug-taken': () => ({
    field: 'adresse',
    message: 'Cette adresse est déjà celle d’un autre réseau. Choisissez-en une autre.',
  }),
}

export function problemOfTree({ refused, details }: Refusal<TreeRefusal>): Problem {
  return sentences[refused](details)
}
