import { z } from 'zod'
import {
  oneOf,
  optionalDay,
  optionalId,
  optionalText,
  requiredDay,
  requiredText,
} from '../../../../platform/http/fields.ts'
import { DECISION_KINDS } from '../../domain/decision.ts'

/** What a publication needs beyond is asked when it is published: a draft is filled little by little. */
export const decisionForm = z.object({
  nature: oneOf(DECISION_KINDS, 'Choisissez la nature de la décision.'),
  reference: requiredText('Indiquez la référence de la décision.', 100),
  instance: requiredText('Indiquez qui a décidé : commission permanente, président…', 200),
  objet: requiredText('Dites en une ligne sur quoi elle porte.', 300),
  date: requiredDay('Indiquez la date de la décision.'),
  fondement: optionalText(2000),
  texte: optionalText(30_000),
  recours: optionalText(4000),
  transmission: optionalDay,
  convention: optionalId<'agreement'>('Choisissez une convention de la liste, ou aucune.'),
  remplace: optionalId<'decision'>('Rouvrez la page de la décision à remplacer.'),
})

export const publicationForm = z.object({
  publication: requiredDay('Indiquez le jour de la publication.'),
})

export const transmissionForm = z.object({
  transmission: requiredDay('Indiquez le jour de la transmission.'),
})

export const withdrawalOfDecisionForm = z.object({
  motif: requiredText('Dites pourquoi la décision est retirée : le public le lira.', 1000),
})
