import { type Refusal, refuse } from '../../../../kernel/refusal.ts'

/** Why a whole file is not read: nothing was written. */
export type FileRefusal = Refusal<keyof typeof sentences>

type Details = Readonly<Record<string, string>>

/** What the file is, and what to do. */
const sentences = {
  empty: () => 'Ce fichier est vide. Vérifiez votre export, puis envoyez-le de nouveau.',
  'header-only': () =>
    'Ce fichier n’a que ses titres. Remplissez au moins une ligne, puis envoyez-le de nouveau.',
  'too-large': () => 'Ce fichier dépasse 10 Mo. Coupez-le en plusieurs fichiers.',
  'too-many-rows': ({ most = '' }: Details) =>
    `Ce fichier a plus de ${most} lignes. Coupez-le en plusieurs fichiers.`,
  picture: ({ format = '' }: Details) =>
    `Ce fichier est une image (${format}), pas un tableau. Envoyez un fichier CSV ou un classeur ODS ou XLSX.`,
  document: ({ format = '' }: Details) =>
    `Ce fichier est un document ${format}. Copiez son tableau dans le gabarit, puis envoyez celui-ci.`,
  workbook: ({ format = '' }: Details) =>
    `Ce classeur ${format} ne s’ouvre pas. Enregistrez-le de nouveau, ou en CSV.`,
  spreadsheet: ({ format = '' }: Details) =>
    `Ce fichier est un classeur ${format}. Enregistrez-le au format ODS, XLSX ou CSV, puis envoyez-le de nouveau.`,
  archive: ({ format = '' }: Details) =>
    `Ce fichier est une archive ${format}. Décompressez-la et envoyez le tableau qu’elle contient.`,
  binary: () =>
    'Ce fichier n’est pas du texte : il est abîmé, ou d’un autre genre. Envoyez un fichier CSV, ODS ou XLSX.',
  'other-columns': ({ found = '' }: Details) =>
    `Aucun tableau de ce fichier n’a les colonnes attendues : « nom » pour des modèles, « numero » pour des exemplaires, « exemplaire » pour des prêts.${found ? ` Colonnes lues : ${found}.` : ''} Reprenez les titres du gabarit.`,
  'table-twice': ({ table = '' }: Details) =>
    `Deux feuilles de ce classeur sont des tableaux « ${table} ». Réunissez-les en une seule, puis envoyez-le de nouveau.`,
  'quote-not-closed': ({ line = '' }: Details) =>
    `Un guillemet ouvert à la ligne ${line} n’est jamais refermé : la suite ne peut pas être lue. Corrigez cette ligne.`,
  unreadable: ({ line = '' }: Details) =>
    `La ligne ${line} ne peut pas être lue comme une ligne de tableau. Corrigez-la, puis envoyez de nouveau le fichier.`,
  'workbook-unreadable': () =>
    'Ce classeur est abîmé : il ne s’ouvre pas. Enregistrez-le de nouveau, ou en CSV.',
  'workbook-locked': () =>
    'Ce classeur est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe.',
  'workbook-too-large': () =>
    'Ce classeur devient trop grand une fois ouvert. Gardez les seules lignes remplies, ou envoyez un fichier CSV.',
  'wrong-lines': ({ wrong = '' }: Details) =>
    `Des lignes sont fausses (${wrong}) et vous aviez choisi « tout ou rien » : rien n’a été écrit.`,
  'changed-meanwhile': () =>
    'Quelqu’un a changé l’inventaire pendant l’écriture : rien n’a été écrit. Envoyez de nouveau le fichier.',
} as const

export function refuseFile(code: FileRefusal['refused'], details: Details = {}): FileRefusal {
  return refuse(code, details)
}

export function sentenceOf({ refused, details }: FileRefusal): string {
  return sentences[refused](details)
}
