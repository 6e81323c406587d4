import { z } from 'zod'
import { oneOf, optionalDay, optionalText, requiredText } from '../../../../platform/http/fields.ts'

const ADDRESS = 'Écrivez une adresse qui commence par https:// ou http://.'
const address = z
  .string()
  .max(1000, ADDRESS)
  .default('')
  .refine((text) => text === '' || /^https?:\/\/\S+$/i.test(text), { message: ADDRESS })
  .transform((text) => text || null)

const RANK = 'Écrivez un nombre de 0 à 100.'

const terms = {
  page: address,
  licence: optionalText(200),
  reutilisable: oneOf(['oui', 'non'], 'Dites si ses données peuvent être publiées de nouveau.'),
  contact: optionalText(200),
  adresse: address,
  rythme: oneOf(['never', 'daily', 'weekly', 'monthly'], 'Choisissez un rythme.'),
  priorite: z
    .string({ message: RANK })
    .regex(/^\d{1,3}$/, RANK)
    .transform(Number)
    .refine((rank) => rank <= 100, { message: RANK }),
  date: optionalDay,
  active: oneOf(['oui', 'non'], 'Dites si cette source est active.'),
}

const hasAddress = (values: { rythme: string; adresse: string | null }) =>
  values.rythme === 'never' || values.adresse !== null
const MISSING_ADDRESS = {
  path: ['adresse'],
  message: 'Pour être récoltée, la source a besoin de l’adresse de son fichier.',
}

export const sourceForm = z.object(terms).refine(hasAddress, MISSING_ADDRESS)
export const newSourceForm = z
  .object({ nom: requiredText('Donnez un nom à cette source.', 100), ...terms })
  .refine(hasAddress, MISSING_ADDRESS)

export type SourceValues = z.output<typeof sourceForm>
