export const EXPORT_FORMATS = ['csv', 'json', 'geojson', 'data-inclusion', 'xlsx', 'non-exportables'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export function isExportFormat(text: string): text is ExportFormat {
  return (EXPORT_FORMATS as readonly string[]).includes(text)
}

/** Seconds before the file of the whole directory, written for everybody, may be written again. DIR-86. */
export const REWRITTEN_AFTER = 15 * 60

/** Of each format: what its file is called at its stable address, and its media type. */
export const FORMATS: Readonly<Record<ExportFormat, { readonly file: string; readonly type: string }>> = {
  csv: { file: 'standard.csv', type: 'text/csv; charset=utf-8' },
  json: { file: 'standard.json', type: 'application/json; charset=utf-8' },
  geojson: { file: 'lieux.geojson', type: 'application/geo+json; charset=utf-8' },
  'data-inclusion': { file: 'data-inclusion.json', type: 'application/json; charset=utf-8' },
  xlsx: {
    file: 'lieux.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'non-exportables': { file: 'non-exportables.csv', type: 'text/csv; charset=utf-8' },
}
