import type { ReadingEncoding, ReadingSeparator } from '../../domain/mapping/reading.ts'

export const encodingWords: Readonly<Record<ReadingEncoding, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows (windows-1252)',
  macintosh: 'Mac ancien (macintosh)',
  'utf-16le': 'UTF-16, petit-boutiste',
  'utf-16be': 'UTF-16, gros-boutiste',
}

export const separatorWords: Readonly<Record<ReadingSeparator, string>> = {
  ',': 'Virgule ( , )',
  ';': 'Point-virgule ( ; )',
  '\t': 'Tabulation',
  '|': 'Barre verticale ( | )',
}

export const formatWords = {
  text: 'Texte à colonnes (CSV)',
  workbook: 'Classeur (ODS ou XLSX)',
  json: 'Liste d’objets (JSON)',
} as const
