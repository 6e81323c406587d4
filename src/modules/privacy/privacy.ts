import { columnsOf, type Processing } from '../../platform/privacy/processing.ts'

/** What is kept to answer for people's data: their requests, their choices, the proof that they were followed. */
export const privacyRegister: readonly Processing[] = [
  {
    id: 'demandes',
    name: 'Les demandes sur vos données',
    purpose:
      'Répondre aux demandes des personnes sur leurs données, dans le délai de la loi, et pouvoir le prouver.',
    basis: 'legal-obligation',
    people: 'Toute personne qui fait une demande.',
    data: 'Nom, courriel, nature et texte de la demande, réponse.',
    recipients:
      'La déléguée ou le délégué à la protection des données, les chargées et chargés de mission du réseau, les personnes chargées du contrôle.',
    retention: '5 ans après la réponse.',
    rules: ['privacy.answered-requests'],
    columns: columnsOf({
      'privacy.request': [
        'requester_name',
        'email',
        'message',
        'person_id',
        'answer',
        'extension_reason',
        'answered_by',
      ],
      'privacy.erasure': ['person_id'],
    }),
  },
  {
    id: 'annuaire',
    name: 'L’annuaire des médiatrices et médiateurs',
    purpose: 'Montrer qui aide les habitants, quand la personne l’a accepté, champ par champ.',
    basis: 'consent',
    people: 'Les médiatrices et médiateurs numériques qui l’acceptent.',
    data: 'Nom, fonction, structure, courriel, téléphone : seulement ceux que la personne a choisi de montrer, à qui elle l’a choisi. La phrase acceptée et sa date sont gardées.',
    recipients: 'Ceux que la personne a choisis : ses collègues, les membres du réseau, ou tout le monde.',
    retention:
      'Un champ retiré disparaît aussitôt de toutes les pages. La preuve du choix est gardée 5 ans après le retrait.',
    rules: ['privacy.withdrawn-consents'],
    columns: columnsOf({ 'privacy.consent': ['person_id', 'field', 'audience', 'wording'] }),
  },
]
