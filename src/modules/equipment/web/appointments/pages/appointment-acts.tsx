import { Notice } from '../../../../../ui/notice.tsx'
import type { InventoryId, LineId } from '../../../domain/equipment.ts'
import { appointmentPaths } from '../appointments.paths.ts'

interface AppointmentActsProps {
  base: string
  inventory: InventoryId
  line: { id: LineId; hasClosedAppointment: boolean }
  /** Its return falls after the last day of its agreement. EQP-204. */
  isBeyond: boolean
}

/** On the lender's page of a loan: what its appointments ask of a person. EQP-204, EQP-306. */
export function AppointmentActs({ base, inventory, line, isBeyond }: AppointmentActsProps) {
  return (
    <>
      {line.hasClosedAppointment && (
        <Notice state="warning" title="Un rendez-vous est à replanifier">
          <p>
            Le guichet sera fermé à l’heure prévue. L’emprunteur est prévenu et choisit un autre créneau ;
            vous pouvez <a href={appointmentPaths.work(base, inventory, line.id)}>le choisir pour lui</a>.
          </p>
        </Notice>
      )}
      {isBeyond && (
        <Notice state="warning" title="Ce prêt dépasse la fin de la convention">
          <p>
            Rien ne change sans votre décision :{' '}
            <a href={appointmentPaths.shortening(base, inventory, line.id)}>raccourcir ou annuler ce prêt</a>.
          </p>
        </Notice>
      )}
    </>
  )
}
