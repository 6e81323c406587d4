import type { Problem } from '../../../../platform/http/form.ts'
import type { FeedRefusal } from '../../use-cases/board/follow-agenda.ts'

export const feedRefusals: Record<FeedRefusal, Problem> = {
  'already-followed': {
    field: null,
    message:
      'Cette adresse existe déjà : elle est dans la liste. Retirez-la d’abord pour en créer une autre.',
  },
  'not-the-network': {
    field: 'pour',
    message: 'Seule la tête du réseau peut suivre toutes les conventions : choisissez les vôtres.',
  },
  'no-such-feed': { field: null, message: 'Cette adresse n’existe plus : rechargez la page.' },
}
