import { z } from 'zod'
import { oneOf, optionalText } from '../../../../platform/http/fields.ts'
import { REPORT_KINDS, REPORT_OUTCOMES } from '../../domain/reports/report.ts'

export const reportForm = z
  .object({
    nature: oneOf(REPORT_KINDS, 'Choisissez ce qui ne va pas.'),
    precisions: optionalText(1000),
    courriel: z
      .union([
        z.literal(''),
        z.email({ message: 'Cette adresse n’est pas complète. Par exemple : camille@exemple.fr.' }),
      ])
      .default(''),
    /** Shown to nobody: only a robot fills it. */
    site: z.string().default(''),
  })
  .superRefine(({ nature, precisions }, check) => {
    if (nature === 'other' && precisions === '')
      check.addIssue({
        code: 'custom',
        path: ['precisions'],
        message: 'Dites en quelques mots ce qui ne va pas.',
      })
  })

export const answerForm = z
  .object({
    suite: oneOf(REPORT_OUTCOMES, 'Dites si la fiche est corrigée, ou si elle est juste.'),
    reponse: optionalText(1000),
  })
  .superRefine(({ suite, reponse }, check) => {
    if (suite === 'refused' && reponse === '')
      check.addIssue({
        code: 'custom',
        path: ['reponse'],
        message: 'Dites pourquoi la fiche ne change pas : la personne lira ces mots.',
      })
  })
