import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { Conflict } from '../../../data/desk/conflicts.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { trail } from '../../managing/pages/trail.ts'
import { momentText } from '../../moment-wording.ts'
import { deskPaths } from '../desk.paths.ts'
import { lateActText, typedText } from '../desk-wording.ts'

interface ConflictsProps {
  view: View
  inventory: Inventory
  conflicts: readonly (Conflict & { borrower: string })[]
  maySettle: boolean
  state: FormState
}

/** What the desk did without network and sent too late: nothing was overwritten, a person says what becomes of it. EQP-1303. */
export function ConflictsPage({ view, inventory, conflicts, maySettle, state }: ConflictsProps) {
  const { base } = view.network
  const zone = inventory.timeZone
  return (
    <Frame
      view={view}
      space="member"
      title="Passages à trancher"
      intro="Le guichet les a notés sans réseau. À l’envoi, le prêt avait changé : rien n’a été écrasé."
      breadcrumb={trail(base, inventory)}
      problems={state.problems}
    >
      {conflicts.length === 0 && (
        <EmptyState title="Aucun passage à trancher">
          Quand un envoi du guichet arrive trop tard, il apparaît ici avec ce qui était noté.
        </EmptyState>
      )}
      {conflicts.map((conflict) => (
        <section>
          <h2>
            {lateActText(conflict.act)}, {conflict.what}
          </h2>
          <SummaryList
            rows={[
              {
                term: 'Prêt',
                value: <a href={deskPaths.line(base, conflict.lineId)}>{conflict.borrower}</a>,
              },
              {
                term: 'Noté sur l’appareil',
                value: conflict.madeAt ? momentText(conflict.madeAt, zone) : 'heure inconnue',
              },
              { term: 'Envoyé', value: momentText(conflict.recordedAt, zone) },
              { term: 'Pourquoi rien n’a été fait', value: conflict.reason },
              { term: 'Ce qui était noté', value: typedText(conflict.typed) },
            ]}
          />
          {maySettle && (
            <Form action={deskPaths.conflicts(base, inventory.id)} label={`Trancher : ${conflict.what}`}>
              <input type="hidden" name="passage" value={conflict.id} />
              <TextArea
                name="suite"
                id={`suite-${conflict.id}`}
                label="Ce que vous avez décidé"
                hint="Corrigez d’abord le prêt s’il le faut. Cette phrase est gardée avec le passage."
                rows={2}
                value={state.values.passage === conflict.id ? String(state.values.suite ?? '') : ''}
                error={state.values.passage === conflict.id ? problemOf(state.problems, 'suite') : undefined}
              />
              <Actions>
                <Button look="plain">Noter ce passage comme tranché</Button>
              </Actions>
            </Form>
          )}
        </section>
      ))}
    </Frame>
  )
}
