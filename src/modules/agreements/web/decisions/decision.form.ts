import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import {
  oneOf,
  optionalDay,
  optionalText,
  requiredDay,
  requiredText,
} from '../../../../platform/http/fields.ts'
import { DECISION_KINDS } from '../../domain/decision.ts'

function idOrNone<Name extends string>(wrong: string) {
  return z
    .string()
    .default('')
    .transform((value, check) => {
      if (value === '') return null
      if (isId<Name>(value)) return value
      check.addIssue({ code: 'custom', message: wrong })
      return z.NEVER
    })
}

/** What a publication needs beyond is asked when it is published: a draft is filled little by little. */
export const decisionForm = z.object({
  nature: oneOf(DECISION_KINDS, 'Choisissez la nature de la décision.'),
  reference: requiredText('Indiquez la référence de la décision.', 100),
  instance: requiredText('Indiquez qui a décidé : commission permanente, président…', 200),
  objet: requiredText('Dites en une ligne sur quoi elle porte.', 300),
  date: requiredDay('Indiquez la date de la décision.'),
  fondement: optionalText(2000),
  texte: optionalText(30_000),
  recours: optionalText(4000),
  transmission: optionalDay,
  convention: idOrNone<'agreement'>('Choisissez une convention de la liste, ou aucune.'),
  remplace: idOrNone<'decision'>('Rouvrez la page de la décision à remplacer.'),
})

export const publicationForm = z.object({
  publication: requiredDay('Indiquez le jour de la publication.'),
})

export const transmissionForm = z.object({
  transmission: requiredDay('Indiquez le jour de la transmission.'),
})

export const withdrawalOfDecisionForm = z.object({
  motif: requiredText('Dites pourquoi la décision est retirée : le public le lira.', 1000),
})
