import type { JournalFamilies } from '../../platform/journal/families.ts'

/** What its lines of the journal say. */
export const facilitatorsActions: JournalFamilies = {
  facilitator: {
    name: 'Fiches des animatrices et animateurs',
    actions: {
      'card-changed': 'a modifié sa fiche d’animatrice ou d’animateur',
      'card-removed': 'a retiré toute sa fiche d’animatrice ou d’animateur',
      'written-to': 'a écrit à une animatrice ou un animateur par l’annuaire',
    },
  },
  facilitators: {
    name: 'Listes d’animatrices et animateurs',
    actions: { exported: 'a téléchargé la liste des animatrices et animateurs' },
  },
  'organisation-directory': {
    name: 'Annuaire des structures',
    actions: {
      closed: 'a fermé l’annuaire des structures',
      opened: 'a ouvert l’annuaire des structures',
    },
  },
  'organisation-offer': {
    name: 'Compétences des structures',
    actions: { changed: 'a écrit les compétences d’une structure' },
  },
}
