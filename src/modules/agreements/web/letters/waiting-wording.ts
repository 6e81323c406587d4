import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { WaitingPurpose } from '../../data/waiting-acts.store.ts'
import type { WaitingRefusal } from '../../use-cases/letters/confirm-waiting-act.ts'

export const waitingWords: Record<WaitingPurpose, string> = {
  denunciation: 'Dénonciation',
  formal_notice: 'Mise en demeure',
  termination: 'Résiliation',
}

export const TO_CONFIRM =
  'L’acte est gardé, à confirmer par une autre personne. Rien ne court et personne n’est prévenu tant qu’elle ne l’a pas confirmé.'

/** Those of this step alone: the others are those of the act itself. */
export type OwnWaitingRefusal =
  | Extract<
      WaitingRefusal,
      'already-waiting' | 'no-such-waiting-act' | 'confirmed-by-the-same' | 'nobody-confirms'
    >
  | 'second-person-needed'

export const waitingRefusals: Record<OwnWaitingRefusal, (details: Refusal['details']) => Problem> = {
  'already-waiting': () =>
    whole('Un acte de cette nature attend déjà d’être confirmé : confirmez-le ou abandonnez-le d’abord.'),
  'no-such-waiting-act': () =>
    whole('Cet acte n’attend plus : une autre personne l’a confirmé ou abandonné. Regardez la convention.'),
  'confirmed-by-the-same': () =>
    whole('Vous avez préparé cet acte : une autre personne doit le confirmer, le réseau le demande.'),
  'nobody-confirms': () =>
    whole('Un acte se prépare et se confirme en son propre nom : l’assistance ne le fait pour personne.'),
  'second-person-needed': () =>
    whole('Le réseau demande qu’une autre personne confirme cet acte : préparez-le depuis la convention.'),
}

function whole(message: string): Problem {
  return { field: null, message }
}
