import { plural } from '../../../../ui/french.ts'
import type { HeldDecision, HeldWhy } from '../../domain/imports/import.ts'
import type { DecisionRefusal } from '../../use-cases/imports/decide-held-row.ts'

export const HELD_REASONS: Readonly<Record<HeldWhy, string>> = {
  match: 'Ressemble à un lieu de l’annuaire',
  'id-repeated': 'Son identifiant est déjà celui d’une autre ligne',
  refused: 'Refusée',
}

/** What each button does, and what follows. */
export const HELD_ACTS: Readonly<Record<HeldDecision, string>> = {
  same: 'C’est le même lieu : rattacher',
  replace: 'Remplacer par cette ligne',
  separate: 'C’est un autre lieu : créer',
  ignore: 'Ignorer cette ligne',
}

export const HELD_DONE: Readonly<Record<HeldDecision, string>> = {
  same: 'C’est le même lieu : ses champs vides sont remplis, et ce qui diffère attend dans les propositions.',
  replace: 'Le lieu dit maintenant ce que dit cette ligne.',
  separate: 'Le lieu est créé, et visible de tous.',
  ignore: 'Cette ligne ne sera plus proposée tant qu’elle dit la même chose.',
}

export function attachedSentence(attached: number, left: number): string {
  const done = plural(attached, 'ligne est rattachée à son lieu', 'lignes sont rattachées à leur lieu')
  const others = plural(left, 'autre a changé et attend', 'autres ont changé et attendent')
  return left > 0 ? `${done} ; ${others} encore votre décision.` : `${done}.`
}

export const HELD_REFUSALS: Readonly<Record<DecisionRefusal, string>> = {
  'no-such-row': 'Cette ligne n’attend plus.',
  'decided-meanwhile': 'Quelqu’un vient de décider de cette ligne.',
  'not-published': 'Publiez d’abord l’import de cette ligne : vous déciderez ensuite de ce qui attend.',
  overtaken: 'Un fichier plus récent de cette source est publié : cette ligne n’a plus cours.',
  'not-offered': 'Cette décision ne convient pas à cette ligne : choisissez parmi celles qui sont proposées.',
  'no-place': 'Le lieu qui ressemblait à cette ligne n’est plus là : créez-en un autre, ou ignorez la ligne.',
  'import-running': 'Un import de cette source est en cours : attendez qu’il finisse, puis décidez.',
}

/** Told to the officers the morning after. DIR-37. */
export function proposalsMail({
  count,
  places,
  networkName,
  address,
}: {
  count: number
  places: number
  networkName: string
  address: string
}): { subject: string; body: string } {
  return {
    subject: `${networkName} : ${plural(count, 'proposition de source', 'propositions de sources')} à trancher`,
    body: [
      'Bonjour,',
      `Des sources disent autre chose que ce que quelqu’un a écrit sur ${plural(places, 'fiche', 'fiches')} : rien n’est changé sans vous. ${plural(count, 'champ attend', 'champs attendent')} votre décision.`,
      `Accepter ou refuser : ${address}`,
      networkName,
    ].join('\n\n'),
  }
}
