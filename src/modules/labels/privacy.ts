import { columnsOf, type Processing } from '../../platform/privacy/processing.ts'

/** Labels are given to places; only who recorded them is a person. */
export const labelsRegister: readonly Processing[] = [
  {
    id: 'labels',
    name: 'Les labels',
    purpose: 'Savoir qui a enregistré l’attribution d’un label, et ce qui lui est arrivé depuis.',
    basis: 'contract',
    people: 'Les chargées et chargés de mission du réseau.',
    data: 'La personne qui a enregistré le label, et quand.',
    recipients: 'Les chargées et chargés de mission du réseau, les personnes chargées du contrôle.',
    retention: 'Aussi longtemps que la convention qui porte le label.',
    rules: [],
    columns: columnsOf({
      'labels.award': ['recorded_by'],
      'labels.award_act': ['recorded_by'],
      'labels.award_address': ['recorded_by'],
    }),
  },
  {
    id: 'listes-de-lieux-pour-un-label',
    name: 'Les listes de lieux proposées pour un label',
    purpose:
      'Savoir qui a proposé des lieux, qui siégeait, qui a signé la charte pour eux et en quelle qualité.',
    basis: 'contract',
    people:
      'Les membres des structures partenaires, les personnes qui siègent à leur comité, celles qui signent la charte.',
    data: 'Composition du comité et compte rendu ; nom et qualité de qui signe ; auteur et date de chaque ajout ; tableau envoyé ; motif d’une réserve ou d’une exclusion.',
    recipients:
      'La structure qui propose et la tête du réseau ; le lieu concerné, pour la charte et ce qui est décidé de lui.',
    retention: 'Aussi longtemps que les labels attribués d’après la liste : la charte en est le fondement.',
    rules: [],
    columns: columnsOf({
      'labels.place_list': ['created_by', 'committee', 'minutes'],
      'labels.listed_place': ['added_by', 'reason'],
      'labels.list_upload': ['uploaded_by', 'lines'],
      'labels.charter_signature': ['signer_name', 'signer_title', 'recorded_by'],
    }),
  },
  {
    id: 'label-schemes',
    name: 'La définition des labels',
    purpose:
      'Savoir qui a écrit et publié ce que demande un label, et qui a ouvert ou prolongé une campagne.',
    basis: 'contract',
    people: 'Les chargées et chargés de mission du réseau.',
    data: 'La personne qui a écrit, publié, ouvert ou prolongé, et quand.',
    recipients: 'Les chargées et chargés de mission du réseau, les personnes chargées du contrôle.',
    retention: 'Aussi longtemps que le label existe : les attributions en dépendent.',
    rules: [],
    columns: columnsOf({
      'labels.scheme_version': ['published_by'],
      'labels.scheme_draft': ['changed_by'],
      'labels.edition': ['created_by'],
      'labels.edition_extension': ['by'],
    }),
  },
  {
    id: 'candidatures-aux-labels',
    name: 'Les candidatures aux labels',
    purpose: 'Préparer, envoyer et suivre les dossiers de candidature d’une structure, avec leurs pièces.',
    basis: 'contract',
    people:
      'Les membres des structures qui candidatent, et les personnes que leurs réponses et leurs pièces nomment.',
    data: 'Auteur et date de chaque saisie et de chaque étape ; réponses, contestations, motifs et pièces jointes.',
    recipients:
      'La structure qui candidate ; une fois le dossier envoyé, ceux qui l’instruisent, les experts et le jury selon ce qui leur est ouvert.',
    retention:
      'Les réponses et les liens aux pièces d’un dossier refusé, retiré ou classé, vingt-quatre mois (ou la durée que fixe le label) après le délai de recours. Un dossier dont le label est porté reste avec lui ; une pièce, tant que la structure la garde.',
    rules: ['labels.applications'],
    columns: columnsOf({
      'labels.application': ['created_by', 'sent_because'],
      'labels.application_event': ['by'],
      'labels.application_section': ['changed_by'],
      'labels.application_answer': ['value', 'contested', 'changed_by'],
      'labels.proof': ['added_by', 'words', 'name'],
    }),
  },
  {
    id: 'decisions-sur-les-labels',
    name: 'Les décisions sur les labels',
    purpose:
      'Savoir qui a décidé, en quelle qualité et pourquoi, comment la décision a été notifiée et comment elle a été contestée.',
    basis: 'public-task',
    people:
      'Les signataires et les personnes de la tête de réseau qui enregistrent ou examinent, les membres des structures qui ouvrent, répondent ou contestent.',
    data: 'Nom et qualité du signataire ; motifs, observations, recours et réponses, qui peuvent nommer des personnes ; auteur et date de chaque acte.',
    recipients:
      'La structure concernée, les personnes de la tête de réseau qui suivent les labels ou les contrôlent.',
    retention:
      'Aussi longtemps que le label et les recours qu’il permet : une décision n’est ni modifiée ni effacée, celle qui la remplace s’y ajoute.',
    rules: [],
    columns: columnsOf({
      'labels.decision': [
        'signer_name',
        'signer_title',
        'recorded_by',
        'reasons',
        'criteria',
        'until_condition',
        'correction',
      ],
      'labels.hearing': ['grounds', 'recorded_by'],
      'labels.hearing_answer': ['words', 'recorded_by'],
      'labels.notification_fact': ['recorded_by'],
      'labels.appeal': ['grounds', 'recorded_by'],
      'labels.appeal_event': ['reason', 'reviewer_id', 'recorded_by'],
    }),
  },
  {
    id: 'instruction-des-candidatures',
    name: 'L’instruction des candidatures aux labels',
    purpose:
      'Savoir qui examine un dossier, ce qui est demandé et répondu, ce que disent les experts et les visites, ce qui est proposé.',
    basis: 'contract',
    people:
      'Les instructeurs, les experts, les visiteurs, les membres de la structure qui candidate, et les personnes que ces textes ou ces photos montrent.',
    data: 'Auteur et date de chaque acte ; constats, compléments, avis, comptes rendus, photos prises avec l’accord des personnes, motifs proposés.',
    recipients:
      'Les instructeurs du territoire et la tête de réseau ; un expert, pour les seuls critères de sa question ; la structure, pour ce qui lui est demandé, les comptes rendus et les avis partagés.',
    retention:
      'Les textes et les photos, aussi longtemps que les réponses du dossier. La présence sur un dossier, une heure.',
    rules: ['labels.instruction'],
    columns: columnsOf({
      'labels.instructor_group': ['opened_by'],
      'labels.instructor': ['person_id', 'added_by'],
      'labels.routing': ['person_id', 'by'],
      'labels.review_section': ['changed_by'],
      'labels.review_mark': ['message'],
      'labels.completion_request': ['asked_by', 'answered_by', 'message'],
      'labels.completion_item': ['message', 'answer', 'answered_by'],
      'labels.opinion': ['person_id', 'asked_by', 'body'],
      'labels.visit': ['visitors', 'proposed_by', 'reported_by', 'report', 'findings', 'reply', 'replied_by'],
      'labels.visit_photo': ['caption'],
      'labels.proposal': ['reasons', 'by_criterion', 'proposed_by'],
      'labels.presence': ['person_id'],
    }),
  },
  {
    id: 'jurys-des-labels',
    name: 'Les jurys des labels',
    purpose:
      'Faire lire, noter et décider des candidatures par un jury sans lien avec elles, et pouvoir en rendre compte.',
    basis: 'contract',
    people: 'Les membres des jurys, et les personnes qui en tiennent le secrétariat.',
    data: 'Siège, mandat et territoires déclarés ; liens déclarés ; notes et commentaires ; présence et déports en séance.',
    recipients:
      'Les notes et les commentaires, sans nom, les autres membres qui ont fini et ceux qui délibèrent ; les liens déclarés, la personne elle-même. Un candidat ne lit jamais le nom d’un membre à côté d’une note.',
    retention:
      'Notes, commentaires, liens et territoires déclarés, vingt-quatre mois (ou la durée que fixe le label) après le délai de recours ; les médianes et les décisions restent.',
    rules: ['labels.jury'],
    columns: columnsOf({
      'labels.jury': ['constituted_by'],
      'labels.juror': ['person_id', 'territories', 'named_by'],
      'labels.admission': ['checked_by'],
      'labels.reading': ['assigned_by'],
      'labels.interest_declaration': ['interest', 'words', 'recorded_by'],
      'labels.mark': ['mark', 'comment'],
      'labels.deliberation': ['opened_by'],
      'labels.deliberated': ['recorded_by', 'deviation', 'reasons'],
      'labels.comparison_consent': ['changed_by'],
    }),
  },
]
