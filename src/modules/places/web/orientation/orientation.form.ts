import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import { oneOf, optionalText, requiredText } from '../../../../platform/http/fields.ts'
import { OUTCOMES } from '../../domain/orientation/outcome.ts'
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
        ? 'Choisissez au moins un lieu : la fiche dit où aller.'
        : `Choisissez ${MOST_PLACES} lieux au plus : la fiche tient sur une page.`
    check.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** What the sheet says of people is read once, and kept nowhere. DIR-76. */
const sheet = {
  lieu: chosenPlaces,
  prenom: optionalText(60),
  prescripteur: requiredText(
    'Indiquez votre nom ou votre service : la personne saura qui l’a orientée.',
    120,
  ),
  trajet: optionalText(400),
  sortie: oneOf(['page', 'pdf'], 'Choisissez d’afficher la fiche ou de la télécharger.').default('page'),
}

export const sheetForm = z.object(sheet)

export type SheetAsked = z.output<typeof sheetForm>

/** The same, kept for a while if its bearer agrees. */
export const followedForm = z.object({
  ...sheet,
  accord: z.literal('oui', {
    message:
      'Demandez son accord à la personne et cochez la case, ou préparez la fiche sans la suivre : rien n’est alors gardé.',
  }),
  suivi: z.string().refine(isId<'orientation-follow-up'>, {
    message: 'Rouvrez cette page : la fiche n’a pas pu être suivie.',
  }),
})

export const outcomeForm = z.object({
  suite: oneOf([...OUTCOMES, 'withdrawn'], 'Dites ce que la personne est devenue.'),
})

export const correctionForm = z.object({
  suite: oneOf(OUTCOMES, 'Dites ce que la personne est devenue.'),
})

export const ruleForm = z.object({
  suivi: oneOf(['non', 'oui'], 'Choisissez si les orientations sont suivies.'),
})
