import { sealText } from './seals.ts'
import { type Fault, MOST_FAULTS, type Verification } from './verify.ts'

const FAULTS: Record<Fault['kind'], string> = {
  'altered-line': 'la ligne a été modifiée après coup',
  'missing-line': 'la ligne a disparu, et aucune purge ne l’explique',
  'altered-seal': 'le sceau ne suit pas du précédent',
  gap: 'un sceau manque à partir de cette position',
  'unsealed-line': 'la ligne n’a pas de sceau',
  'untold-purge': 'une purge est inscrite, mais aucune ligne scellée ne la confirme',
  'anchor-not-found': 'le repère n’existe plus : la fin du journal a été coupée',
  'anchor-differs': 'le sceau n’est pas celui du repère : le journal a été réécrit',
}

/** What the command says: one sentence when all is well, else one line per fault. */
export function verificationText({ verified, purged, last, faults }: Verification): string {
  if (faults.length > 0) {
    const more =
      faults.length === MOST_FAULTS ? [`Seuls les ${MOST_FAULTS} premiers défauts sont montrés.`] : []
    return ['Le journal n’est pas intact :', ...faults.map(faultText), ...more].join('\n')
  }
  if (!last) return 'Le journal est vide.'
  const gone = purged > 0 ? ` (et ${purged} purgées à leur terme)` : ''
  return `${verified} ${verified < 2 ? 'ligne vérifiée' : 'lignes vérifiées'}${gone}, sceau ${sealText(last)}`
}

function faultText({ kind, position, line }: Fault): string {
  const where = [position !== null && `position ${position}`, line !== null && `ligne ${line}`].filter(
    Boolean,
  )
  return `- ${where.join(', ')} : ${FAULTS[kind]}`
}
