import type { StockLine, StockResult } from '../../use-cases/upkeep/sign-stock-taking.ts'
import { momentText } from '../moment-wording.ts'
import { DIFFERENCE_WORDS } from './stock-taking-wording.ts'

/** The result as a table, differences first. EQP-1306. */
export function differenceRows(
  { missing, misplaced, unknown, outOnLoan, seen }: StockResult,
  zone: string,
): { header: string[]; rows: string[][] } {
  const lines = (finding: string, list: readonly StockLine[]) =>
    list.map(({ unit, because, seenAt }) => [
      finding,
      unit.assetNumber,
      unit.modelName,
      unit.homeDeskName,
      because ? DIFFERENCE_WORDS[because] : '',
      seenAt ? momentText(seenAt, zone) : '',
    ])
  return {
    header: ['Constat', 'Numéro', 'Modèle', 'Guichet', 'Précision', 'Lu le'],
    rows: [
      ...lines('non vu', missing),
      ...lines('pas à sa place', misplaced),
      ...unknown.map(({ text }) => ['inconnu', text, '', '', '', '']),
      ...lines('en prêt', outOnLoan),
      ...lines('vu', seen),
    ],
  }
}
