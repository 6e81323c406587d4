import { type Refusal, refuse } from '../../../../kernel/refusal.ts'

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
    `Ce fichier est un classeur ${format}. Ouvrez-le dans votre tableur et enregistrez-le au format ODS, XLSX ou « CSV UTF-8 », puis envoyez ce nouveau fichier.`,
  workbook: ({ format }: Details) =>
    `Ce fichier est un classeur ${format}. Enregistrez sa feuille sous « CSV UTF-8 », puis envoyez ce nouveau fichier.`,
  'workbook-unreadable': () =>
    'Ce classeur est abîmé. Ouvrez-le dans votre tableur et enregistrez-le de nouveau, puis envoyez ce nouveau fichier.',
  'workbook-locked': () =>
    'Ce classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis envoyez ce nouveau fichier.',
  'workbook-too-large': () =>
    'Ce classeur est trop grand pour être ouvert. Enregistrez sa feuille sous « CSV UTF-8 », puis envoyez ce nouveau fichier.',
  'workbook-no-table': () =>
    'Aucune feuille de ce classeur n’a de ligne de titres. Vérifiez sa première ligne, puis envoyez de nouveau le fichier.',
  archive: ({ format }: Details) =>
    `Ce fichier est une archive ${format}. Décompressez-la et envoyez le fichier CSV qu’elle contient.`,
  'archive-of-several': ({ names }: Details) =>
    `Cette archive ZIP contient plusieurs tableaux : ${names}. Décompressez-la et envoyez celui des lieux.`,
  'gzip-unreadable': () =>
    'Ce fichier compressé est abîmé, ou ce qu’il contient est démesuré. Décompressez-le, puis envoyez le fichier CSV qu’il contient.',
  'web-page': () =>
    'Ce fichier est une page web. L’adresse de téléchargement a peut-être changé : téléchargez le fichier CSV lui-même.',
  xml: () =>
    'Ce fichier est au format XML ou KML, celui d’une carte. Demandez au producteur le fichier CSV ou GeoJSON des lieux.',
  json: () => 'Ce fichier est au format JSON.',
  'json-no-list': () =>
    'Ce fichier JSON ne contient aucune liste d’objets. Demandez au producteur un fichier où chaque lieu est un objet d’une liste.',
  'json-broken': ({ line }: Details) =>
    `Ce fichier JSON est coupé ou mal écrit${line ? `, à l’élément ${line}` : ''}. Téléchargez-le de nouveau, puis renvoyez-le.`,
  'json-too-deep': () =>
    'Ce fichier JSON imbrique trop d’objets pour être lu comme un tableau. Demandez au producteur une liste plus simple.',
  binary: () =>
    'Ce fichier n’est pas du texte : il est abîmé, ou d’un autre genre. Envoyez un fichier CSV au standard national 1.0.2.',
  'other-columns': ({ found }: Details) =>
    `Rien ne dit laquelle de ces colonnes donne le nom des lieux : ${found}. Vérifiez la première ligne du fichier, ou dites à quoi servent ses colonnes, puis recommencez.`,
  'no-location': ({ found }: Details) =>
    `Aucune de ces colonnes ne dit où sont les lieux (adresse, commune, code postal ou coordonnées) : ${found}. Vérifiez que c’est le bon fichier, ou dites à quoi servent ses colonnes, puis recommencez.`,
  'no-such-sheet': ({ sheet }: Details) =>
    `Ce classeur n’a pas de feuille « ${sheet} » où lire un tableau. Choisissez-en une autre dans « Comment le fichier a été lu ».`,
  'no-such-list': ({ list }: Details) =>
    `Ce fichier JSON n’a pas de liste de lieux « ${list} ». Choisissez-en une autre dans « Comment le fichier a été lu ».`,
  'no-such-heading-line': ({ line }: Details) =>
    `La ligne ${line} est vide, ou le fichier s’arrête avant elle : elle ne peut pas donner les titres des colonnes. Choisissez une autre ligne.`,
  'not-that-encoding': ({ encoding }: Details) =>
    `Lu avec les lettres « ${encoding} », ce fichier n’est plus du texte lisible. Choisissez un autre encodage.`,
  'quote-not-closed': ({ line }: Details) =>
    `Un guillemet ouvert à la ligne ${line} n’est jamais refermé : la suite du fichier ne peut pas être lue. Corrigez cette ligne, puis envoyez de nouveau le fichier.`,
  unreadable: ({ line }: Details) =>
    `La ligne ${line} ne peut pas être lue comme une ligne de tableau. Corrigez-la, puis envoyez de nouveau le fichier.`,
} as const

type Details = Readonly<Record<string, string>>

export function refuseFile(code: FileRefusal['refused'], details: Details = {}): FileRefusal {
  return refuse(code, details)
}

/** Is it the way of reading a file, said by a person, that does not fit it? */
export function isReadingRefusal({ refused }: FileRefusal): boolean {
  return READING_REFUSALS.has(refused)
}

/** May another way of reading it, said by a person, make places of it? `isSaid`: what refused it came from a person. DIR-28. */
export function mayBeReadOtherwise(refusal: FileRefusal, isSaid: boolean): boolean {
  const { refused } = refusal
  return isReadingRefusal(refusal) || NOT_FOUND.has(refused) || (isSaid && SAID_WRONGLY.has(refused))
}

type Codes = ReadonlySet<FileRefusal['refused']>
const READING_REFUSALS: Codes = new Set([
  'no-such-sheet',
  'no-such-list',
  'no-such-heading-line',
  'not-that-encoding',
])
/** The headings are further down, or are not those that were taken for them. */
const NOT_FOUND: Codes = new Set(['other-columns', 'no-location', 'workbook-no-table'])
const SAID_WRONGLY: Codes = new Set(['header-only', 'quote-not-closed', 'unreadable'])

export function sentenceOf({ refused, details }: FileRefusal): string {
  return sentences[refused](details)
}
