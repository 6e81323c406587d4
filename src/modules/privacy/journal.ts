import type { JournalFamilies } from '../../platform/journal/families.ts'
import { HEAD_ROLES } from '../../platform/session/actor.ts'

/** What its lines of the journal say. */
export const privacyActions: JournalFamilies = {
  consent: {
    name: 'Accords de diffusion',
    actions: {
      given: 'a accepté qu’une information soit montrée',
      withdrawn: 'a retiré son accord à montrer une information',
    },
  },
  consents: {
    name: 'Revues des accords de diffusion',
    actions: { reviewed: 'a revu ce qui est montré de son compte' },
  },
  data: {
    name: 'Données téléchargées',
    actions: { exported: 'a téléchargé ses données' },
  },
  person: {
    name: 'Personnes effacées',
    actions: { erased: 'a effacé les données d’une personne' },
  },
  request: {
    name: 'Demandes sur les données',
    page: { path: '/reglages/vie-privee/demandes/:id', roles: HEAD_ROLES },
    actions: {
      answered: 'a répondu à une demande sur des données personnelles',
      extended: 'a prolongé le délai d’une demande sur des données personnelles',
      filed: 'a déposé une demande sur ses données personnelles',
      verified: 'a confirmé une demande sur ses données personnelles',
    },
  },
}
