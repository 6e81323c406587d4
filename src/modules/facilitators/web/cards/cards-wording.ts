import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { ofName } from '../../../../ui/french.ts'
import type { Distance } from '../../domain/skills.ts'
import type { ProfileRefusal } from '../../use-cases/cards/keep-profile.ts'
import type { MessageRefusal } from '../../use-cases/cards/write-to-facilitator.ts'

/** As the person chooses it. */
export const distanceChoices: Record<Distance, string> = {
  nowhere: 'Je n’interviens que dans mes lieux',
  commune: 'Dans ma commune',
  epci: 'Dans mon intercommunalité',
  department: 'Dans mon département',
  network: 'Partout dans le réseau',
}

/** As others read it. */
export const distanceSentences: Record<Distance, string> = {
  nowhere: 'Intervient seulement dans ses lieux',
  commune: 'Peut intervenir dans sa commune',
  epci: 'Peut intervenir dans son intercommunalité',
  department: 'Peut intervenir dans son département',
  network: 'Peut intervenir partout dans le réseau',
}

const refusals: Record<ProfileRefusal | MessageRefusal, string> = {
  'not-a-facilitator':
    'Seules les personnes qui animent un lieu du réseau ont une fiche. Demandez ce rôle à la personne qui gère votre structure.',
  'changed-meanwhile':
    'Votre fiche a été enregistrée depuis, dans une autre fenêtre. Votre texte est gardé ici : comparez, puis enregistrez de nouveau.',
  'takes-no-message': 'Cette personne ne reçoit plus de messages ici. Écrivez plutôt à l’un de ses lieux.',
  'too-many-today':
    'Cette personne a déjà reçu beaucoup de messages aujourd’hui. Réessayez demain, ou appelez l’un de ses lieux.',
}

export function problemOfCard({ refused }: Refusal<ProfileRefusal | MessageRefusal>): Problem {
  return { field: null, message: refusals[refused] }
}

interface WrittenMessage {
  network: string
  /** The page where the choice to be written to is changed. */
  choices: string
  from: { name: string; email: string }
  text: string
}

/** What the facilitator receives. */
export function messageMail({ network, choices, from, text }: WrittenMessage) {
  return {
    subject: `${from.name} vous écrit, depuis l’annuaire ${ofName(network)}`,
    body: [
      `${from.name} vous écrit depuis votre fiche de l’annuaire.`,
      text,
      `Pour répondre, écrivez à ${from.email}. Votre adresse n’a pas été montrée : elle le sera si vous répondez.`,
      `Ne plus recevoir de messages par ce formulaire : ${choices}`,
    ].join('\n\n'),
  }
}
