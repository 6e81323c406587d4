import { z } from 'zod'
import { type NumberRefusal, readRidet, readRna, readSiret } from '../../../../kernel/organisation-numbers.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import { optionalText, requiredText } from '../../../../platform/http/fields.ts'
import { PURPOSES } from '../../domain/organisations/contact.ts'
import {
  ORGANISATION_KINDS,
  type Organisation,
  type OrganisationDetails,
} from '../../domain/organisations/organisation.ts'
import { numberSentences } from './organisation-wording.ts'

/** A number of a register, left empty or right: null, or as it is kept. */
function optionalNumber(read: (typed: string) => string | Refusal<NumberRefusal>) {
  return z
    .string()
    .default('')
    .transform((typed, check): string | null => {
      if (typed === '') return null
      const number = read(typed)
      if (!isRefusal(number)) return number
      check.addIssue({ code: 'custom', message: numberSentences[number.refused](number.details) })
      return z.NEVER
    })
}

export const siretField = optionalNumber(readSiret)

const WRONG_MAIL = 'Écrivez une adresse de courriel complète : accueil@exemple.fr.'

export const optionalMail = optionalText().refine(
  (text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  {
    message: WRONG_MAIL,
  },
)

export const optionalPhone = optionalText(40).refine(
  (text) => text === '' || /^[+\d][\d\s.()-]{5,}$/.test(text),
  {
    message: 'Écrivez un numéro de téléphone : 02 31 00 00 00.',
  },
)

const website = optionalText().refine((text) => text === '' || /^https?:\/\/[^\s]+\.[^\s]+$/.test(text), {
  message: 'Écrivez l’adresse complète du site, avec https:// au début.',
})

export const organisationForm = z.object({
  nom: requiredText('Indiquez le nom de la structure.'),
  sigle: optionalText(40),
  nature: z.enum(ORGANISATION_KINDS, { message: 'Choisissez la nature de la structure.' }),
  siret: siretField,
  rna: optionalNumber(readRna),
  ridet: optionalNumber(readRidet),
  adresse: optionalText(),
  code_postal: optionalText().refine((text) => text === '' || /^\d{5}$/.test(text), {
    message: 'Un code postal compte cinq chiffres.',
  }),
  commune: optionalText(),
  courriel: optionalMail,
  telephone: optionalPhone,
  site: website,
  /** Told that it may exist already, the person wants it all the same. */
  nouvelle: z.literal('oui').optional(),
})

export const changeForm = organisationForm.extend({
  vu: z.coerce.number({ message: 'Rouvrez cette page et recommencez.' }).int().min(1),
})

export function detailsOf(form: z.output<typeof organisationForm>): OrganisationDetails {
  return {
    name: form.nom,
    acronym: form.sigle,
    kind: form.nature,
    siret: form.siret,
    rna: form.rna,
    ridet: form.ridet,
    address: form.adresse,
    postalCode: form.code_postal,
    commune: form.commune,
    email: form.courriel,
    phone: form.telephone,
    website: form.site,
  }
}

/** What the form shows of an organisation as it is. */
export function valuesOf(known: Partial<OrganisationDetails> & Partial<Pick<Organisation, 'version'>>) {
  return {
    nom: known.name ?? '',
    sigle: known.acronym ?? '',
    nature: known.kind ?? '',
    siret: known.siret ?? '',
    rna: known.rna ?? '',
    ridet: known.ridet ?? '',
    adresse: known.address ?? '',
    code_postal: known.postalCode ?? '',
    commune: known.commune ?? '',
    courriel: known.email ?? '',
    telephone: known.phone ?? '',
    site: known.website ?? '',
    vu: String(known.version ?? ''),
  }
}

export const contactForm = z
  .object({
    nom: requiredText('Indiquez le nom de la personne ou du service.'),
    fonction: optionalText(),
    objet: z.enum(PURPOSES, { message: 'Choisissez de quoi s’occupe ce contact.' }),
    courriel: optionalMail,
    telephone: optionalPhone,
  })
  .refine(({ courriel, telephone }) => courriel !== '' || telephone !== '', {
    path: ['courriel'],
    message: 'Indiquez un courriel ou un téléphone : sans l’un des deux, ce contact ne peut être joint.',
  })

export const refForm = z.object({
  source: requiredText('Indiquez le registre ou l’outil : coop-numerique, grist…', 60)
    .transform((text) => text.toLowerCase())
    .refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), {
      message: 'Écrivez le nom de la source en lettres sans accent, chiffres et tirets : coop-numerique.',
    }),
  reference: requiredText('Indiquez la référence dans cette source.', 200),
})

/** One button, no field. */
export const buttonForm = z.object({})
