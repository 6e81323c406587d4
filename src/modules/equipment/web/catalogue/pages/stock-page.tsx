import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { ModelSheet } from '../../../data/catalogue/catalogue.queries.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { exchangePaths } from '../../exchange/exchange.paths.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { trail } from '../../managing/pages/trail.ts'

interface StockProps {
  view: View
  inventory: Inventory
  models: readonly ModelSheet[]
  mayChange: boolean
}

/** What an inventory lends, model by model. */
export function StockPage({ view, inventory, models, mayChange }: StockProps) {
  const { base } = view.network
  const adding = { label: 'Ajouter un modèle', href: managingPaths.newModel(base, inventory.id) }
  return (
    <Frame
      view={view}
      space="member"
      title="Catalogue de l’inventaire"
      breadcrumb={trail(base, inventory)}
      act={mayChange && models.length > 0 ? adding : undefined}
    >
      <p>
        <a href={exchangePaths.exchange(base, inventory.id)}>Importer ou exporter en tableur</a>
      </p>
      <Table
        caption="Modèles"
        silentCaption
        columns={[
          {
            label: 'Modèle',
            header: true,
            cell: ({ id, name }) => <a href={managingPaths.model(base, inventory.id, id)}>{name}</a>,
          },
          { label: 'Catégorie', cell: ({ category }) => category },
          { label: 'Exemplaires', numeric: true, cell: ({ units }) => formatNumber(units) },
          { label: 'En service', numeric: true, cell: ({ inService }) => formatNumber(inService) },
        ]}
        rows={models}
        empty={
          <EmptyState
            title="Le catalogue est vide"
            act={mayChange ? <ButtonLink href={adding.href}>{adding.label}</ButtonLink> : undefined}
          >
            Un modèle réunit des exemplaires interchangeables : « Casque de réalité virtuelle », puis VR-1,
            VR-2…
          </EmptyState>
        }
      />
    </Frame>
  )
}
