import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { Stage } from '../../data/jury/progress.queries.ts'
import type { Affinity, Interest, JurorKind, Standing } from '../../domain/jury/interest.ts'
import { countedLevel } from '../../domain/schemes/level-text.ts'
import type { CheckRefusal } from '../../use-cases/jury/check-file.ts'
import type { ConstitutionRefusal } from '../../use-cases/jury/constitute-jury.ts'
import type { DeclarationRefusal } from '../../use-cases/jury/declare-interest.ts'
import type { DeliberationRefusal } from '../../use-cases/jury/deliberate.ts'
import type { GridRefusal } from '../../use-cases/jury/fill-grid.ts'
import type { NamingRefusal } from '../../use-cases/jury/name-juror.ts'
import type { MeetingRefusal } from '../../use-cases/jury/open-deliberation.ts'
import type { PublicationRefusal } from '../../use-cases/jury/publish-edition.ts'

export const KIND_WORDS: Readonly<Record<JurorKind, string>> = {
  scientific: 'scientifique',
  practitioner: 'praticien ou praticienne',
  partner: 'partenaire',
}

export const INTEREST_WORDS: Readonly<Record<Interest, string>> = {
  none: 'Je n’ai aucun lien avec cette candidature',
  family: 'Un lien de famille ou d’amitié proche',
  employment: 'J’y travaille, ou j’y ai travaillé depuis moins de trois ans',
  elected_office: 'J’y exerce un mandat électif, ou j’en ai exercé un depuis moins de trois ans',
  financial: 'Un intérêt financier',
  adviser: 'Je l’ai conseillée, ou aidée à préparer sa candidature',
  other: 'Un autre lien',
}

export const AFFINITY_WORDS: Readonly<Record<Affinity, string>> = {
  same_organisation: 'Vous êtes membre de cette structure sur la plateforme.',
  mandate: 'Un mandat ou une délégation de cette structure est enregistré à votre nom.',
  agreement_signed: 'Vous avez signé une convention avec cette structure.',
  territory: 'Cette structure est dans un territoire que vous avez déclaré.',
}

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  undeclared: 'À déclarer',
  reader: 'À lire',
  recused: 'Déport',
}

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  to_check: 'Recevabilité à vérifier',
  ineligible: 'Non recevable',
  to_give: 'Lecteurs à compléter',
  being_read: 'En lecture',
  read: 'Lu',
  decided: 'Délibéré',
}

export const STAGE_LOOKS: Readonly<Record<Stage, State>> = {
  to_check: 'pending',
  ineligible: 'neutral',
  to_give: 'warning',
  being_read: 'info',
  read: 'positive',
  decided: 'positive',
}

export function levelWords(level: number | null, unit: string): string {
  if (level === null) return 'aucun niveau'
  if (unit === '') return 'attribué'
  return countedLevel(level, unit)
}

/** « 3,5 » */
export function numberWords(value: number): string {
  return new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(value)
}

export type JuryRefusal =
  | ConstitutionRefusal
  | NamingRefusal
  | CheckRefusal
  | DeclarationRefusal
  | GridRefusal
  | MeetingRefusal
  | DeliberationRefusal
  | PublicationRefusal
  | 'no-such-juror'

type Told = Readonly<Record<string, string>>
const day = (details: Told) => formatDay((details.day ?? '') as Day)

const sentences: Readonly<
  Record<JuryRefusal, readonly [field: string | null, say: (details: Told) => string]>
> = {
  'no-such-campaign': [null, () => 'Cette campagne n’existe pas, ou n’est pas à votre portée.'],
  'no-jury': [null, () => 'Le jury de cette campagne n’est pas encore constitué : commencez par là.'],
  'already-published': [null, () => 'Les résultats de cette campagne sont publics : rien n’y change plus.'],
  'grids-end-before-files': [
    'grilles',
    (of) => `Les candidatures arrivent jusqu’au ${day(of)} : choisissez un jour plus tard.`,
  ],
  'ceremony-before-grids-end': [
    'ceremonie',
    (of) => `Les grilles sont ouvertes jusqu’au ${day(of)} : choisissez un jour plus tard.`,
  ],
  'not-a-member': [
    'personne',
    () => 'Cette personne n’a pas de compte dans le réseau : invitez-la d’abord, comme membre du jury.',
  ],
  'already-seated': ['personne', () => 'Cette personne siège déjà, ou a siégé, dans ce jury.'],
  'chair-taken': ['preside', () => 'Ce jury est déjà présidé : décochez la présidence.'],
  'no-such-juror': [null, () => 'Ce membre ne siège plus dans ce jury.'],
  'no-such-file': [null, () => 'Ce dossier ne peut pas être jugé : vérifiez d’abord qu’il est recevable.'],
  'reason-missing': [
    'motif',
    () => 'Dites pourquoi ce dossier n’est pas recevable : la lettre le dira au candidat.',
  ],
  'already-read': ['recevable', () => 'Ce dossier est déjà confié à des lecteurs : il reste recevable.'],
  'words-missing': ['precision', () => 'Dites en quelques mots de quel lien il s’agit.'],
  'recusal-stands': [null, () => 'Un déport ne se reprend pas : ce dossier vous reste fermé.'],
  undeclared: [null, () => 'Déclarez d’abord vos liens avec cette candidature.'],
  recused: [null, () => 'Vous vous êtes déporté : ce dossier ne peut plus être noté par vous.'],
  finished: [null, () => 'Votre grille est définitive : elle ne change plus.'],
  'grids-closed': [
    null,
    () =>
      'Les grilles sont closes. Vos commentaires restent affichés ici : copiez-les si vous en avez besoin.',
  ],
  'comment-missing': [null, () => 'Une note de 1 ou de 5 s’explique : ajoutez un commentaire à ce critère.'],
  'mark-missing': [
    null,
    () => 'Donnez une note à chaque critère, ou choisissez « Je ne peux pas juger », avant de terminer.',
  ],
  'grids-open': [
    null,
    () => 'Les grilles sont encore ouvertes : le jury délibère une fois qu’elles sont closes.',
  ],
  'dated-in-the-future': ['seance', () => 'Cette séance est à venir : ouvrez-la le jour même.'],
  'not-a-juror': ['presents', () => 'Une des personnes cochées ne siège pas ce jour-là.'],
  'no-quorum': [
    'presents',
    (of) =>
      `Le quorum n’est pas atteint : il faut au moins ${of.quorum} membres présents qui ne se déportent pas.`,
  ],
  'already-opened': ['seance', () => 'Une séance est déjà ouverte ce jour-là : elle continue.'],
  'no-such-meeting': ['seance_dossier', () => 'Choisissez la séance où ce dossier est décidé.'],
  'unknown-level': ['niveau', () => 'Choisissez un niveau de la liste.'],
  'chair-missing': ['preside_par', () => 'Qui préside pour ce dossier doit être présent.'],
  'chair-recused': [
    'preside_par',
    () => 'Cette personne se déporte pour ce dossier : choisissez qui préside à sa place.',
  ],
  'deviation-missing': [
    'ecart',
    () =>
      'Le jury s’écarte du niveau issu des seuils : dites pourquoi, la lettre le dira sans nommer personne.',
  ],
  'reasons-missing': [null, () => 'Rédigez la synthèse de chaque groupe de critères : le candidat la lira.'],
  'names-a-juror': [
    null,
    () => 'Un de ces textes nomme un membre du jury : le candidat le lirait. Retirez ce nom.',
  ],
  more_votes_than_present: ['pour', () => 'Il y a plus de voix que de membres présents pour ce dossier.'],
  no_majority: [
    'pour',
    () => 'Cette décision n’a pas la majorité des voix exprimées : votez un autre niveau.',
  ],
  'before-ceremony': [null, (of) => `Les résultats sont sous embargo jusqu’à la cérémonie du ${day(of)}.`],
  'files-undecided': [
    null,
    (of) => `Dossiers à décider ou dont la recevabilité est à vérifier : ${of.count}. Terminez-les d’abord.`,
  ],
  'no-file': [null, () => 'Cette campagne n’a aucun dossier à publier.'],
  'remedies-missing': [
    'recours',
    () => 'Écrivez les voies et délais de recours : aucune décision ne part sans elles.',
  ],
  'decided-in-the-future': ['decide_le', () => 'Cette décision est datée d’un jour à venir.'],
  'signer-unknown': [
    'signataire',
    () => 'Choisissez qui signe : son mandat ou sa délégation doit être enregistré.',
  ],
  'signer-without-delegation': [
    'signataire',
    (of) => `Ce jour-là, ${of.name} n’a ni mandat ni délégation pour signer des décisions sur les labels.`,
  ],
  'label-borne': [
    null,
    () => 'Un candidat porte déjà ce label à cette date : mettez d’abord fin à l’attribution précédente.',
  ],
}

export function problemOf({ refused, details }: Refusal<JuryRefusal>): Problem {
  const [field, say] = sentences[refused]
  const code = details.code && (refused === 'comment-missing' || refused === 'mark-missing')
  return {
    field: code ? `${refused === 'comment-missing' ? 'commentaire' : 'note'}_${details.code}` : field,
    message: say(details),
  }
}
