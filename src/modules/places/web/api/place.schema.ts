import { z } from 'zod'
import { standardColumns } from '../../domain/standard/standard-columns.ts'

export const AT = '/api/v1'
export const TAG = 'Annuaire'

const cell = z.union([z.string(), z.number()]).optional()

/** A place as the national standard 1.0.2 writes it: a list is one text joined by `|`, what is unknown is absent. */
export const standardSchema = z
  .object(Object.fromEntries(standardColumns.map((column) => [column, cell])) as Record<string, typeof cell>)
  .describe('Les champs du standard national 1.0.2 ; les listes sont jointes par « | », l’inconnu est absent')

export const labelSchema = z.object({
  code: z.string(),
  name: z.string(),
  since: z.string().describe('AAAA-MM-JJ'),
  proof: z.string().describe('Adresse de sa preuve publique'),
})

export const placeSchema = z.object({
  id: z.string(),
  url: z.string().describe('Sa page publique'),
  version: z.number().int().describe('Augmente à chaque changement de la fiche'),
  exportable: z.boolean().describe('Faux : il manque ce que le standard exige d’une ligne'),
  labels: z.array(labelSchema).describe('Les labels du réseau portés ce jour'),
  freshness: z
    .object({
      kind: z
        .enum(['confirmed', 'silent', 'never'])
        .describe('Confirmé par le lieu ; resté sans nouvelles ; jamais confirmé alors qu’il le doit'),
      on: z.string().nullable().describe('AAAA-MM-JJ, dernière parole du lieu ; ni un import ni le réseau'),
      months: z.number().int().nullable().describe('Mois entiers sans nouvelles, pour `silent`'),
      text: z.string().describe('Ce que la page du lieu affiche'),
    })
    .nullable()
    .describe('Le lieu a-t-il dit que sa fiche est juste ? `null` : il n’a rien dit et ne le doit pas'),
  standard: standardSchema,
})

export type PlaceTold = z.output<typeof placeSchema>
