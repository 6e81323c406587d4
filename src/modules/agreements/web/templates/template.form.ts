import { z } from 'zod'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { oneOf, optionalText, requiredText, severalOf } from '../../../../platform/http/fields.ts'
import { isReading, type Profile, parseProfile, READINGS } from '../../domain/profile.ts'
import { BINDABLE_TERMS } from '../../templates/bindable-terms.ts'
import { VARIABLE_TYPES } from '../../templates/template-content.schema.ts'

/** The digest of the piece the page showed: what somebody wrote meanwhile is not written over. */
export const shownField = {
  lu: z.string({ message: 'Rouvrez cette page et recommencez.' }).min(1, {
    message: 'Rouvrez cette page et recommencez.',
  }),
}

const NO_TITLE = 'Donnez un titre au modèle.'

export const copyForm = z.object({
  titre: requiredText(NO_TITLE),
  version: z.coerce.number({ message: 'Rouvrez cette page et recommencez.' }).int().min(1),
})

export const headingForm = z.object({
  ...shownField,
  titre: requiredText(NO_TITLE),
  partie: listed(300).refine((names) => names.every((name) => name !== ''), {
    message: 'Dites comment le texte nomme chaque partie : « la Région », « le co-contractant ».',
  }),
  autorite: listed(100),
})

export const newClauseForm = z.object({
  titre_article: requiredText('Donnez un titre à l’article.'),
  apres: optionalText(),
})

export const templateClauseForm = z.object({
  ...shownField,
  numero: optionalText(30),
  titre: requiredText('Donnez un titre à l’article.'),
  texte: optionalText(50_000).transform((text) => text.replaceAll('\r\n', '\n')),
  incomplet: z.literal('oui').optional(),
  termes: severalOf(BINDABLE_TERMS, 'Choisissez des termes de la liste.'),
})

export const clausePlaceForm = z.object({
  sens: oneOf(['monter', 'descendre'], 'Choisissez où va l’article.'),
})

export const shownForm = z.object(shownField)

export const revisionForm = z.object({
  redaction: z.coerce.number({ message: 'Rouvrez cette page et recommencez.' }).int().min(1),
})

export const emptyForm = z.object({})

export const variableForm = z.object({
  nom: requiredText('Donnez un nom à la variable.', 60)
    .transform((name) => name.replace(/^\{\{|\}\}$/g, '').toLowerCase())
    .refine((name) => /^[a-z_]+(\.[a-z_]+)*$/.test(name) && !name.startsWith('termes.'), {
      message:
        'Écrivez le nom en minuscules, sans accent ni chiffre, les mots séparés par « _ » : date_ouverture. « termes. » est réservé.',
    }),
  libelle: requiredText('Dites ce qu’il faut écrire à cet endroit.'),
  nature: oneOf(VARIABLE_TYPES, 'Choisissez ce que l’on y écrit.'),
  facultative: z.literal('oui').optional(),
})

export const annexesForm = z
  .object({ ...shownField, annexe: listed(300), copie: listed(20) })
  .transform(({ lu, annexe, copie }) => ({
    lu,
    annexes: annexe
      .map((title, index) => ({ title, isMissing: copie[index] === 'absente' }))
      .filter(({ title }) => title !== ''),
  }))

/** The readings that have a choice: the others are settled. */
export const OPEN_READINGS = Object.keys(READINGS)
  .filter(isReading)
  .filter((reading) => READINGS[reading].length > 1)

export const readingsForm = z
  .object({
    ...shownField,
    ...Object.fromEntries(OPEN_READINGS.map((reading) => [reading, z.string().default('')])),
    article: listed(100),
    ecrit: listed(300),
    compris: listed(300),
  })
  .transform((typed, check) => {
    const values = typed as Record<string, unknown>
    const profile = parseProfile(
      Object.fromEntries(OPEN_READINGS.filter((one) => values[one]).map((one) => [one, values[one]])),
    )
    if (isRefusal(profile)) {
      check.addIssue({ code: 'custom', message: 'Choisissez des lectures de la liste.' })
      return z.NEVER
    }
    const corrected = typed.article.flatMap((clause, index) => {
      const [written, read] = [typed.ecrit[index] ?? '', typed.compris[index] ?? '']
      return clause && written && read ? [{ clause, written, read }] : []
    })
    return { lu: typed.lu, profile: profile as Profile, corrected }
  })

export const referenceForm = z.object({ modele: optionalText() })

/** A name sent several times, in its order. */
function listed(longest: number) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [value ?? []].flat())
    .refine((values) => values.every((value) => value.length <= longest), {
      message: `Ce texte est trop long : ${longest} signes au plus.`,
    })
}
