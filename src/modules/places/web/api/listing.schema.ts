import { z } from 'zod'
import { GROUND_KINDS, RADII } from '../../domain/search/asked.ts'
import { allowedValues, FACET_NAMES, FACETS } from '../../domain/search/facets.ts'

const several = (description: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe(`${description} Répétable : l’une ou l’autre.`)
const one = (description: string) => z.string().optional().describe(description)

/**
 * The parameters of the list, for the document: they are read by `readListing`, so that a link to the list is a question to
 * the API too. DIR-65.
 */
export const listingSchema = z.object({
  q: one('Mots, commune, code postal ou besoin, comme dans la liste'),
  lecture: one('`mots` : les mots tels quels, sans y lire ni commune ni besoin'),
  ...Object.fromEntries(
    FACET_NAMES.map((facet) => [
      FACETS[facet].parameter,
      several(`Valeurs : ${allowedValues(facet).join(', ')}.`),
    ]),
  ),
  labels: several('Codes de labels du réseau, `code` ou `code:niveau`.'),
  typologies: several('Codes de typologie (ASSO, BIB, CCAS…).'),
  sources: several('Qui a collecté.'),
  equipement: several('Matériel prêté, dans les mots de ceux qui le prêtent.'),
  ...Object.fromEntries(GROUND_KINDS.map((kind) => [kind, several('Code du territoire.')])),
  position: one('`latitude,longitude` en degrés'),
  rayon: one(`Kilomètres autour : ${RADII.join(', ')}`),
  ouvert: several('`maintenant`, `soir`, `samedi`, `dimanche` ou `AAAA-MM-JJTHH:MM`.'),
  rdv: one('`oui` : rendez-vous en ligne'),
  accessibilite: one('`oui` : fiche d’accessibilité'),
  maj: one('Mis à jour ou confirmé depuis ce jour, AAAA-MM-JJ'),
  bbox: one('`ouest,sud,est,nord` en degrés'),
})
