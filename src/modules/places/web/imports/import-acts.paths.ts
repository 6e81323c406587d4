import type { ImportId } from '../../domain/imports/import.ts'

export const importActRoutesOf = {
  stop: '/lieux/imports/:id/arret',
  undo: '/lieux/imports/:id/annulation',
  redo: '/lieux/imports/:id/retablissement',
  corrections: '/lieux/imports/:id/corrections',
  submission: '/lieux/imports/:id/relecture',
  refusal: '/lieux/imports/:id/refus',
  refusedRows: '/lieux/imports/:id/lignes-refusees.csv',
} as const

export const importActPaths = {
  stop: (base: string, id: ImportId) => `${base}/lieux/imports/${id}/arret`,
  undo: (base: string, id: ImportId) => `${base}/lieux/imports/${id}/annulation`,
  redo: (base: string, id: ImportId) => `${base}/lieux/imports/${id}/retablissement`,
  corrections: (base: string, id: ImportId) => `${base}/lieux/imports/${id}/corrections`,
  submission: (base: string, id: ImportId) => `${base}/lieux/imports/${id}/relecture`,
  refusal: (base: string, id: ImportId) => `${base}/lieux/imports/${id}/refus`,
  /** For a spreadsheet: its own separator and mark, and no cell that it would compute. */
  refusedRows: (base: string, id: ImportId, pour?: 'tableur') =>
    `${base}/lieux/imports/${id}/lignes-refusees.csv${pour ? `?pour=${pour}` : ''}`,
}
