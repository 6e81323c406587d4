import type { Refusal } from '../../../kernel/refusal.ts'
import type { Problem } from '../../../platform/http/form.ts'
import type { LegalBasis } from '../../../platform/privacy/processing.ts'
import { ofName } from '../../../ui/french.ts'
import type { Audience, ConsentField } from '../domain/consent.ts'
import type { Outcome, RequestKind } from '../domain/request.ts'
import type { RequestErasureRefusal } from '../use-cases/erase-person.ts'
import type { FilingRefusal } from '../use-cases/file-request.ts'
import type { HandlingRefusal } from '../use-cases/handle-request.ts'

export const kindNames: Record<RequestKind, string> = {
  access: 'Accès à mes données',
  rectification: 'Correction',
  erasure: 'Effacement',
  objection: 'Opposition',
  portability: 'Copie à emporter',
}

/** What each right is, in a resident's words. */
export const kindChoices: readonly { value: RequestKind; label: string; hint: string }[] = [
  { value: 'access', label: 'Savoir ce que vous gardez sur moi', hint: 'Droit d’accès' },
  { value: 'rectification', label: 'Faire corriger une erreur', hint: 'Droit de rectification' },
  { value: 'erasure', label: 'Faire effacer mes données', hint: 'Droit à l’effacement' },
  {
    value: 'objection',
    label: 'Refuser que mes données servent à quelque chose',
    hint: 'Droit d’opposition',
  },
  { value: 'portability', label: 'Emporter mes données dans un fichier', hint: 'Droit à la portabilité' },
]

export const outcomeNames: Record<Outcome, string> = {
  granted: 'Acceptée',
  partly_granted: 'Acceptée en partie',
  refused: 'Refusée',
  withdrawn: 'Retirée',
}

export const basisNames: Record<LegalBasis, string> = {
  'public-task': 'une mission de service public (RGPD, art. 6, 1, e)',
  contract: 'la convention signée par les parties (RGPD, art. 6, 1, b)',
  'legal-obligation': 'une obligation de la loi (RGPD, art. 6, 1, c)',
  consent: 'votre accord, que vous pouvez retirer à tout moment (RGPD, art. 6, 1, a)',
  'legitimate-interest': 'l’intérêt légitime du réseau, la sécurité (RGPD, art. 6, 1, f)',
}

export const fieldNames: Record<ConsentField, string> = {
  name: 'mon nom',
  job_title: 'ma fonction',
  organisation: 'ma structure et sa commune',
  email: 'mon courriel',
  phone: 'mon téléphone',
  photo: 'ma photo',
  presentation: 'ma présentation',
  places: 'les lieux où je travaille',
  skills: 'mes compétences et ce pour quoi j’aide',
  languages: 'les langues que je parle',
  availability: 'où et quand je peux intervenir',
  messages: 'que l’on peut m’écrire par un formulaire, sans voir mon adresse',
}

export function audienceNames(networkName: string): Record<Audience, string> {
  return {
    same_place: 'aux personnes de ma structure seulement',
    staff: 'à la tête du réseau seulement',
    network: `aux membres du réseau ${networkName}`,
    public: `à tout le monde, sur les pages publiques ${ofName(networkName)}`,
  }
}

/** The sentence a choice says yes to: on the page, legend and choice read together. Kept as the proof. */
export function consentWording(field: ConsentField, audience: Audience, networkName: string): string {
  return `${consentLegend(field)} ${audienceNames(networkName)[audience]}.`
}

export function consentLegend(field: ConsentField): string {
  return `J’accepte de montrer ${fieldNames[field]}`
}

type AnyRefusal = FilingRefusal | HandlingRefusal | RequestErasureRefusal

const refusals: Record<AnyRefusal, (details: Readonly<Record<string, string>>) => string> = {
  'too-many-today': () =>
    'Trois demandes ont déjà été faites aujourd’hui avec cette adresse. Nous les avons bien reçues : inutile d’en refaire une.',
  'no-such-request': () => 'Cette demande n’existe plus.',
  'already-answered': () => 'Cette demande a déjà reçu une réponse : relisez-la ci-dessous.',
  'already-extended': () => 'Le délai de cette demande a déjà été prolongé : il ne peut l’être qu’une fois.',
  'too-late-to-extend': () =>
    'Le premier mois est passé : la loi ne permet plus de prolonger le délai. Répondez à la demande.',
  'answer-says-nothing': () =>
    'Un refus, même en partie, doit dire pourquoi : écrivez le motif dans la réponse.',
  'not-an-erasure': () => 'Cette demande ne porte pas sur un effacement.',
  'no-account': () =>
    'Aucun compte confirmé de ce réseau ne correspond à cette demande : il n’y a rien à effacer ici.',
  'already-erased': () => 'Ce compte est déjà effacé. Répondez à la demande.',
  'last-officer': ({ networks }) =>
    `Cette personne est la seule à diriger ${networks} : nommez d’abord une autre chargée ou un autre chargé de mission.`,
  'acts-elsewhere': ({ networks }) =>
    `Cette personne agit aussi pour ${networks} : elle doit d’abord quitter ce réseau, ou y faire la même demande.`,
}

export function problemOfRefusal({ refused, details }: Refusal<AnyRefusal>): Problem {
  const field = refused === 'answer-says-nothing' ? 'reponse' : null
  return { field, message: refusals[refused](details) }
}
