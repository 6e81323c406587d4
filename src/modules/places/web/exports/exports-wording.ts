import type { ExportFormat } from '../../domain/exports/export-format.ts'
import type { Lack } from '../../domain/exports/standard-export.ts'

const LACKS: Readonly<Record<Lack, string>> = {
  name: 'le nom',
  commune: 'la commune',
  'postal-code': 'un code postal à cinq chiffres',
  address: 'l’adresse',
}

/** What a place lacks to be a row of the national standard. */
export function lackText(lack: Lack): string {
  return LACKS[lack]
}

/** Each format, as one chooses it: its name, and whom it is for. */
export const formatWords: Readonly<Record<ExportFormat, { label: string; hint: string }>> = {
  csv: {
    label: 'CSV, standard national 1.0.2',
    hint: 'Pour échanger avec un autre annuaire : les 32 colonnes du schéma, contrôlées une à une.',
  },
  json: {
    label: 'JSON, standard national 1.0.2',
    hint: 'Les mêmes lignes, pour un programme.',
  },
  geojson: {
    label: 'GeoJSON',
    hint: 'Pour un logiciel de cartographie : les lieux dont la position est connue.',
  },
  'data-inclusion': {
    label: 'data.inclusion, schéma v1',
    hint: 'Structures et services, comme la plateforme data·inclusion les reçoit.',
  },
  xlsx: {
    label: 'Classeur XLSX',
    hint: 'Pour un tableur : chaque case est un texte, aucun numéro n’est arrondi.',
  },
  'non-exportables': {
    label: 'Lieux absents de ces fichiers',
    hint: 'CSV : ceux à qui il manque ce que le standard exige, et ce qui leur manque.',
  },
}
