import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { oneOf, optionalText, requiredText } from '../../../../platform/http/fields.ts'
import type { PlaceId } from '../../domain/place.ts'

export const MOST_PLACES = 3

const chosenPlaces = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value, check): PlaceId[] => {
    const ids = [...new Set([value ?? []].flat())].filter((id) => isId<'place'>(id))
    if (ids.length >= 1 && ids.length <= MOST_PLACES) return ids
    const message =
      ids.length === 0
        ? 'Choisissez au moins un lieu\u00a0: la fiche dit où aller.'
        : `Choisissez ${MOST_PLACES} lieux au plus : la fiche tient sur une page.`
    check.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** What the sheet says of people is read once, and kept nowhere. DIR-76. */
export const sheetForm = z.object({
  lieu: chosenPlaces,
  prenom: optionalText(60),
  prescripteur: requiredText(
    'Indiquez votre nom ou votre service\u00a0: la personne saura qui l’a orientée.',
    120,
  ),
  trajet: optionalText(400),
  sortie: oneOf(['page', 'pdf'], 'Choisissez d’afficher la fiche ou de la télécharger.').default('page'),
})

export type SheetAsked = z.output<typeof sheetForm>
