import type { JournalFamilies } from '../../platform/journal/families.ts'

/** What its lines of the journal say. */
export const federationActions: JournalFamilies = {
  federation: {
    name: 'Réseaux suivis',
    actions: {
      declared: 'a déclaré un autre réseau',
      ended: 'a cessé de suivre un réseau ou de le laisser lire',
      noted: 'a écrit une note sur une fiche d’un autre réseau',
      'reading-asked': 'a demandé la lecture d’un réseau suivi',
      'reading-restarted': 'a demandé la relecture entière d’un réseau suivi',
      'same-answered': 'a répondu à un rapprochement proposé par un autre réseau',
      'same-heard': 'a reçu d’un autre réseau un rapprochement de deux lieux',
      'taken-over': 'a repris le lieu d’un autre réseau',
      'transfer-answered': 'a répondu à un lieu proposé par un autre réseau',
      'transfer-heard': 'a reçu d’un autre réseau la réponse à un lieu proposé',
      'transfer-offered': 'a proposé un lieu à un autre réseau',
      'transfer-withdrawn': 'a retiré la proposition d’un lieu à un autre réseau',
    },
  },
}
