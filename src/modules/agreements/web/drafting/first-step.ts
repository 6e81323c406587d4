import type { FirstStep } from '../../../identity/index.ts'
import { listAgreements } from '../../data/agreements.queries.ts'
import { paths } from '../paths.ts'

export const draftFirstStep: FirstStep = {
  label: 'Préparer une convention',
  hint: 'Le modèle, le co-contractant et ses lieux : le projet se complète ensuite.',
  href: paths.newAgreement,
  isDone: async ({ db, reach }) => (await listAgreements(db, reach, { q: '', page: 1 })).total > 0,
}
