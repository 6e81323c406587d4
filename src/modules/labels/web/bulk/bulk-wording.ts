import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { LineFault, MatchedLine } from '../../domain/bulk/match-lines.ts'
import type { ListMoment, Verdict } from '../../domain/bulk/place-list.ts'
import type { DecideListRefusal } from '../../use-cases/bulk/decide-list.ts'
import type { FillRefusal } from '../../use-cases/bulk/fill-list.ts'
import type { JudgeRefusal } from '../../use-cases/bulk/judge-line.ts'
import type { OpenListRefusal } from '../../use-cases/bulk/open-list.ts'
import type { ReceiveRefusal } from '../../use-cases/bulk/receive-list-file.ts'
import type { CharterRefusal } from '../../use-cases/bulk/sign-charter.ts'

export const momentWords: Record<ListMoment, string> = {
  draft: 'En préparation',
  signed: 'Charte signée',
  decided: 'Décidée',
}

export const verdictWords: Record<Verdict, string> = {
  granted: 'À attribuer',
  granted_with_reserve: 'Avec réserve',
  excluded: 'Exclu',
}

const faultWords: Record<LineFault, string> = {
  nameless: 'La ligne ne donne ni nom ni adresse de fiche.',
  'unknown-ref': 'Aucune fiche de l’annuaire n’a cette adresse.',
  closed: 'Ce lieu est fermé.',
  twice: 'Ce lieu est déjà à la ligne {line}.',
  outside: 'Ce lieu ne relève pas de votre convention.',
  'already-listed': 'Ce lieu est déjà dans une liste proposée pour ce label.',
  'already-labelled': 'Ce lieu porte déjà ce label.',
}

/** Why a line is not taken as it is: what the file of bad lines says. LAB-52. */
export function reasonOf({ outcome }: Pick<MatchedLine, 'outcome'>): string {
  if (outcome.kind === 'several')
    return `Plusieurs lieux de l’annuaire répondent (${outcome.places.length}) : précisez la commune ou l’adresse de la fiche.`
  if (outcome.kind === 'unknown')
    return 'Ce lieu n’est pas dans l’annuaire : vérifiez son nom et sa commune, ou faites-le créer.'
  if (outcome.kind === 'found') return ''
  return faultWords[outcome.fault].replace('{line}', String(outcome.otherLine ?? ''))
}

export type BulkRefusal =
  | OpenListRefusal
  | FillRefusal
  | ReceiveRefusal
  | CharterRefusal
  | JudgeRefusal
  | DecideListRefusal

type Said = readonly [field: string | null, message: string]

const SAID: Record<BulkRefusal, Said> = {
  'no-such-scheme': ['label', 'Choisissez un label de la liste.'],
  'no-such-agreement': [
    'convention',
    'Ce label se propose sous une convention en vigueur qui le prévoit : choisissez-en une de la liste.',
  ],
  'met-in-the-future': ['reuni_le', 'La date est à venir : indiquez le jour où le comité s’est réuni.'],
  'minutes-missing': ['compte_rendu', 'Écrivez le compte rendu du comité, ou joignez-le.'],
  'no-such-list': [null, 'Cette liste n’existe pas ou n’est pas à votre portée.'],
  'nothing-to-add-to': [
    null,
    'La charte de cette liste n’est pas signée : ajoutez-y le lieu directement, sans avenant.',
  ],
  outside: ['lieux', '{name} ne relève pas de votre convention : décochez ce lieu.'],
  'already-listed': ['lieux', '{name} est déjà dans une liste proposée pour ce label.'],
  'already-labelled': ['lieux', '{name} porte déjà ce label.'],
  'list-signed': [
    null,
    'La charte de cette liste est signée : elle ne change plus. Pour ajouter un lieu, préparez un avenant.',
  ],
  'no-place-chosen': ['lieux', 'Cochez au moins un lieu.'],
  'no-such-place': ['lieux', 'Un de ces lieux n’est plus là : cherchez-le de nouveau.'],
  'no-such-file': [null, 'Ce fichier n’existe plus : envoyez-le de nouveau.'],
  'already-taken': [null, 'Les lignes de ce fichier ont déjà été reprises.'],
  'nothing-to-take': [
    null,
    'Aucune ligne ne peut être reprise : choisissez les lieux hésitants, ou corrigez le fichier.',
  ],
  'file-unreadable': [
    'tableau',
    'Ce fichier n’est ni un tableau CSV ni un classeur ODS ou XLSX lisible : enregistrez-le dans l’un de ces formats.',
  ],
  'file-locked': ['tableau', 'Ce classeur est protégé par un mot de passe : enlevez-le, puis renvoyez-le.'],
  'file-too-large': ['tableau', 'Ce fichier est trop lourd : 5 Mo au plus.'],
  'file-empty': ['tableau', 'Choisissez un tableau qui a une ligne de titres et au moins un lieu.'],
  'file-without-name': [
    'tableau',
    'Aucune colonne ne nomme les lieux (colonnes lues : {columns}). Titrez-en une « nom », et si possible une « commune ».',
  ],
  'too-many-lines': ['tableau', 'Ce tableau a plus de 5 000 lignes : coupez-le en plusieurs.'],
  'already-signed': [null, 'La charte de cette liste vient d’être signée : rien n’a été ajouté.'],
  'empty-list': [null, 'La liste est vide : ajoutez des lieux avant de signer la charte.'],
  'list-changed': [
    null,
    'La liste a changé depuis que vous l’avez lue. Relisez-la, puis signez de nouveau si vous êtes d’accord.',
  ],
  'signed-in-the-future': ['signee_le', 'La date est à venir : la charte se date d’aujourd’hui ou d’avant.'],
  'signed-before-the-committee': [
    'signee_le',
    'Le comité s’est réuni le {day} : la charte est signée ce jour-là ou après.',
  ],
  'agreement-not-in-force': [
    null,
    'La convention n’est pas en vigueur le {day} : rien ne peut être signé ni attribué ce jour-là.',
  ],
  'signer-unknown': [
    'signataire',
    'Choisissez qui signe : son mandat ou sa délégation doit être enregistré.',
  ],
  'signer-without-power': [
    'signataire',
    'Ce jour-là, {name} n’a pas de mandat ni de délégation pour les labels : choisissez quelqu’un d’autre, ou enregistrez la délégation.',
  ],
  'signer-without-delegation': [
    'signataire',
    'Ce jour-là, {name} n’a pas de mandat ni de délégation pour signer des décisions sur les labels : choisissez quelqu’un d’autre, ou enregistrez la délégation.',
  ],
  'not-signed': [
    null,
    'La charte de cette liste n’est pas signée : aucun label ne peut être attribué tant que le partenaire ne l’a pas signée.',
  ],
  'already-decided': [null, 'Cette liste est déjà décidée : rien n’a été ajouté.'],
  'reason-missing': [
    'motif',
    'Écrivez le motif : la tête du réseau s’est engagée à labelliser les lieux proposés.',
  ],
  reasons_missing: ['motifs', 'Écrivez les motifs : sans eux, cette décision ne peut pas être signée.'],
  remedies_missing: [
    'voies',
    'Un lieu est exclu ou reçoit une réserve : indiquez les voies et délais de recours.',
  ],
  reserves_missing: [null, 'Une réserve n’a pas de texte : complétez-la sur la ligne du lieu.'],
  level_missing: [null, 'Ce label a des niveaux : il ne s’attribue pas par liste.'],
  level_unknown: [null, 'Ce label a des niveaux : il ne s’attribue pas par liste.'],
  'decided-in-the-future': ['date', 'Une décision se date d’aujourd’hui ou d’un jour passé.'],
  'already-borne': [
    'effet',
    'Un des lieux porte déjà ce label à cette date : excluez-le, ou choisissez une date d’effet après la fin de son attribution.',
  ],
}

export function bulkProblem({ refused, details }: Refusal<BulkRefusal>) {
  const [field, message] = SAID[refused]
  return {
    field,
    message: message
      .replace('{name}', details.name ?? 'Ce lieu')
      .replace('{columns}', details.columns ?? '')
      .replace('{day}', details.day ? formatDay(details.day as Day) : ''),
  }
}
