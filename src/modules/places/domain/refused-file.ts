import { type Refusal, refuse } from '../../../kernel/refusal.ts'

/** Why a whole file cannot be read as places. Nothing was written. */
export type FileRefusal = Refusal<keyof typeof sentences>

/** Said on the page, on the command line and in the journal of a job: what the file is, and what to do. */
const sentences = {
  empty: () =>
    'Ce fichier est vide. Vérifiez que l’export est allé jusqu’à son terme, puis envoyez-le de nouveau.',
  'header-only': () =>
    'Ce fichier n’a qu’une ligne de titres et aucun lieu. Vérifiez l’export, puis envoyez-le de nouveau.',
  'too-large': ({ limit }: Details) =>
    `Ce fichier dépasse ${limit} Mo. Coupez-le en plusieurs fichiers, ou importez-le en ligne de commande.`,
  picture: ({ format }: Details) =>
    `Ce fichier est une image (${format}), pas un tableau. Demandez au producteur le fichier CSV des lieux.`,
  document: ({ format }: Details) =>
    `Ce fichier est un document ${format}. Demandez au producteur le tableau d’origine au format CSV.`,
  spreadsheet: ({ format }: Details) =>
    `Ce fichier est un classeur ${format}. Ouvrez-le dans votre tableur et enregistrez-le sous « CSV UTF-8 », puis envoyez ce nouveau fichier.`,
  archive: ({ format }: Details) =>
    `Ce fichier est une archive ${format}. Décompressez-la et envoyez le fichier CSV qu’elle contient.`,
  'web-page': () =>
    'Ce fichier est une page web. L’adresse de téléchargement a peut-être changé : téléchargez le fichier CSV lui-même.',
  json: ({ found, missing }: Details) =>
    `Ce fichier est au format JSON, et d’une autre forme que le standard national 1.0.2. ${found ? `Ses champs sont : ${found}. ` : ''}${missing ? `Il y manque : ${missing}. ` : ''}Demandez au producteur le fichier CSV au standard.`,
  binary: () =>
    'Ce fichier n’est pas du texte : il est abîmé, ou d’un autre genre. Envoyez un fichier CSV au standard national 1.0.2.',
  'other-columns': ({ found, missing }: Details) =>
    `Ce tableau n’a pas les colonnes du standard national 1.0.2. Il y manque : ${missing}. Colonnes lues : ${found}. Renommez-les comme le standard, puis envoyez de nouveau le fichier.`,
  'quote-not-closed': ({ line }: Details) =>
    `Un guillemet ouvert à la ligne ${line} n’est jamais refermé : la suite du fichier ne peut pas être lue. Corrigez cette ligne, puis envoyez de nouveau le fichier.`,
  unreadable: ({ line }: Details) =>
    `La ligne ${line} ne peut pas être lue comme une ligne de tableau. Corrigez-la, puis envoyez de nouveau le fichier.`,
} as const

type Details = Readonly<Record<string, string>>

export function refuseFile(code: FileRefusal['refused'], details: Details = {}): FileRefusal {
  return refuse(code, details)
}

export function sentenceOf({ refused, details }: FileRefusal): string {
  return sentences[refused](details)
}
