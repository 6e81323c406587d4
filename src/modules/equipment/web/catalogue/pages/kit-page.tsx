import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { UnitSheet } from '../../../data/catalogue/catalogue.queries.ts'
import type { ListedAccessory, UnitFile } from '../../../data/catalogue/unit-sheets.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { trail } from '../../managing/pages/trail.ts'
import { sheetPaths } from '../sheets.paths.ts'
import { AccessoryFields } from './accessory-fields.tsx'
import { Checklist } from './checklist.tsx'

interface KitProps {
  view: View
  inventory: Inventory
  kit: UnitSheet
  parts: readonly (UnitSheet & Pick<UnitFile, 'lentAlone'>)[]
  accessories: readonly ListedAccessory[]
  mayChange: boolean
  state: FormState
}

/** What is in a kit: its serialised parts, then what is counted. EQP-105, EQP-106. */
export function KitPage({ view, inventory, kit, parts, accessories, mayChange, state }: KitProps) {
  const { base } = view.network
  const action = sheetPaths.kit(base, inventory.id, kit.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Contenu de la malle"
      kicker={kit.assetNumber}
      breadcrumb={[
        ...trail(base, inventory),
        { label: kit.assetNumber, href: managingPaths.unit(base, inventory.id, kit.id) },
      ]}
      intro="Emprunter la malle, c’est emprunter tout ce qui est ici. Les états des lieux déjà faits gardent leur liste."
      problems={state.problems}
    >
      <Table
        caption="Exemplaires rangés dans la malle"
        columns={[
          {
            label: 'Exemplaire',
            header: true,
            cell: ({ id, assetNumber }) => (
              <a href={sheetPaths.unitFile(base, inventory.id, id)}>{assetNumber}</a>
            ),
          },
          { label: 'Modèle', cell: ({ modelName }) => modelName },
          { label: 'Indispensable', cell: ({ isCritical }) => (isCritical ? 'oui' : 'non') },
          { label: 'Prêté seul', cell: ({ lentAlone }) => (lentAlone ? 'oui' : 'non') },
        ]}
        rows={parts}
        empty={<p>Aucun exemplaire : rangez-en un depuis sa fiche, « Rangé dans une malle ».</p>}
      />
      <h2>Ce qui se compte</h2>
      <Checklist action={`${action}/liste`} accessories={accessories} mayChange={mayChange} />
      {mayChange && (
        <Form action={`${action}/ajout`}>
          <AccessoryFields without="la malle n’est pas prêtée" state={state} />
          <Actions>
            <Button>Ajouter à la malle</Button>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}
