import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { Incident } from '../../../data/incidents/incidents.queries.ts'
import type { InventoryId, LineId, UnitId } from '../../../domain/equipment.ts'
import type { Noted } from '../../../domain/incidents/incident.ts'
import type { LineState } from '../../../domain/line.ts'
import { accountOf } from '../../../use-cases/incidents/missing-at-return.ts'
import { incidentPaths } from '../incidents.paths.ts'
import { INCIDENT_STATE_WORDS, KIND_WORDS } from '../incidents-wording.ts'
import { fieldOf } from './incident-fields.tsx'

/** What a loan's page says of its incidents to those who lend. */
export interface LineIncidentsData {
  readonly incidents: readonly Incident[]
  /** What the return report tells and no incident does yet. */
  readonly noted: readonly Noted[]
  readonly unitId: UnitId | null
}

interface LineIncidentsProps extends LineIncidentsData {
  base: string
  inventory: InventoryId
  line: { readonly id: LineId; readonly seq: number; readonly state: LineState }
  mayDecide: boolean
  state: FormState
}

const OPENED_IN: readonly LineState[] = [
  ...(['out', 'partially_returned', 'returned', 'inspected', 'disputed'] as const),
]
const ENDS: readonly LineState[] = ['inspected', 'disputed', 'lost', 'stolen']

/** Incidents of a loan, those the return report gives to open in one act, and its end. EQP-901, EQP-503. */
export function LineIncidents(props: LineIncidentsProps) {
  const { incidents, mayDecide, line } = props
  const ways = mayDecide && OPENED_IN.includes(line.state) ? openings(props) : []
  const items = [...incidents.map((one) => known(props, one)), ...ways]
  return (
    <>
      {items.length > 0 && (
        <section>
          <h2>Incidents</h2>
          <LinkList items={items} />
        </section>
      )}
      {mayDecide && ENDS.includes(line.state) && <LoanClosing {...props} />}
    </>
  )
}

function known({ base, inventory }: LineIncidentsProps, { id, kind, part, state }: Incident) {
  const what = part === '' ? KIND_WORDS[kind] : `${KIND_WORDS[kind]}, ${part}`
  return {
    label: what.charAt(0).toUpperCase() + what.slice(1),
    href: incidentPaths.one(base, inventory, id),
    hint: INCIDENT_STATE_WORDS[state],
  }
}

/** Prefilled with what the desk noted, else blank. */
function openings({ base, inventory, line, noted, unitId }: LineIncidentsProps) {
  if (!unitId) return []
  const of = { exemplaire: unitId, pret: line.id }
  return [
    ...noted.map((one) => ({
      label: `Ouvrir un incident pour « ${one.label} »`,
      href: incidentPaths.opening(base, inventory, {
        ...{ ...of, exemplaire: one.unitId ?? unitId, nature: one.kind },
        ...{ piece: one.unitId ? '' : one.label, recit: accountOf(one) },
      }),
      hint: 'Déjà rempli avec ce que le guichet a noté',
    })),
    { label: 'Ouvrir un incident', href: incidentPaths.opening(base, inventory, of) },
  ]
}

/** What was contested, lost or stolen ends with a reason. EQP-503. */
function LoanClosing({ base, inventory, line, state }: LineIncidentsProps) {
  const isPlain = line.state === 'inspected'
  return (
    <Form action={incidentPaths.loanClosing(base, inventory, line.id)}>
      <h2>Clore le prêt</h2>
      <p>
        {isPlain
          ? 'Le retour est contrôlé et rien n’est dû. L’emprunteur voit son prêt terminé.'
          : 'Votre décision, avec son motif, termine le prêt. L’emprunteur la lit.'}
      </p>
      <input type="hidden" name="vu" value={String(line.seq)} />
      {!isPlain && <TextArea {...fieldOf(state, 'motif_fin')} label="Motif de la décision" rows={3} />}
      <Actions>
        <Button>Clore le prêt</Button>
      </Actions>
    </Form>
  )
}
