import { Notice } from '../../../../../ui/notice.tsx'
import type { OwnLine } from '../../../data/borrowing/borrowing.queries.ts'
import { appointmentPaths } from '../appointments.paths.ts'

/** On the borrower's loan: the desk closed one of its appointments, and another slot is theirs to choose. EQP-306. */
export function ClosedAppointments({ base, line }: { base: string; line: OwnLine }) {
  if (!line.hasClosedAppointment) return null
  return (
    <Notice state="warning" title="Un rendez-vous est à replanifier">
      <p>
        Le guichet sera fermé à l’heure prévue. Vous ne serez pas en retard à cause de cette fermeture :{' '}
        <a href={appointmentPaths.own(base, line.id)}>choisissez un autre créneau</a>.
      </p>
    </Notice>
  )
}
