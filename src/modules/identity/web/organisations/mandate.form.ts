import { z } from 'zod'
import { addDays, type Day } from '../../../../kernel/day.ts'
import { type Id, isId } from '../../../../kernel/id.ts'
import {
  optionalDay,
  optionalText,
  requiredDay,
  requiredText,
  severalOf,
} from '../../../../platform/http/fields.ts'
import { MANDATE_ACTS, SUBJECTS } from '../../domain/organisations/capacity.ts'

const person = z
  .string()
  .default('')
  .transform((text): Id<'person'> | null => (isId<'person'>(text) ? text : null))

/** A browser sends an empty file when none was chosen. */
const document = z
  .instanceof(File)
  .optional()
  .catch(undefined)
  .transform((file) => (file && (file.size > 0 || file.name !== '') ? file : null))

const power = {
  titulaire: requiredText('Indiquez le nom de la personne.'),
  personne: person,
  qualite: requiredText('Indiquez sa qualité : maire, présidente, directeur…'),
  acte: optionalText(),
  date_acte: optionalDay,
  document,
  premier_jour: requiredDay('Indiquez le premier jour.'),
  dernier_jour: optionalDay,
}

export const mandateForm = z.object({
  ...power,
  representant_legal: z.literal('oui').optional(),
  nature_acte: z.enum(MANDATE_ACTS, { message: 'Choisissez l’acte qui donne ce mandat.' }),
})

export const delegationForm = z.object({
  ...power,
  objets: severalOf(SUBJECTS, 'Choisissez dans la liste.').refine((list) => list.length > 0, {
    message: 'Choisissez au moins un objet.',
  }),
})

export const endForm = z.object({ dernier_jour: requiredDay('Indiquez le dernier jour.') })

interface PowerForm {
  titulaire: string
  personne: Id<'person'> | null
  qualite: string
  acte: string
  date_acte: Day | null
  premier_jour: Day
  dernier_jour: Day | null
}

/** The last day is typed, inclusive; what is kept is the first day after it. */
export function powerOf(form: PowerForm) {
  return {
    holderName: form.titulaire,
    personId: form.personne,
    quality: form.qualite,
    actReference: form.acte,
    actDate: form.date_acte,
    from: form.premier_jour,
    until: form.dernier_jour ? addDays(form.dernier_jour, 1) : null,
  }
}
