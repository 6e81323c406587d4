import { folded } from '../fold.ts'

const YES = /^(x{1,2}|o|oui|yes|y|1|true|vrai|ok|checked|coche)$/
const NO = /^(n|non|no|0|false|faux|unchecked|non coche)$/
const TICK = /^[✓✔☑✅]$/u
const CROSS = /^[✗✘☐❌–—-]$/u

/** Does a cell to tick say yes? */
export function saysYes(cell: string): boolean {
  return TICK.test(cell.trim()) || YES.test(folded(cell))
}

function saysNo(cell: string): boolean {
  return CROSS.test(cell.trim()) || NO.test(folded(cell))
}

/** Cells to tick: each says yes or no, and one says yes. */
export function areTicks(cells: readonly string[]): boolean {
  return cells.some(saysYes) && cells.every((cell) => saysYes(cell) || saysNo(cell))
}

/** What cells look like, whatever their heading says. */
export type CellKind = keyof typeof KINDS

const KINDS = {
  mail: /^[^\s@]+@[^\s@]+\.[a-z]{2,}|\[at\]/i,
  phone:
    /^(?:t[ée]l\.?\s*:?\s*)?(?:(?:\+|00)\d{1,3}[\s.(]|\+\d|0\d)(?:[\s.\-()]*\d){6,11}\b|^[1-9]\d{8}$|^\d{2}([ .]\d{2}){2,3}$/i,
  'postal-code': /^(?:F-?)?(?:0[1-9]|[1-8]\d|9[0-8])\s?\d{3}(?:\.0)?$|^[1-9]\d{3}$/,
  insee: /^(?:\d{5}|\d{4}|2[ABab]\d{3})$/,
  siret: /^\d{3}[\s.]?\d{3}[\s.]?\d{3}[\s.]?\d{5}$|^\d[.,]\d+E\+?13$/i,
  web: /https?:\/\/|www\.|^[\w-]+(\.[\w-]+)*\.(fr|com|org|net|eu|example)\b/i,
  date: /^\d{4}-\d{2}-\d{2}|^\d{1,2}\/\d{1,2}\/\d{2,4}\b|^[2-6]\d{4}([.,]\d+)?$/,
  number: /^[+-]?\d+([.,]\d+)?$|°/,
  hours: /\d\s*(?:h|:)\s*\d|\d\s*h\b|\brdv\b|rendez-vous|24\/7|^ferm/i,
  street:
    /^(?!\d{4}-\d\d-\d\d)(?:\d+[\s,]*(?:bis|ter|quater|[a-d]\b)?|place|pl|rue|avenue|av|boulevard|bd|chemin|allée|impasse|quai|square|route|cours|esplanade|zone|za|zi|le bourg|mairie)\b.*\p{L}/iu,
  name: /\p{L}{3}/u,
  town: /^(?:\p{L}|['’ \-./])+(?:\s\d{1,2}(?:er|e|ème)?(?:\sarrondissement)?)?(?:\scedex(?:\s\d+)?)?$/iu,
  'code-and-town':
    /^(?:F-)?(?:0[1-9]|[1-8]\d|9[0-8])\s?\d{3}[\s,–-]+\p{L}|^[^\d(]+\(\s*(?:0[1-9]|[1-8]\d|9[0-8])\s?\d{3}\s*\)$/u,
} as const

/** The share of the cells, of those that say something, that look so: 0 to 1. */
export function shareOf(kind: CellKind, cells: readonly string[]): number {
  if (cells.length === 0) return 0
  return cells.filter((cell) => KINDS[kind].test(cell.trim())).length / cells.length
}
