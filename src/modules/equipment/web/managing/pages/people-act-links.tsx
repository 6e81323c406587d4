import { LinkList } from '../../../../../ui/link-list.tsx'
import type { InventoryId, LineId } from '../../../domain/equipment.ts'
import type { LineState } from '../../../domain/line.ts'
import { peopleActPaths } from '../people-acts.paths.ts'

interface PeopleActLinksProps {
  base: string
  inventory: InventoryId
  line: { id: LineId; state: LineState; isInsured: boolean; isLate: boolean }
  reexamination: { answer: string | null } | null
}

const TO_INSURE: readonly LineState[] = ['submitted', 'approved', 'prepared', 'out', 'partially_returned']

/** On the lender's page of a loan: what may be asked of its borrower, or answered. EQP-506, EQP-602, EQP-807. */
export function PeopleActLinks({ base, inventory, line, reexamination }: PeopleActLinksProps) {
  const links = [
    !line.isLate &&
      ['out', 'partially_returned'].includes(line.state) && {
        label: 'Demander un retour anticipé',
        href: peopleActPaths.earlyReturn(base, inventory, line.id),
        hint: 'L’emprunteur peut refuser',
      },
    reexamination && {
      label: reexamination.answer ? 'Réexamen et sa réponse' : 'Répondre à la demande de réexamen',
      href: peopleActPaths.reexamination(base, inventory, line.id),
    },
    !line.isInsured &&
      TO_INSURE.includes(line.state) && {
        label: 'Joindre une attestation d’assurance',
        href: peopleActPaths.insurance(base, inventory, line.id),
        hint: 'Celle que l’emprunteur vous a remise',
      },
  ].filter((link) => link !== false && link !== null)
  return links.length > 0 ? <LinkList items={links} /> : null
}
