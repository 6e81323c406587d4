import { z } from 'zod'
import {
  oneOf,
  optionalText,
  requiredDay,
  requiredText,
  severalOf,
} from '../../../../platform/http/fields.ts'
import { preparedField } from '../documents/prepared.form.ts'
import { seenField } from '../target.form.ts'

const sender = (missing: string) => z.string({ message: missing }).min(1, { message: missing })

/** Any number of ids; the use case says which are known. */
const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value): string[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]))

const scope = {
  etendue: oneOf(['totale', 'partielle'], 'Dites si la convention entière est visée, ou certains lieux.'),
  lieux: several,
}

export const formalNoticeForm = z.object({
  ...seenField,
  ...preparedField,
  ...scope,
  partie: sender('Choisissez la partie qui met en demeure.'),
  voie: oneOf(['recommande', 'courriel'], 'Dites comment la mise en demeure a été envoyée.'),
  date: requiredDay('Indiquez la date de dépôt de la lettre recommandée.'),
  suivi: optionalText(50),
  motifs: requiredText('Écrivez ce qui est reproché, en citant les articles.', 4000),
})

export const noticeOutcomeForm = z.object({
  ...seenField,
  mise: sender('Choisissez la mise en demeure.'),
  suite: oneOf(
    ['reparation', 'abandon'],
    'Dites si le manquement est réparé, ou si la procédure est abandonnée.',
  ),
  date: requiredDay('Indiquez le jour de la réparation ou de l’abandon.'),
})

export const terminationForm = z.object({
  ...seenField,
  ...preparedField,
  ...scope,
  partie: sender('Choisissez la partie qui résilie.'),
  mise: sender('Choisissez la mise en demeure qui fonde la résiliation.'),
  voie: oneOf(['recommande', 'notification', 'courriel'], 'Dites comment la résiliation a été envoyée.'),
  date: requiredDay('Indiquez le jour d’envoi de la résiliation.'),
  suivi: optionalText(50),
})

export const letterFactForm = z.object({
  ...seenField,
  lettre: sender('Choisissez la lettre.'),
  fait: oneOf(['presentee', 'remise', 'retournee'], 'Dites ce que La Poste indique.'),
  date: requiredDay('Indiquez le jour donné par le suivi ou par l’avis de réception.'),
})

export function withdrawalForm(parties: readonly string[]) {
  return z.object({
    ...seenField,
    lettre: sender('Choisissez la dénonciation qui est retirée.'),
    accords: severalOf(parties, 'Choisissez des parties à la convention.'),
    date: requiredDay('Indiquez le jour du dernier accord.'),
  })
}
