import { dayOf } from '../../../../../kernel/instant.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { formatDay, formatDayRelative, formatNumber } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { UnitUpkeep } from '../../../use-cases/upkeep/unit-upkeep.ts'
import { maintenancePaths } from '../maintenance.paths.ts'
import { rhythmText, STANDING_LOOKS, STANDING_WORDS } from '../maintenance-wording.ts'
import { UpdateTable } from './update-table.tsx'

interface SectionProps {
  view: View
  inventory: Inventory
  unitName: string
  upkeep: UnitUpkeep
  mayMaintain: boolean
}

/** On the page of a unit: what is due, what was done, what runs on it. EQP-1001, EQP-1002. */
export function UnitUpkeepSection({ view, inventory, unitName, upkeep, mayMaintain }: SectionProps) {
  const { base } = view.network
  return (
    <>
      <Table
        caption="Entretien suivi"
        columns={[
          {
            label: 'À faire',
            header: true,
            cell: (one) => <a href={maintenancePaths.work(base, inventory.id, one)}>{one.title}</a>,
          },
          { label: 'Rythme', cell: rhythmText },
          {
            label: 'Échéance',
            cell: ({ due, standing }) => (
              <>
                {due && formatDayRelative(due, view.today)}{' '}
                <Tag state={STANDING_LOOKS[standing]}>{STANDING_WORDS[standing]}</Tag>
              </>
            ),
          },
        ]}
        rows={upkeep.due}
        empty={
          <section>
            <h2>Entretien</h2>
            <p>
              Aucun plan ne suit cet exemplaire.{' '}
              {mayMaintain && (
                <a href={maintenancePaths.plans(base, inventory.id)}>Ajouter un plan d’entretien</a>
              )}
            </p>
          </section>
        }
      />
      {upkeep.done.length > 0 && (
        <Table
          caption="Entretiens faits"
          columns={[
            {
              label: 'Le',
              header: true,
              cell: ({ doneAt }) => formatDay(dayOf(doneAt, inventory.timeZone)),
            },
            { label: 'Entretien', cell: ({ title }) => title },
            { label: 'Points', cell: ({ checklist, ticked }) => pointsText(checklist.length, ticked.length) },
            { label: 'Constat', cell: ({ result }) => result },
            {
              label: 'Coût',
              numeric: true,
              cell: ({ costCents }) => (costCents === null ? '' : `${formatNumber(costCents / 100)} €`),
            },
          ]}
          rows={upkeep.done}
        />
      )}
      <UpdateTable caption="Mises à jour" updates={upkeep.updates} empty="Aucune mise à jour n’est notée." />
      {mayMaintain && (
        <p>
          <a href={`${maintenancePaths.updates(base, inventory.id, { numeros: unitName })}#noter`}>
            Noter une mise à jour
          </a>
        </p>
      )}
    </>
  )
}

function pointsText(all: number, ticked: number): string {
  return all === 0 ? '' : `${ticked} sur ${all}`
}
