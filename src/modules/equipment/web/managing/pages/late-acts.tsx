import { LinkList } from '../../../../../ui/link-list.tsx'
import type { InventoryId, LineId, UnitId } from '../../../domain/equipment.ts'
import { latePaths } from '../../announcements/late.paths.ts'
import { incidentPaths } from '../../incidents/incidents.paths.ts'

interface LateActsProps {
  base: string
  inventory: InventoryId
  line: { readonly id: LineId; readonly isLate: boolean; readonly unitId: UnitId | null }
}

/** On the lender's page of a loan that did not come back: what can be done, from the lightest to the gravest. EQP-1103. */
export function LateActs({ base, inventory, line }: LateActsProps) {
  if (!line.isLate) return null
  const of = line.unitId ? { exemplaire: line.unitId, pret: line.id } : { pret: line.id }
  return (
    <section>
      <h2>Le retour est en retard : que faire ?</h2>
      <LinkList
        items={[
          {
            label: 'Lire les rappels envoyés',
            href: latePaths.late(base, inventory),
            hint: 'Ils partent seuls, les jours d’ouverture',
          },
          {
            label: 'Préparer la mise en demeure',
            href: latePaths.notice(base, inventory, line.id),
            hint: 'Un projet de lettre : rien n’est envoyé',
          },
          {
            label: 'Déclarer le matériel perdu',
            href: incidentPaths.opening(base, inventory, { ...of, nature: 'loss' }),
            hint: 'Ouvre un incident ; l’emprunteur le lit',
          },
          {
            label: 'Déclarer le matériel volé',
            href: incidentPaths.opening(base, inventory, { ...of, nature: 'theft' }),
            hint: 'La référence de la plainte sera demandée',
          },
        ]}
      />
    </section>
  )
}
