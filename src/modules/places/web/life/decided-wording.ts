import { fieldOfColumn } from '../../data/life/written-fields.ts'
import { lowerFirst } from '../wording.ts'
import { fieldName } from './life-wording.ts'

interface DecidedChange {
  place: string
  /** The columns that were to change. */
  columns: readonly string[]
  outcome: 'accepted' | 'refused'
  reason: string | null
  networkName: string
  /** Of the sheet, where the place is kept. */
  address: string
}

/** Told to whoever asked for the change. DIR-73. */
export function decidedMail({ place, columns, outcome, reason, networkName, address }: DecidedChange) {
  const isAccepted = outcome === 'accepted'
  const fields = [...new Set(columns.map((column) => fieldName(fieldOfColumn(column))))].filter(
    (name) => name !== null,
  )
  const about = fields.length > 0 ? ` (${fields.map(lowerFirst).join(', ')})` : ''
  return {
    subject: `${networkName} : votre changement sur la fiche de ${place} est ${isAccepted ? 'accepté' : 'refusé'}`,
    body: [
      'Bonjour,',
      isAccepted
        ? `La tête de réseau a accepté le changement que vous demandiez sur la fiche de ${place}${about}. Le public le voit.`
        : `La tête de réseau a refusé le changement que vous demandiez sur la fiche de ${place}${about}. Le public lit toujours l’ancienne version.`,
      ...(reason ? [`Elle écrit : ${reason}`] : []),
      `La fiche : ${address}`,
      networkName,
    ].join('\n\n'),
  }
}
