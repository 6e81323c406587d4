import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '../../../../platform/http/fields.ts'
import { SCHOOL_ZONES } from '../../domain/hours/school-zones.ts'
import { HOLIDAY_TERRITORIES } from './days-off-wording.ts'

const NO_FILE = 'Choisissez le fichier des vacances scolaires.'

export const schoolHolidaysForm = z.object({
  fichier: z
    .instanceof(File, { message: NO_FILE })
    .refine((file) => file.name !== '' || file.size > 0, { message: NO_FILE }),
  zone: optionalText(10).transform((zone) => (SCHOOL_ZONES.includes(zone) ? zone : null)),
})

const year = (wrong: string) =>
  z
    .string()
    .default('')
    .transform((text, check): number | null => {
      if (text === '') return null
      if (/^20\d\d$/.test(text)) return Number(text)
      check.addIssue({ code: 'custom', message: wrong })
      return z.NEVER
    })

/** A day and month, what the day is called, where, and for which years. */
export const correctionForm = z
  .object({
    jour: requiredText('Écrivez le jour et le mois, par exemple 22/05.', 10),
    nom: requiredText('Dites de quel jour il s’agit, par exemple « fête du territoire ».', 100),
    ferie: oneOf(['oui', 'non'], 'Dites si ce jour est férié ou travaillé.'),
    territoire: optionalText(3),
    depuis: year('Écrivez l’année ainsi : 2026.'),
    jusqua: year('Écrivez l’année ainsi : 2030.'),
  })
  .transform(({ jour, nom, ferie, territoire, depuis, jusqua }, check) => {
    const [, day = 0, month = 0] = (/^(\d{1,2})[/.](\d{1,2})$/.exec(jour) ?? []).map(Number)
    const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    if (longest === undefined || day < 1 || day > longest)
      check.addIssue({
        code: 'custom',
        path: ['jour'],
        message: 'Ce jour n’existe pas. Écrivez-le ainsi : 22/05.',
      })
    if (depuis !== null && jusqua !== null && jusqua < depuis)
      check.addIssue({
        code: 'custom',
        path: ['jusqua'],
        message: 'La dernière année est avant la première.',
      })
    if (territoire !== '' && !(territoire in HOLIDAY_TERRITORIES))
      check.addIssue({
        code: 'custom',
        path: ['territoire'],
        message: 'Choisissez un territoire de la liste.',
      })
    return {
      ...{ department: territoire || null, month, day, name: nom, isOff: ferie === 'oui' },
      ...{ fromYear: depuis, untilYear: jusqua },
    }
  })
