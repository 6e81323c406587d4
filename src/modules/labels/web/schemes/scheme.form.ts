import { z } from 'zod'
import {
  oneOf,
  optionalText,
  requiredDay,
  requiredText,
  severalOf,
} from '../../../../platform/http/fields.ts'
import { AUTO_SOURCES, FIELD_KINDS, USUAL_KEPT_MONTHS } from '../../domain/schemes/scheme.ts'

const REOPEN = 'Rouvrez cette page et recommencez.'

/** The digest of the piece the page showed: what somebody wrote meanwhile is not written over. */
export const seenField = { lu: z.string({ message: REOPEN }).min(1, { message: REOPEN }) }

export const seenForm = z.object(seenField)
export const emptyForm = z.object({})

export const creationForm = z.object({
  nom: requiredText('Donnez un nom au label.', 120),
  adresse: optionalText(40).transform((text) => text.toLowerCase()),
  presentation: optionalText(300),
  depart: optionalText(60),
})

export const nameForm = z.object({
  nom: requiredText('Donnez un nom au label.', 120),
  presentation: optionalText(300),
})

export const shapeForm = z.object({
  ...seenField,
  titulaire: oneOf(['place', 'collectivite'], 'Choisissez qui porte le label.'),
  bareme: oneOf(['binary', 'levels'], 'Choisissez s’il a des niveaux.'),
  rythme: oneOf(['continuous', 'campaign'], 'Choisissez quand on peut le demander.'),
  voie: oneOf(['application', 'bulk', 'jury'], 'Choisissez comment il s’attribue.'),
})

export const levelsForm = z
  .object({
    ...seenField,
    unite: requiredText('Dites comment s’appelle un niveau : « étoile », « niveau ».', 40),
    niveau: listed(3),
    seuil: listed(8),
  })
  .transform(({ lu, unite, niveau, seuil }, check) => {
    const levels = niveau.flatMap((typed, index) => {
      if (typed === '') return []
      const level = whole(typed)
      if (level === null || level < 1 || level > 20) {
        check.addIssue({
          code: 'custom',
          path: ['niveau'],
          message: 'Écrivez les niveaux en chiffres, de 1 à 20.',
        })
        return []
      }
      const from = decimal(seuil[index] ?? '')
      if ((seuil[index] ?? '') !== '' && from === null)
        check.addIssue({ code: 'custom', path: ['seuil'], message: 'Écrivez les notes en chiffres : 2,5.' })
      return [{ level, from: from ?? level }]
    })
    return { lu, unit: unite, levels }
  })

export const newCriterionForm = z.object({
  titre: requiredText('Écrivez ce qui est demandé.', 200),
  groupe: requiredText('Nommez la partie du formulaire où le placer.', 80),
})

export const criterionPlaceForm = z.object({
  ...seenField,
  sens: oneOf(['monter', 'descendre'], 'Choisissez où va le critère.'),
})

export const questionForm = z
  .object({
    ...seenField,
    code: requiredText('Donnez un code au critère : quelques lettres ou chiffres.', 20).refine(
      (code) => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(code),
      { message: 'Un code n’a ni espace ni ponctuation : « A1 », « ACCUEIL-2 ».' },
    ),
    titre: requiredText('Écrivez ce qui est demandé.', 200),
    groupe: requiredText('Nommez la partie du formulaire où le placer.', 80),
    aide: optionalText(2_000).transform((text) => text.replaceAll('\r\n', '\n')),
    nature: oneOf(FIELD_KINDS, 'Choisissez comment on y répond.'),
    minimum: optionalDecimal('Écrivez le minimum en chiffres.'),
    choix: listed(200),
    satisfait: listed(3),
  })
  .transform(({ choix, satisfait, ...typed }) => ({
    ...typed,
    choices: choix.flatMap((value, index) =>
      value === '' ? [] : [{ value, meets: satisfait.includes(String(index)) }],
    ),
  }))

export const demandForm = z.object({
  ...seenField,
  poids: z
    .string()
    .default('')
    .transform((text, check) => {
      const read = decimal(text)
      if (read !== null && read <= 100) return read
      check.addIssue({ code: 'custom', message: 'Écrivez le poids en chiffres, de 0 à 100.' })
      return z.NEVER
    }),
  eliminatoire: z.literal('oui').optional(),
  niveau: optionalText(3),
  condition: optionalText(300),
})

const need = oneOf(['non', 'facultative', 'obligatoire'], 'Choisissez une réponse de la liste.')
const age = z
  .string()
  .default('')
  .transform((text, check) => {
    if (text === '') return null
    const months = whole(text)
    if (months !== null && months >= 1 && months <= 120) return months
    check.addIssue({ code: 'custom', message: 'Écrivez un nombre de mois, de 1 à 120.' })
    return z.NEVER
  })

export const evidenceForm = z.object({
  ...seenField,
  ...{ preuve_file: need, preuve_photo: need, preuve_url: need },
  ...{ preuve_declaration: need, preuve_platform_data: need, preuve_visit: need },
  ...{ age_file: age, age_photo: age, age_url: age },
  source: oneOf(['', ...AUTO_SOURCES], 'Choisissez une information de la liste.'),
})

export const scaleForm = z.object({ ...seenField, palier: listed(300) })

export const agreementForm = z
  .object({ ...seenField, modele: listed(60), article: optionalText(60) })
  .refine(({ modele, article }) => modele.length === 0 || article !== '', {
    path: ['article'],
    message: 'Indiquez l’article de la convention qui porte le label : « art. 6 ».',
  })

export const validityForm = z
  .object({
    ...seenField,
    duree: oneOf(['agreement', 'months', 'next_edition'], 'Choisissez combien de temps il se porte.'),
    mois: optionalText(4),
    renouvellement: optionalText(4),
    devoirs: severalOf(['semester_information', 'yearly_initiatives'], 'Choisissez des devoirs de la liste.'),
    suspension: z.literal('oui').optional(),
  })
  .transform(({ duree, mois, renouvellement, ...typed }, check) => {
    if (duree !== 'months') return { ...typed, validity: { kind: duree } as const }
    const [months, renewalMonths] = [whole(mois), whole(renouvellement)]
    if (months === null || months < 1 || months > 240)
      check.addIssue({ code: 'custom', path: ['mois'], message: 'Écrivez une durée en mois, de 1 à 240.' })
    if (renewalMonths === null || (months !== null && renewalMonths >= months))
      check.addIssue({
        code: 'custom',
        path: ['renouvellement'],
        message: 'Écrivez un nombre de mois, plus court que la durée du label ; 0 : pas de rappel.',
      })
    return {
      ...typed,
      validity: { kind: duree, months: months ?? 0, renewalMonths: renewalMonths ?? 0 } as const,
    }
  })

export const juryForm = z
  .object({
    ...seenField,
    lecteurs: counted('Écrivez combien de jurés lisent chaque dossier, de 1 à 15.', 1, 15),
    scientifiques: counted('Écrivez combien d’entre eux sont scientifiques, de 0 à 15.', 0, 15),
    ecart: counted('Écrivez un écart de 1 à 4.', 1, 4),
  })
  .refine(({ lecteurs, scientifiques }) => scientifiques <= lecteurs, {
    path: ['scientifiques'],
    message: 'Il ne peut pas y avoir plus de scientifiques que de jurés.',
  })

export const remediesForm = z.object({
  ...seenField,
  organisme: requiredText('Nommez devant qui une décision se conteste.', 200),
  lieu: requiredText('Écrivez l’adresse où écrire.', 500),
  mois: counted('Écrivez un délai en mois, de 1 à 24.', 1, 24),
  instruction: counted('Écrivez un délai en jours, de 1 à 730.', 1, 730),
  complement: counted('Écrivez un délai en jours, de 1 à 365.', 1, 365),
  conservation: counted('Écrivez une durée en mois, de 1 à 120.', 1, 120).default(USUAL_KEPT_MONTHS),
})

export const namesForm = z.object({
  ...seenField,
  actif: requiredText('Écrivez les mots d’un label en cours.', 80),
  fin: requiredText('Écrivez les mots d’un label arrivé à son terme.', 80),
  retrait: requiredText('Écrivez les mots d’un label retiré.', 80),
  suspension: optionalText(80),
  norme: optionalText(80),
  propres: z.literal('oui').optional(),
})

export const publicationForm = z.object({
  redaction: z.coerce.number({ message: REOPEN }).int().min(1),
  transition: oneOf(['new_applications', 'at_renewal', 'all'], 'Choisissez à qui la version s’applique.'),
  date: requiredDay('Indiquez à partir de quel jour.'),
})

export const editionForm = z.object({
  nom: requiredText('Nommez la campagne : « Label 2027 ».', 120),
  annee: counted('Écrivez l’année de la campagne : 2027.', 1990, 2200),
  ouverture: requiredDay('Indiquez le jour d’ouverture.'),
  cloture: requiredDay('Indiquez le dernier jour pour envoyer un dossier.'),
  formulaire: oneOf(['latest', 'same'], 'Choisissez le formulaire de la campagne.'),
})

export const extensionForm = z.object({
  cloture: requiredDay('Indiquez le nouveau dernier jour.'),
  motif: requiredText('Dites pourquoi : ce motif est publié.', 500),
})

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

function counted(message: string, least: number, most: number) {
  return z.string({ message }).transform((text, check) => {
    const read = whole(text)
    if (read !== null && read >= least && read <= most) return read
    check.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

function optionalDecimal(message: string) {
  return z
    .string()
    .default('')
    .transform((text, check) => {
      const read = text === '' ? null : decimal(text)
      if (read !== null || text === '') return read
      check.addIssue({ code: 'custom', message })
      return z.NEVER
    })
}

function whole(text: string): number | null {
  return /^\d{1,4}$/.test(text) ? Number(text) : null
}

/** `2,5` or `2.5`. */
function decimal(text: string): number | null {
  return /^\d{1,4}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : null
}
