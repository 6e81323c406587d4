import type { NumberRefusal } from '../../../../kernel/organisation-numbers.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatNumber } from '../../../../ui/french.ts'
import type { Purpose } from '../../domain/organisations/contact.ts'
import type { CopiedField, Organisation, OrganisationKind } from '../../domain/organisations/organisation.ts'
import type { Likeness, Reason } from '../../domain/organisations/organisation-likeness.ts'
import type { ChangeRefusal } from '../../use-cases/organisations/change-organisation.ts'
import type { ContactRefusal } from '../../use-cases/organisations/keep-contact.ts'
import type { RefRefusal } from '../../use-cases/organisations/keep-organisation-ref.ts'
import type { MergeRefusal } from '../../use-cases/organisations/merge-organisations.ts'
import type { SeparationRefusal } from '../../use-cases/organisations/separate-organisation.ts'

export const kindNames: Record<OrganisationKind, string> = {
  commune: 'Commune',
  epci: 'Intercommunalité (EPCI)',
  departement: 'Département',
  region: 'Région',
  etat: 'Service de l’État',
  metropole: 'Métropole',
  collectivite_outre_mer: 'Collectivité d’outre-mer',
  etablissement_public: 'Établissement public',
  groupement_interet_public: 'Groupement d’intérêt public',
  association: 'Association',
  fondation: 'Fondation',
  cooperative: 'Coopérative',
  entreprise: 'Entreprise',
  syndicat_professionnel: 'Syndicat professionnel',
  autre: 'Autre structure',
}

export function kindName(kind: string): string {
  return kindNames[kind as OrganisationKind] ?? kind
}

export const purposeNames: Record<Purpose, string> = {
  general: 'Contact général',
  agreements: 'Conventions',
  places: 'Lieux',
  equipment: 'Matériel',
  data_protection: 'Protection des données',
  accounts: 'Comptes et accès',
}

export const fieldNames: Record<CopiedField, string> = {
  acronym: 'Sigle',
  siret: 'SIRET',
  rna: 'Numéro RNA',
  ridet: 'RIDET',
  address: 'Adresse',
  postalCode: 'Code postal',
  commune: 'Commune',
  email: 'Courriel',
  phone: 'Téléphone',
  website: 'Site',
}

/** What is wrong with a number, and what to do. */
export const numberSentences: Record<NumberRefusal, (details: Refusal['details']) => string> = {
  'siret-rounded': () =>
    'Ce SIRET a été arrondi par un tableur : ses derniers chiffres sont perdus. Recopiez-le depuis un document de la structure.',
  'siren-for-siret': () =>
    'C’est un SIREN (9 chiffres) : ajoutez les cinq chiffres de l’établissement pour obtenir le SIRET.',
  'siret-zero-lost': ({ proposal = '' }) =>
    `Ce SIRET n’a que 13 chiffres : son zéro de tête s’est sans doute perdu. Essayez ${proposal}.`,
  'siret-length': () => 'Un SIRET compte 14 chiffres. Vérifiez-le, ou laissez le champ vide.',
  'siret-false': () =>
    'Ce SIRET ne passe pas le contrôle de sa clé : un chiffre est sans doute faux. Vérifiez-le, ou laissez le champ vide.',
  'rna-unreadable': () =>
    'Un numéro RNA commence par W et compte 9 autres signes : W142001234. Vérifiez-le, ou laissez le champ vide.',
  'ridet-unreadable': () =>
    'Un RIDET compte 6 ou 7 chiffres, un point et 3 chiffres : 0123456.001. Vérifiez-le, ou laissez le champ vide.',
}

/** « 434 933 123 00029 », as registers print it. */
export function spacedSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4')
}

/** « Association · Honfleur · SIRET 434 933 123 00029 »: what tells two homonyms apart. */
export function oneLine({ kind, commune, siret, rna, ridet }: Organisation): string {
  const number = siret
    ? `SIRET\u00a0${spacedSiret(siret)}`
    : rna
      ? `RNA\u00a0${rna}`
      : ridet && `RIDET\u00a0${ridet}`
  return [kindName(kind), commune, number].filter(Boolean).join(' · ')
}

const reasonWords: Record<Reason, (likeness: Likeness) => string> = {
  'same-siret': () => 'même SIRET',
  'same-rna': () => 'même numéro RNA',
  'same-ridet': () => 'même RIDET',
  'same-siren': () => 'même SIREN',
  'close-name': ({ nameScore }) =>
    nameScore === 1 ? 'même nom' : `nom proche à ${formatNumber(Math.round(nameScore * 100))}\u00a0%`,
  'same-commune': () => 'même commune',
}

/** « Nom proche à 83 %, même commune ». */
export function reasonSentence(likeness: Likeness): string {
  const words = likeness.reasons.map((reason) => reasonWords[reason](likeness)).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

type OrganisationRefusal = ChangeRefusal | MergeRefusal | SeparationRefusal | ContactRefusal | RefRefusal

const REGISTERS: Readonly<Record<string, string>> = { siret: 'SIRET', rna: 'numéro RNA', ridet: 'RIDET' }

const refusals: Record<OrganisationRefusal, (details: Refusal['details']) => Problem> = {
  'no-such-organisation': () => whole('Cette structure n’existe pas ou n’est pas à votre portée.'),
  'joined-meanwhile': () =>
    whole('Cette structure vient d’être jointe à une autre, dont elle était le doublon : rouvrez sa fiche.'),
  'changed-meanwhile': () =>
    whole(
      'Cette fiche a changé pendant votre saisie. Vérifiez ce qui est enregistré, puis recommencez : votre saisie est conservée.',
    ),
  'number-taken': ({ register = '', name = '' }) => ({
    field: register,
    message: name
      ? `Ce ${REGISTERS[register]} est déjà celui de « ${name} ».`
      : `Ce ${REGISTERS[register]} est déjà celui d’une autre structure du réseau. Prévenez la tête de réseau.`,
  }),
  'same-organisation': () =>
    whole('Choisissez une autre structure : on ne fusionne pas une fiche avec elle-même.'),
  'already-joined': () => whole('Cette structure est déjà jointe à une autre.'),
  'kept-is-duplicate': () =>
    whole('La structure à garder vient d’être jointe à une autre : choisissez celle qui reste.'),
  'has-duplicates': () =>
    whole(
      'Des doublons sont déjà joints à cette structure : gardez-la, et joignez-lui l’autre ; ou séparez d’abord ses doublons.',
    ),
  'not-joined': () => whole('Cette structure n’est plus jointe à une autre : il n’y a rien à séparer.'),
  'no-such-contact': () => whole('Ce contact a déjà été retiré.'),
  'ref-known': () => ({ field: 'reference', message: 'Cette référence est déjà enregistrée.' }),
  'no-such-ref': () => whole('Cette référence a déjà été retirée.'),
}

export function problemOfOrganisation({ refused, details }: Refusal<OrganisationRefusal>): Problem {
  return refusals[refused](details)
}

function whole(message: string): Problem {
  return { field: null, message }
}
