import type { JournalFamilies } from '../../platform/journal/families.ts'

/** What its lines of the journal say. */
export const equipmentActions: JournalFamilies = {
  charge: {
    name: 'Frais après un incident de matériel',
    actions: {
      announced: 'a annoncé à un emprunteur des frais après un incident',
      answered: 'a répondu aux frais annoncés après un incident',
      decided: 'a décidé des frais à la charge d’un emprunteur',
      settled: 'a noté que des frais étaient payés ou remis',
    },
  },
  consumable: {
    name: 'Consommables',
    actions: {
      added: 'a ajouté un consommable',
      moved: 'a enregistré une entrée ou une sortie de consommable',
    },
  },
  desk: {
    name: 'Guichets de prêt',
    actions: {
      opened: 'a ouvert un guichet',
      overridden: 'a changé les heures de certains jours au guichet',
      placed: 'a dit dans quel lieu de l’annuaire est un guichet',
      ruled: 'a changé la semaine d’un guichet',
    },
  },
  incident: {
    name: 'Incidents de matériel',
    actions: {
      assessed: 'a examiné un incident de matériel',
      'beyond-repair': 'a déclaré un matériel irréparable',
      closed: 'a clos un incident de matériel',
      declared: 'a déclaré une panne ou une intervention d’urgence sur du matériel prêté',
      'emergency-answered': 'a répondu à une intervention d’urgence sur du matériel prêté',
      found: 'a noté qu’un matériel perdu ou volé était retrouvé',
      opened: 'a ouvert un incident de matériel',
    },
  },
  'insurance-proof': {
    name: 'Attestations d’assurance',
    actions: {
      answered: 'a répondu à une attestation d’assurance',
      sent: 'a envoyé une attestation d’assurance',
    },
  },
  inventory: {
    name: 'Inventaires de matériel',
    actions: {
      changed: 'a modifié la fiche d’un inventaire',
      exported: 'a exporté un inventaire de matériel',
      opened: 'a ouvert un inventaire de matériel',
      'role-given': 'a donné un rôle dans un inventaire',
      'role-taken': 'a retiré un rôle dans un inventaire',
      ruled: 'a modifié le règlement d’un inventaire',
    },
  },
  loan: {
    name: 'Prêts de matériel',
    actions: {
      'appointment-moved': 'a pris un autre rendez-vous pour un prêt',
      approved: 'a accordé un prêt de matériel',
      cancelled: 'a annulé un prêt que sa convention ne couvre plus',
      closed: 'a clos un prêt de matériel',
      'conflict-settled': 'a tranché un passage noté sans réseau au guichet',
      displaced: 'a repris le matériel d’un prêt accordé, pour les besoins de la tête de réseau',
      disputed: 'a contesté ce que le guichet a constaté au retour d’un prêt',
      drafted: 'a préparé une demande de prêt',
      'entered-confirmed': 'a confirmé une demande de prêt saisie pour sa structure',
      inspected: 'a vérifié le matériel rendu',
      prepared: 'a préparé le matériel d’un prêt',
      'recall-lifted': 'n’attend plus le retour anticipé d’un prêt',
      recalled: 'a rappelé un prêt pour la fin de sa convention',
      rejected: 'a refusé un prêt de matériel',
      requested: 'a demandé un prêt de matériel',
      returned: 'a enregistré le retour de matériel',
      'risks-reviewed': 'a relu les prêts dont le matériel peut manquer',
      shortened: 'a raccourci un prêt jusqu’à la fin de sa convention',
      started: 'a remis le matériel d’un prêt',
      'unit-changed': 'a donné un autre exemplaire pour un prêt',
      unprepared: 'a remis en rayon le matériel d’un prêt',
      withdrawn: 'a renoncé à un prêt de matériel',
    },
  },
  'loan-displacement': {
    name: 'Reprises de prêts',
    actions: { answered: 'a répondu à la reprise d’un prêt accordé' },
  },
  'loan-early-return': {
    name: 'Retours anticipés de prêts',
    actions: {
      answered: 'a répondu à une demande de retour anticipé',
      asked: 'a demandé le retour anticipé d’un prêt',
    },
  },
  'loan-extension': {
    name: 'Prolongations de prêts',
    actions: {
      asked: 'a demandé la prolongation d’un prêt',
      decided: 'a répondu à une demande de prolongation',
    },
  },
  'loan-feed': {
    name: 'Agendas qui suivent des prêts',
    actions: {
      opened: 'a créé une adresse pour suivre des prêts dans un agenda',
      revoked: 'a retiré une adresse qui suivait des prêts dans un agenda',
    },
  },
  'loan-outcome': {
    name: 'Bilans de prêts',
    actions: { told: 'a raconté ce qu’un prêt a permis' },
  },
  'loan-reexamination': {
    name: 'Réexamens de décisions de prêt',
    actions: {
      answered: 'a répondu à une demande de réexamen d’un prêt',
      asked: 'a demandé le réexamen d’une décision de prêt',
    },
  },
  'loan-report': {
    name: 'États des lieux du matériel',
    actions: {
      corrected: 'a ouvert un nouvel état des lieux, qui remplace le précédent',
      noted: 'a noté l’état d’un matériel prêté',
      photographed: 'a ajouté une photo à un état des lieux',
      signed: 'a recueilli la réponse d’une partie à un état des lieux',
    },
  },
  maintenance: {
    name: 'Entretiens',
    actions: {
      done: 'a enregistré un entretien',
      planned: 'a réservé un exemplaire pour son entretien',
    },
  },
  'maintenance-plan': {
    name: 'Plans d’entretien',
    actions: {
      ended: 'a arrêté un plan d’entretien',
      opened: 'a ouvert un plan d’entretien',
    },
  },
  model: {
    name: 'Modèles de matériel',
    actions: {
      'accessory-added': 'a complété la liste des accessoires d’un modèle',
      'accessory-changed': 'a modifié la liste des accessoires d’un modèle',
      added: 'a ajouté un modèle au matériel',
      changed: 'a modifié un modèle du matériel',
      'notice-added': 'a ajouté une notice à un modèle',
      'notice-removed': 'a retiré une notice d’un modèle',
      'photo-added': 'a ajouté une photo à un modèle',
      'photo-removed': 'a retiré une photo d’un modèle',
      'photos-ordered': 'a changé l’ordre des photos d’un modèle',
      retired: 'a retiré un modèle du catalogue',
      'substitute-named': 'a désigné un modèle de remplacement',
    },
  },
  'repair-cost': {
    name: 'Coûts de réparation du matériel',
    actions: { added: 'a noté le coût d’une réparation de matériel' },
  },
  software: {
    name: 'Mises à jour de logiciels',
    actions: { updated: 'a noté une mise à jour de logiciel' },
  },
  'stock-import': {
    name: 'Imports de matériel',
    actions: {
      abandoned: 'a renoncé à l’import d’un fichier de matériel',
      applied: 'a écrit un fichier dans un inventaire de matériel',
      confirmed: 'a décidé d’écrire un fichier dans un inventaire de matériel',
      received: 'a envoyé un fichier à un inventaire de matériel',
    },
  },
  'stock-taking': {
    name: 'Inventaires physiques',
    actions: {
      abandoned: 'a abandonné un inventaire physique',
      begun: 'a commencé un inventaire physique',
      noted: 'a lu des étiquettes pour un inventaire physique',
      signed: 'a signé un inventaire physique',
    },
  },
  unit: {
    name: 'Exemplaires de matériel',
    actions: {
      added: 'a inscrit un exemplaire à l’inventaire',
      changed: 'a modifié la fiche d’un exemplaire',
      'lifecycle-changed': 'a changé l’état d’un exemplaire',
      relabelled: 'a remplacé l’étiquette d’un exemplaire',
      reserved: 'a réservé un exemplaire pour la tête de réseau',
      'transfer-arrived': 'a noté l’arrivée d’un exemplaire à un autre guichet',
      'transfer-cancelled': 'a annulé le trajet d’un exemplaire',
      'transfer-planned': 'a prévu le trajet d’un exemplaire vers un autre guichet',
    },
  },
  'waiting-list': {
    name: 'Listes d’attente',
    actions: {
      accepted: 'a accepté le matériel proposé depuis la liste d’attente',
      declined: 'a décliné le matériel proposé depuis la liste d’attente',
      joined: 's’est inscrit sur la liste d’attente d’un matériel',
      left: 'a quitté la liste d’attente d’un matériel',
      offered: 'a proposé un matériel à la liste d’attente',
    },
  },
}
