import { z } from 'zod'

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() ?? '')

/** The part of the answer of « recherche d’entreprises » that we read; the rest is ignored. */
export const companyAnswer = z.object({
  results: z
    .array(
      z.object({
        siren: z.string().regex(/^\d{9}$/),
        nom_complet: z.string().trim().min(1).max(500),
        nature_juridique: text,
        siege: z.object({
          siret: z.string().regex(/^\d{14}$/),
          adresse: text,
          code_postal: text,
          libelle_commune: text,
        }),
        complements: z.object({ identifiant_association: text }).partial().nullish(),
      }),
    )
    .max(100),
})
