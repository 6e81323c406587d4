import { columnsOf, type Processing } from '../../platform/privacy/processing.ts'

/** What is kept about those who sign and record agreements. */
export const agreementsRegister: readonly Processing[] = [
  {
    id: 'conventions',
    name: 'Les conventions',
    purpose: 'Préparer les conventions, garder la preuve de qui les a signées, et suivre leurs échéances.',
    basis: 'contract',
    people: 'Les représentants des parties, et les personnes qui enregistrent les actes.',
    data: 'Nom et qualité du représentant et du signataire, jour de la signature, personne qui a enregistré l’acte.',
    recipients:
      'Les deux parties à la convention, les chargées et chargés de mission du réseau, les personnes chargées du contrôle.',
    retention:
      'Aussi longtemps que la convention peut être invoquée. Un acte signé n’est jamais réécrit, même si le compte de la personne est effacé.',
    rules: [],
    columns: columnsOf({
      'agreements.agreement': ['representative_name', 'representative_title', 'created_by'],
      'agreements.act': ['recorded_by', 'payload'],
      'agreements.amendment': ['created_by'],
      'agreements.template': ['created_by', 'published_by', 'retired_by'],
      'agreements.reference_template': ['chosen_by'],
    }),
  },
  {
    id: 'negociation-des-projets',
    name: 'La négociation des projets de convention',
    purpose: 'Écrire un projet à deux parties, et savoir qui a proposé, accepté ou approuvé quel texte.',
    basis: 'contract',
    people: 'Les chargées et chargés de mission du réseau, et les responsables du co-contractant.',
    data: 'Qui a partagé le projet, écrit, commenté, proposé, décidé ou approuvé, à quel instant, et les mots du fil.',
    recipients: 'Les deux parties à la convention, les personnes chargées du contrôle.',
    retention:
      'Aussi longtemps que la convention peut être invoquée : le fil dit comment son texte a été convenu. Après l’effacement d’un compte, il reste sans nom.',
    rules: [],
    columns: columnsOf({
      'agreements.agreement': ['shared_by'],
      'agreements.draft_clause': ['written_by'],
      'agreements.draft_remark': ['written_by', 'words', 'answer', 'decided_by'],
      'agreements.draft_approval': ['approved_by'],
    }),
  },
  {
    id: 'signatures-en-ligne',
    name: 'Les signatures en ligne et les originaux',
    purpose: 'Appeler à signer, et prouver qui a signé, pour qui, en quelle qualité, quand et quel texte.',
    basis: 'contract',
    people: 'Les personnes appelées à signer, et celles qui ouvrent la signature ou joignent un original.',
    data: 'Nom, qualité et compte du signataire, phrases déclarées, instants du code, partie réseau de l’adresse et nom du navigateur ; qui garde l’original.',
    recipients:
      'Les deux parties à la convention, les chargées et chargés de mission du réseau, les personnes chargées du contrôle.',
    retention:
      'Aussi longtemps que la convention peut être invoquée. La preuve d’une signature n’est jamais réécrite, même si le compte de la personne est effacé.',
    rules: [],
    columns: columnsOf({
      'agreements.signing': ['opened_by', 'closed_by'],
      'agreements.signing_call': ['person_id'],
      'agreements.signature_evidence': [
        'person_id',
        'signer_name',
        'signer_quality',
        'address',
        'user_agent',
      ],
      'agreements.signature_document': ['kept_by_head', 'kept_by_partner', 'added_by'],
    }),
  },
  {
    id: 'courriers-et-documents',
    name: 'Les courriers préparés et les documents émis',
    purpose: 'Préparer les lettres entre les parties, et rendre le même document à qui le redemande.',
    basis: 'contract',
    people:
      'Les signataires et les destinataires des lettres, les représentants des parties, les personnes qui les préparent.',
    data: 'Nom, qualité et adresse écrits sur la lettre ; ce que dit un document émis ; qui l’a préparé, abandonné ou fait émettre.',
    recipients:
      'Les chargées et chargés de mission du réseau ; l’autre partie, une fois la lettre déposée ; les personnes chargées du contrôle.',
    retention: 'Aussi longtemps que la convention peut être invoquée. Un document émis n’est jamais réécrit.',
    rules: [],
    columns: columnsOf({
      'agreements.prepared_letter': ['asked', 'written', 'prepared_by', 'abandoned_by'],
      'agreements.issued_document': ['data', 'issued_by'],
    }),
  },
  {
    id: 'conventions-reprises',
    name: 'La reprise des conventions déjà signées',
    purpose:
      'Garder le document signé d’une convention reprise, et dire qui l’a reprise et où sont les originaux.',
    basis: 'contract',
    people: 'Les personnes qui reprennent des conventions, et celles qui gardent un original.',
    data: 'Personne qui a repris la convention ou envoyé le tableau ; qui garde l’original, si le nom en est donné.',
    recipients:
      'Les deux parties à la convention, les chargées et chargés de mission du réseau, les personnes chargées du contrôle.',
    retention: 'Aussi longtemps que la convention peut être invoquée.',
    rules: [],
    columns: columnsOf({
      'agreements.takeover': ['kept_by_head', 'kept_by_partner', 'taken_over_by'],
      'agreements.takeover_import': ['received_by'],
    }),
  },
  {
    id: 'echeances-agenda',
    name: 'Les agendas qui suivent les échéances',
    purpose: 'Montrer à une personne, dans son propre agenda, les échéances des conventions qu’elle lit.',
    basis: 'contract',
    people: 'Les membres qui ont créé une adresse d’agenda.',
    data: 'La personne, le jour de création de l’adresse, celui où elle l’a retirée. Le secret de l’adresse n’est pas gardé.',
    recipients: 'La personne elle-même ; la tête du réseau pour l’adresse de tout le réseau.',
    retention: 'Jusqu’à l’effacement du compte.',
    rules: [],
    columns: columnsOf({ 'agreements.feed': ['person_id', 'created_by'] }),
  },
  {
    id: 'obligations',
    name: 'Les preuves déclarées et les réunions',
    purpose:
      'Suivre ce que chaque partie doit, et garder qui a déclaré quoi et qui était présent aux réunions.',
    basis: 'contract',
    people: 'Les personnes qui déclarent une preuve, et celles qui participent aux réunions des comités.',
    data: 'Les mots de la déclaration, son auteur, les noms des personnes présentes.',
    recipients:
      'Les deux parties à la convention, les chargées et chargés de mission du réseau, les personnes chargées du contrôle.',
    retention:
      'Aussi longtemps que la convention peut être invoquée. Une preuve déclarée n’est jamais réécrite : elle se retire par une autre ligne.',
    rules: [],
    columns: columnsOf({
      'agreements.declared_evidence': ['statement', 'recorded_by'],
      'agreements.meeting_attendance': ['attendees'],
    }),
  },
  {
    id: 'interlocuteurs',
    name: 'Les interlocuteurs des conventions',
    purpose:
      'Savoir qui représente chaque partie, qui signe et à qui écrire, par quel acte, et voir les doubles fonctions.',
    basis: 'contract',
    people:
      'Les représentants, signataires et référents des parties, et les personnes qui tiennent ces listes.',
    data: 'Nom, qualité, courriel, téléphone, dates de la fonction ; fonction tenue ailleurs et ce qui est décidé à ce sujet ; qui a enregistré.',
    recipients:
      'Les deux parties à la convention, les jurys et comités pour les doubles fonctions, les personnes chargées du contrôle. Jamais le public.',
    retention:
      'Aussi longtemps que la convention peut être invoquée. À l’effacement du compte, le référent disparaît ; le représentant et le signataire perdent leurs coordonnées.',
    rules: [],
    columns: columnsOf({
      'agreements.office': ['name', 'title', 'email', 'phone', 'recorded_by', 'ended_by'],
      'agreements.linked_office': ['name', 'office', 'role', 'measure', 'declared_by', 'ended_by'],
    }),
  },
  {
    id: 'pieces-et-decisions',
    name: 'Les actes d’autorité, les décisions et les actes à confirmer',
    purpose:
      'Garder ce qui autorise à signer, ce qui est publié, ce qui est réclamé, et qui a préparé puis confirmé un acte qui engage.',
    basis: 'contract',
    people: 'Les personnes qui joignent une pièce, publient une décision, préparent ou confirment un acte.',
    data: 'La personne, l’instant et ce qu’elle a fait. Le public ne voit que la décision publiée, sans ces noms.',
    recipients: 'Les chargées et chargés de mission du réseau, les personnes chargées du contrôle.',
    retention: 'Aussi longtemps que la convention ou la décision peut être invoquée.',
    rules: [],
    columns: columnsOf({
      'agreements.authority_act': ['recorded_by', 'set_aside_by'],
      'agreements.damages_claim': ['recorded_by'],
      'agreements.decision': ['prepared_by', 'published_by', 'withdrawn_by'],
      'agreements.waiting_act': ['prepared_by', 'settled_by'],
      'agreements.network_setting': ['changed_by'],
      'agreements.publication_basis': ['recorded_by', 'withdrawn_by'],
    }),
  },
]
