import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import type { DeskId, InventoryId, UnitId } from '../../../domain/equipment.ts'
import { deskPaths } from '../desk.paths.ts'

interface LabelSectionProps {
  view: View
  inventory: InventoryId
  unit: { readonly id: UnitId; readonly homeDeskId: DeskId }
}

/** The label of a unit: printed alone, or replaced when it is lost. EQP-1301. */
export function LabelSection({ view, inventory, unit }: LabelSectionProps) {
  const { base } = view.network
  return (
    <section>
      <h2>Étiquette</h2>
      <p>
        <a href={`${deskPaths.labels(base, unit.homeDeskId)}&exemplaire=${unit.id}`}>
          Imprimer son étiquette
        </a>
      </p>
      <Form action={deskPaths.relabel(base, inventory, unit.id)}>
        <p>
          Perdue, arrachée, copiée ? Une nouvelle étiquette la remplace. Qui scanne l’ancienne lit qu’elle ne
          vaut plus, et à qui s’adresser.
        </p>
        <Actions>
          <Button look="plain">Remplacer l’étiquette</Button>
        </Actions>
      </Form>
    </section>
  )
}
