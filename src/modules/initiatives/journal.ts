import type { JournalFamilies } from '../../platform/journal/families.ts'

/** What its lines of the journal say. */
export const initiativesActions: JournalFamilies = {
  initiative: {
    name: 'Initiatives',
    page: { path: '/mes-initiatives/:id', roles: ['officer', 'reader', 'auditor', 'partner', 'facilitator'] },
    actions: {
      changed: 'a modifié une initiative',
      declared: 'a déclaré une initiative',
      hidden: 'a retiré une initiative de l’atlas',
      published: 'a publié une initiative dans l’atlas',
    },
  },
}
