import type { JournalFamilies } from '../../platform/journal/families.ts'

/** What its lines of the journal say. */
export const placesActions: JournalFamilies = {
  'base-map': {
    name: 'Fond de carte',
    actions: { chosen: 'a choisi le fond de carte des lieux' },
  },
  duplicates: {
    name: 'Doublons de lieux',
    actions: { searched: 'a fait comparer de nouveau tous les lieux' },
  },
  'embed-key': {
    name: 'Cartes intégrées',
    actions: {
      ended: 'a retiré la carte des lieux d’un site',
      made: 'a laissé un site montrer la carte des lieux',
    },
  },
  favourite: {
    name: 'Lieux mis dans une liste',
    actions: {
      kept: 'a mis un lieu dans une de ses listes',
      'let-go': 'a retiré un lieu d’une de ses listes',
    },
  },
  'favourite-list': {
    name: 'Listes de lieux',
    actions: {
      opened: 'a ouvert une liste de lieux',
      removed: 'a supprimé une de ses listes de lieux',
      renamed: 'a renommé une de ses listes de lieux',
      shared: 'a créé un lien vers une de ses listes de lieux',
      unshared: 'a repris le lien d’une de ses listes de lieux',
    },
  },
  'freshness-rule': {
    name: 'Règle de confirmation des fiches',
    actions: { changed: 'a changé la règle de confirmation des fiches de lieux' },
  },
  holidays: {
    name: 'Jours de fermeture',
    actions: {
      corrected: 'a corrigé les jours fériés',
      'correction-dropped': 'a retiré une correction des jours fériés',
    },
  },
  import: {
    name: 'Imports de lieux',
    page: { path: '/lieux/imports/:id', roles: ['officer', 'reader', 'auditor', 'partner'] },
    actions: {
      abandoned: 'a abandonné un import de lieux',
      applied: 'a publié des lieux importés',
      'columns-said': 'a dit à quoi servent les colonnes d’un fichier de lieux',
      confirmed: 'a décidé de publier un import de lieux',
      'correction-accepted': 'a accepté des corrections proposées sur un fichier de lieux',
      harvested: 'a récolté un fichier de lieux',
      received: 'a déposé un fichier de lieux',
      redone: 'a rétabli un import de lieux annulé',
      resumed: 'a repris un import de lieux interrompu',
      returned: 'a refusé de publier le fichier de lieux d’une organisation',
      'row-decided': 'a décidé d’une ligne en attente d’un fichier de lieux',
      stopped: 'a arrêté un import de lieux',
      submitted: 'a envoyé un fichier de lieux à la relecture',
      undone: 'a annulé un import de lieux',
      waits: 'a mis en attente la récolte d’un fichier de lieux',
    },
  },
  orientation: {
    name: 'Orientations suivies',
    actions: {
      answered: 'a dit ce qu’une orientation est devenue',
      corrected: 'a corrigé ce qu’une orientation est devenue',
      followed: 'a suivi une orientation, avec l’accord de la personne',
    },
  },
  'orientation-rule': {
    name: 'Suivi des orientations',
    actions: { chosen: 'a choisi si les orientations sont suivies' },
  },
  place: {
    name: 'Fiches de lieux',
    page: { path: '/lieux/:id/fiche', roles: ['officer', 'reader', 'auditor', 'partner', 'facilitator'] },
    actions: {
      'change-accepted': 'a accepté un changement de la fiche d’un lieu',
      'change-refused': 'a refusé un changement de la fiche d’un lieu',
      'change-undone': 'est revenu sur un changement de la fiche d’un lieu',
      closed: 'a enregistré la fermeture d’un lieu',
      confirmed: 'a confirmé la fiche d’un lieu',
      created: 'a ajouté un lieu',
      distinguished: 'a dit que deux fiches ne parlent pas du même lieu',
      'draft-kept': 'a gardé un brouillon de la fiche d’un lieu',
      edited: 'a modifié la fiche d’un lieu',
      exempted: 'a dispensé un lieu de confirmer sa fiche',
      'exemption-ended': 'a levé la dispense d’un lieu',
      'followed-up': 'a noté un geste envers un lieu en retard',
      hidden: 'a masqué la fiche d’un lieu',
      left: 'a quitté un lieu',
      located: 'a décidé du point d’un lieu sur la carte',
      merged: 'a fusionné deux fiches de lieu',
      'missing-kept': 'a gardé un lieu que sa source ne donne plus',
      'proposal-decided': 'a décidé de ce qu’une source dit d’un lieu',
      published: 'a publié la fiche d’un lieu',
      reopened: 'a rouvert un lieu',
      separated: 'a annulé une fusion de fiches de lieu',
      shown: 'a de nouveau affiché la fiche d’un lieu',
      staffed: 'a rattaché une personne à un lieu',
      tied: 'a rattaché une structure à un lieu',
      unstaffed: 'a mis fin au rattachement d’une personne à un lieu',
      untied: 'a mis fin au rattachement d’une structure à un lieu',
    },
  },
  'place-report': {
    name: 'Erreurs signalées sur les fiches',
    page: {
      path: '/lieux/signalements/:id',
      roles: ['officer', 'reader', 'auditor', 'partner', 'facilitator'],
    },
    actions: {
      answered: 'a répondu à un signalement d’erreur',
      sent: 'a signalé une erreur sur la fiche d’un lieu',
    },
  },
  'place-rule': {
    name: 'Relecture des fiches de lieux',
    actions: { chosen: 'a choisi si les changements des fiches de lieux sont relus' },
  },
  'school-holidays': {
    name: 'Vacances scolaires',
    actions: { loaded: 'a chargé les vacances scolaires' },
  },
  search: {
    name: 'Recherches enregistrées',
    actions: {
      dropped: 'a retiré une recherche de lieux gardée',
      saved: 'a gardé une recherche de lieux',
    },
  },
  source: {
    name: 'Sources de lieux',
    page: { path: '/lieux/imports/sources/:id', roles: ['officer', 'reader', 'auditor'] },
    actions: {
      changed: 'a changé ce qui est dit d’une source de lieux',
      declared: 'a déclaré une source de lieux',
      'harvest-asked': 'a demandé la récolte d’une source de lieux',
    },
  },
  territory: {
    name: 'Territoires du réseau',
    actions: {
      changed: 'a modifié un territoire du réseau',
      ended: 'ne propose plus un territoire du réseau',
      made: 'a donné un nom à un territoire du réseau',
      reopened: 'propose de nouveau un territoire du réseau',
    },
  },
  webhook: {
    name: 'Avis de changement',
    actions: {
      added: 'a fait prévenir un service des changements de l’annuaire',
      ended: 'a cessé de prévenir un service des changements de l’annuaire',
    },
  },
}
