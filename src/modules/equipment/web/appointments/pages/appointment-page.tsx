import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import type { Link } from '../../../../../ui/site.ts'
import { DateField } from '../../../../../ui/text-field.tsx'
import type { ClosedAppointment } from '../../../data/moving/closures.store.ts'
import type { Slot } from '../../../domain/slots.ts'
import { closedSentence, PURPOSE_WORDS } from '../appointments-wording.ts'
import { SlotForm } from './slot-form.tsx'

export interface AppointmentChoice {
  closed: ClosedAppointment
  slots: readonly Slot[]
}

interface AppointmentPageProps {
  view: View
  what: string
  breadcrumb: readonly Link[]
  action: string
  seq: number
  zone: string
  /** The day typed to look around it. */
  day: string
  appointments: readonly AppointmentChoice[]
  state: FormState
}

/** Another slot in place of one that the desk closed: the same page for the borrower and for those who lend. EQP-306. */
export function AppointmentPage(props: AppointmentPageProps) {
  const { view, what, breadcrumb, action, appointments, state, day } = props
  return (
    <Frame
      view={view}
      space="member"
      title="Choisir un autre rendez-vous"
      kicker={what}
      breadcrumb={[...breadcrumb]}
      problems={state.problems}
    >
      {appointments.length === 0 && (
        <EmptyState title="Aucun rendez-vous à replanifier">
          Les rendez-vous de ce prêt tiennent. Si le guichet ferme l’un de ces jours, un autre créneau se
          choisira ici.
        </EmptyState>
      )}
      {appointments.map((one) => (
        <One {...props} one={one} />
      ))}
      {appointments.length > 0 && (
        <Form action={action} method="get">
          <h2>Un autre jour</h2>
          <DateField name="jour" label="Chercher autour du" value={day} />
          <Actions>
            <Button look="plain">Voir les créneaux</Button>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}

function One({ one, action, seq, zone, state }: AppointmentPageProps & { one: AppointmentChoice }) {
  const { closed, slots } = one
  const { purpose } = closed
  return (
    <section>
      <h2>{purpose === 'pickup' ? 'Le retrait' : 'Le retour'}</h2>
      <p>{closedSentence(closed, zone)}</p>
      {slots.length === 0 ? (
        <p>
          Aucun créneau n’est libre autour de ce jour. Cherchez autour d’un autre jour, ou appelez la tête de
          réseau.
        </p>
      ) : (
        <SlotForm
          {...{ action, seq, zone, slots, state }}
          label={`Créneaux libres les plus proches, pour le ${PURPOSE_WORDS[purpose]}`}
          button="Prendre ce rendez-vous"
          fields={{ pour: purpose }}
        />
      )}
    </section>
  )
}
