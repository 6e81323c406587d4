import type { Day } from '../../../../../kernel/day.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import type { Link } from '../../../../../ui/site.ts'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { Line } from '../../../data/lines.store.ts'
import type { Slot } from '../../../domain/slots.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { appointmentText } from '../../moment-wording.ts'
import { appointmentPaths } from '../appointments.paths.ts'
import { SlotForm } from './slot-form.tsx'

interface BeyondPageProps {
  view: View
  inventory: Inventory
  line: Line
  what: string
  breadcrumb: readonly Link[]
  /** Null: the loan fits its agreement. */
  beyond: { lastDay: Day | null; agreement: string } | null
  slots: readonly Slot[]
  state: FormState
}

/** A loan to come that its agreement no longer covers to the end: shorter, or not at all. A person decides. EQP-204. */
export function BeyondPage(props: BeyondPageProps) {
  const { view, what, breadcrumb, beyond, line, inventory, state } = props
  return (
    <Frame
      view={view}
      space="member"
      title="Raccourcir ou annuler ce prêt"
      kicker={what}
      breadcrumb={[...breadcrumb]}
      problems={state.problems}
    >
      {!beyond && (
        <EmptyState title="Ce prêt tient dans sa convention">
          Rien n’est à raccourcir : le retour tombe avant la fin de la convention.
        </EmptyState>
      )}
      {beyond && (
        <>
          <Notice state="warning" title={`La convention ${beyond.agreement} ne couvre plus tout le prêt`}>
            <p>
              {line.returnAt &&
                `Le retour est prévu le ${appointmentText(line.returnAt, inventory.timeZone)}. `}
              {beyond.lastDay && `La convention s’arrête le ${formatDay(beyond.lastDay)}. `}
              Rien ne change sans votre décision.
            </p>
          </Notice>
          <Shorten {...props} />
          <End {...props} />
        </>
      )}
    </Frame>
  )
}

function Shorten({ view, inventory, line, slots, state }: BeyondPageProps) {
  return (
    <section>
      <h2>Raccourcir</h2>
      {slots.length === 0 ? (
        <p>Aucun créneau n’est libre entre le retrait et la fin de la convention.</p>
      ) : (
        <>
          <p>L’emprunteur garde son retrait. Un courriel lui dit son nouveau rendez-vous de retour.</p>
          <SlotForm
            action={appointmentPaths.shortening(view.network.base, inventory.id, line.id)}
            seq={line.seq}
            label="Nouveau retour"
            button="Raccourcir le prêt"
            slots={slots}
            zone={inventory.timeZone}
            state={state}
          />
        </>
      )}
    </section>
  )
}

function End({ view, inventory, line, state }: BeyondPageProps) {
  const { base } = view.network
  if (line.state === 'submitted')
    return (
      <section>
        <h2>Refuser</h2>
        <p>Cette demande n’est pas encore accordée : elle se refuse sur sa page, avec le motif.</p>
        <p>
          <ButtonLink href={managingPaths.line(base, inventory.id, line.id)}>Ouvrir la demande</ButtonLink>
        </p>
      </section>
    )
  return (
    <Form action={appointmentPaths.ending(base, inventory.id, line.id)}>
      <h2>Refuser</h2>
      <input type="hidden" name="vu" value={String(line.seq)} />
      <TextArea
        name="explication"
        label="Explication"
        hint="L’emprunteur lira ces mots. L’exemplaire et les rendez-vous seront libres aussitôt."
        rows={3}
        value={String(state.values.explication ?? '')}
        error={problemOf(state.problems, 'explication')}
      />
      <Actions>
        <Button look="danger">Annuler le prêt</Button>
      </Actions>
    </Form>
  )
}
