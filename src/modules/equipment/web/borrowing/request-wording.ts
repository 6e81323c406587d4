import { compareInstants } from '../../../../kernel/instant.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { Rules } from '../../domain/rules.ts'
import type { ACTION_KINDS, RequestForm } from './request.form.ts'
import { wantedIn } from './request.form.ts'

export const ACTION_KIND_WORDS: Readonly<Record<(typeof ACTION_KINDS)[number], string>> = {
  workshop: 'Atelier',
  event: 'Événement',
  training: 'Formation',
  loan_to_a_place: 'Prêt à un lieu',
  other: 'Autre',
}

/** What a request lacks to be sent, each with its field: a draft may lack it all. EQP-501. */
export function missingIn(form: RequestForm, rules: Pick<Rules, 'secureStorage'>): Problem[] {
  const { retrait, retour } = form
  const checks: readonly [boolean, string, string][] = [
    [wantedIn(form).length === 0, 'modele', 'Choisissez un matériel, et combien d’exemplaires : de 1 à 20.'],
    [!retrait, 'retrait', 'Indiquez le jour du retrait, puis choisissez un créneau.'],
    [!retour, 'retour', 'Indiquez le jour du retour, puis choisissez un créneau.'],
    [
      retrait !== null && retour !== null && compareInstants(retrait, retour) >= 0,
      'retour',
      'La date de retour doit suivre celle du retrait.',
    ],
    [
      form.actions.length < 20,
      'actions',
      'Décrivez les actions prévues en 20 signes au moins : la convention demande de les indiquer.',
    ],
    [form.public === '', 'public', 'Indiquez le public visé, par exemple « familles ».'],
    [form.lieu === '', 'lieu', 'Indiquez où le matériel servira.'],
    [
      rules.secureStorage.value && !form.rangement,
      'rangement',
      'La convention demande un lieu de rangement sûr : confirmez-le pour envoyer la demande.',
    ],
    [form.retire_nom === '', 'retire_nom', 'Indiquez le nom de la personne qui vient chercher le matériel.'],
  ]
  return checks.flatMap(([isWrong, field, message]) => (isWrong ? [{ field, message }] : []))
}
