import type { Problem } from '../../../../platform/http/form.ts'
import type { ListRefusal } from '../../use-cases/favourites/keep-favourites.ts'

export const listProblems: Readonly<Record<Exclude<ListRefusal, 'no-such-list'>, Problem>> = {
  'name-taken': { field: 'nom', message: 'Vous avez déjà une liste de ce nom. Choisissez-en un autre.' },
  'main-list': {
    field: null,
    message: 'Cette liste reste : c’est là que vont vos favoris. Vous pouvez la vider.',
  },
}
