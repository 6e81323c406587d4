import type { JournalFamilies, JournalSubject } from '../../platform/journal/families.ts'
import { HEAD_ROLES } from '../../platform/session/actor.ts'

const agreement: JournalSubject = {
  path: '/conventions/:id',
  roles: [...HEAD_ROLES, 'partner', 'facilitator'],
}

/** What its lines of the journal say. */
export const agreementsActions: JournalFamilies = {
  act: {
    name: 'Corrections d’actes',
    page: agreement,
    actions: { corrected: 'a corrigé ou retiré un acte d’une convention' },
  },
  agreement: {
    name: 'Conventions',
    page: agreement,
    actions: {
      completed: 'a complété un projet de convention',
      denounced: 'a enregistré la dénonciation d’une convention',
      drafted: 'a préparé un projet de convention',
      signed: 'a enregistré une signature',
      'taken-over': 'a repris une convention existante',
      terminated: 'a enregistré une résiliation',
    },
  },
  'agreement-setting': {
    name: 'Règles des conventions',
    actions: { changed: 'a changé les règles des conventions du réseau' },
  },
  amendment: {
    name: 'Avenants',
    page: agreement,
    actions: {
      changed: 'a modifié un avenant en préparation',
      drafted: 'a préparé un avenant',
      requested: 'a enregistré une demande d’avenant',
      signed: 'a enregistré une signature d’avenant',
    },
  },
  annex: {
    name: 'Lieux des conventions',
    page: agreement,
    actions: { changed: 'a modifié la liste des lieux d’une convention' },
  },
  authority: {
    name: 'Actes d’autorité',
    page: agreement,
    actions: {
      recorded: 'a joint un acte d’autorité à une convention',
      'set-aside': 'a mis de côté un acte d’autorité',
    },
  },
  'committee-decision': {
    name: 'Décisions de comité',
    page: agreement,
    actions: { recorded: 'a enregistré une décision de comité' },
  },
  communication: {
    name: 'Communications',
    page: agreement,
    actions: {
      answered: 'a répondu à une demande de communication',
      requested: 'a demandé l’accord pour une communication',
    },
  },
  damages: {
    name: 'Demandes de dommages',
    page: agreement,
    actions: { claimed: 'a enregistré une demande de dommages réservée' },
  },
  decision: {
    name: 'Décisions publiées',
    actions: {
      changed: 'a modifié un projet de décision',
      prepared: 'a préparé une décision à publier',
      published: 'a publié une décision',
      transmitted: 'a enregistré la transmission d’une décision au représentant de l’État',
      withdrawn: 'a retiré une décision publiée',
    },
  },
  denunciation: {
    name: 'Retraits de dénonciation',
    page: agreement,
    actions: { withdrawn: 'a enregistré le retrait d’une dénonciation' },
  },
  dispute: {
    name: 'Différends',
    page: agreement,
    actions: {
      opened: 'a ouvert un différend',
      settled: 'a enregistré le règlement d’un différend',
    },
  },
  document: {
    name: 'Documents des conventions',
    page: agreement,
    actions: {
      downloaded: 'a téléchargé un document d’une convention',
      issued: 'a fait émettre un document d’une convention',
    },
  },
  draft: {
    name: 'Projets de convention',
    page: agreement,
    actions: {
      'approvals-cancelled': 'a annulé, en changeant un projet, des approbations pour signature',
      approved: 'a approuvé un projet de convention pour signature',
      'clause-written': 'a écrit un article d’un projet de convention',
      commented: 'a commenté un article d’un projet de convention',
      'proposal-accepted': 'a accepté une proposition dans un projet de convention',
      'proposal-refused': 'a refusé une proposition dans un projet de convention',
      'proposal-withdrawn': 'a retiré une proposition dans un projet de convention',
      shared: 'a partagé un projet de convention avec le co-contractant',
      'term-proposed': 'a proposé de changer un terme d’un projet de convention',
      'text-proposed': 'a proposé un autre texte pour un article d’un projet de convention',
      'word-proposed': 'a proposé des changements à un projet depuis un fichier Word',
    },
  },
  evidence: {
    name: 'Preuves déclarées',
    page: agreement,
    actions: {
      declared: 'a déclaré la preuve d’une obligation',
      withdrawn: 'a retiré une preuve déclarée',
    },
  },
  feed: {
    name: 'Agendas qui suivent les échéances',
    actions: {
      opened: 'a créé une adresse pour suivre les échéances dans un agenda',
      revoked: 'a retiré une adresse qui suivait les échéances',
    },
  },
  'formal-notice': {
    name: 'Mises en demeure',
    page: agreement,
    actions: {
      closed: 'a enregistré la suite d’une mise en demeure',
      given: 'a enregistré une mise en demeure',
    },
  },
  letter: {
    name: 'Lettres recommandées',
    page: agreement,
    actions: {
      abandoned: 'a abandonné une lettre préparée',
      deposited: 'a noté le dépôt d’une lettre préparée',
      prepared: 'a préparé une lettre',
      tracked: 'a enregistré le suivi d’une lettre recommandée',
    },
  },
  'linked-office': {
    name: 'Doubles fonctions',
    page: agreement,
    actions: {
      declared: 'a déclaré une double fonction',
      ended: 'a enregistré la fin d’une double fonction',
    },
  },
  meeting: {
    name: 'Réunions de comité',
    page: agreement,
    actions: { recorded: 'a enregistré une réunion de comité' },
  },
  minutes: {
    name: 'Comptes rendus',
    page: agreement,
    actions: {
      answered: 'a répondu à un compte rendu',
      issued: 'a publié un compte rendu',
    },
  },
  office: {
    name: 'Interlocuteurs des conventions',
    page: agreement,
    actions: {
      ended: 'a enregistré la fin d’une fonction sur une convention',
      recorded: 'a ajouté un interlocuteur à une convention',
    },
  },
  operation: {
    name: 'Bilans de communication',
    page: agreement,
    actions: { reported: 'a transmis le bilan d’une opération' },
  },
  'publication-basis': {
    name: 'Fondements de publication',
    page: agreement,
    actions: {
      recorded: 'a enregistré le texte qui permet de publier une convention',
      withdrawn: 'a retiré le texte qui permettait de publier une convention',
    },
  },
  reading: {
    name: 'Lectures des conventions',
    page: agreement,
    actions: { chosen: 'a choisi une lecture pour une convention' },
  },
  renewal: {
    name: 'Reconductions',
    page: agreement,
    actions: { signed: 'a enregistré la signature d’une reconduction' },
  },
  signature: {
    name: 'Preuves de signature',
    page: agreement,
    actions: {
      documented: 'a joint l’original d’une signature',
      downloaded: 'a téléchargé un document de signature',
      ratified: 'a enregistré la ratification d’une signature',
    },
  },
  signing: {
    name: 'Signatures en ligne',
    page: agreement,
    actions: {
      closed: 'a fermé la signature en ligne d’une convention',
      'code-asked': 'a demandé un code pour signer une convention',
      declined: 'a refusé de signer une convention',
      opened: 'a ouvert la signature en ligne d’une convention',
      renewed: 'a prolongé un appel à signer',
      reopened: 'a rouvert la signature d’une convention',
    },
  },
  'takeover-import': {
    name: 'Tableaux de conventions à reprendre',
    page: { path: '/conventions/reprise/imports/:id', roles: ['officer'] },
    actions: {
      confirmed: 'a demandé la reprise d’un tableau de conventions',
      received: 'a reçu un tableau de conventions à reprendre',
    },
  },
  template: {
    name: 'Modèles de convention',
    page: { path: '/conventions/modeles/:id', roles: [...HEAD_ROLES, 'partner', 'facilitator'] },
    actions: {
      changed: 'a modifié un modèle de convention en préparation',
      chosen: 'a choisi le modèle de référence du réseau',
      copied: 'a copié un modèle de convention',
      drafted: 'a préparé une nouvelle version d’un modèle de convention',
      dropped: 'a abandonné un modèle de convention en préparation',
      published: 'a publié un modèle de convention',
      retired: 'a retiré un modèle de convention',
    },
  },
  'waiting-act': {
    name: 'Actes à confirmer',
    page: agreement,
    actions: {
      abandoned: 'a abandonné un acte qui attendait une autre personne',
      confirmed: 'a confirmé un acte préparé par une autre personne',
      prepared: 'a préparé un acte qu’une autre personne doit confirmer',
    },
  },
}
