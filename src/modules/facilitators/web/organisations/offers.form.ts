import { z } from 'zod'
import { oneOf, optionalText, severalOf } from '../../../../platform/http/fields.ts'
import { competences, served } from '../../domain/competences.ts'

const UNKNOWN = 'Ce choix n’existe pas : cochez parmi ceux de la page.'

export const offerForm = z.object({
  vu: z.coerce.number().int().min(0).catch(-1),
  montrer: z.string().optional(),
  presentation: optionalText(800),
  competences: severalOf(
    competences.map(({ code }) => code),
    UNKNOWN,
  ),
  pour: severalOf(
    served.map(({ code }) => code),
    UNKNOWN,
  ),
})

export const directoryForm = z.object({
  ouvert: oneOf(['oui', 'non'], 'Choisissez si l’annuaire est montré.'),
})
