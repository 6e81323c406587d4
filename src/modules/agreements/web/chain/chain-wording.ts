import { type Day, isDay } from '../../../../kernel/day.ts'
import { formatDay, plural } from '../../../../ui/french.ts'
import type { ChainAnchor, ChainFault, ChainVerification } from '../../use-cases/chain/verify-chains.ts'

const FAULTS: Record<ChainFault['kind'], string> = {
  'altered-act': 'l’acte a été modifié après coup',
  'missing-act': 'l’acte a disparu',
  'missing-link': 'le maillon précédent a disparu, avec son acte',
  'altered-link': 'le maillon ne suit pas du précédent',
  'unlinked-act': 'l’acte n’a pas de maillon : il a été ajouté après coup',
  'altered-terms': 'les termes de la convention ne sont plus ceux que cette signature engageait',
  'digest-differs': 'les actes ne donnent plus ce relevé : un acte a été modifié, ajouté ou retiré depuis',
  'stamp-of-something-else': 'l’horodatage n’est pas celui de ce relevé',
  'anchor-not-found': 'le relevé noté ailleurs n’existe plus',
  'anchor-differs': 'le relevé n’est pas celui qui a été noté ailleurs : les actes ont été réécrits',
}

/** What the command says: one sentence when all is well, else the first broken link of each agreement. */
export function chainText({ agreements, acts, last, faults }: ChainVerification): string {
  if (faults.length > 0)
    return ['La chaîne des actes n’est pas intacte :', ...faults.map(faultText)].join('\n')
  if (acts === 0) return 'Aucun acte n’est encore enregistré.'
  const told = `${plural(agreements, 'convention', 'conventions')}, ${plural(acts, 'acte vérifié', 'actes vérifiés')}`
  return last ? `${told}, relevé ${digestText(last)}` : `${told}, aucun relevé quotidien pour l’instant`
}

function faultText({ kind, reference, seq, day }: ChainFault): string {
  const where = [
    reference && `convention ${reference}`,
    seq !== null && `acte ${seq}`,
    day && `relevé du ${formatDay(day)}`,
  ].filter(Boolean)
  return `- ${where.join(', ')} : ${FAULTS[kind]}`
}

/** `2026-06-17:9f86…`: how a daily digest is noted and read again. */
export function digestText({ day, digest }: { day: Day; digest: Buffer }): string {
  return `${day}:${digest.toString('hex')}`
}

export function parseAnchor(text: string): ChainAnchor | null {
  const [, day, hex] = /^(\d{4}-\d{2}-\d{2}):([0-9a-f]{64})$/i.exec(text.trim()) ?? []
  return day && hex && isDay(day) ? { day, hex: hex.toLowerCase() } : null
}
