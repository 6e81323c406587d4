import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Incident } from '../../../data/incidents/incidents.queries.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { UnitId } from '../../../domain/equipment.ts'
import { incidentPaths } from '../incidents.paths.ts'
import { euros, INCIDENT_STATE_LOOKS, INCIDENT_STATE_WORDS, KIND_WORDS } from '../incidents-wording.ts'
import { dayText } from './incident-page.tsx'

interface UnitIncidentsProps {
  base: string
  inventory: Inventory
  unit: UnitId
  incidents: readonly Incident[]
  /** In cents, all bearers. */
  repairs: number
  mayDecide: boolean
}

/** What happened to one unit, and what its repairs came to. EQP-902, EQP-906. */
export function UnitIncidents({ base, inventory, unit, incidents, repairs, mayDecide }: UnitIncidentsProps) {
  return (
    <>
      {incidents.length > 0 && (
        <Table
          caption="Incidents"
          columns={[
            {
              label: 'Déclaré le',
              header: true,
              cell: ({ id, reportedAt }) => (
                <a href={incidentPaths.one(base, inventory.id, id)}>
                  {dayText(reportedAt, inventory.timeZone)}
                </a>
              ),
            },
            { label: 'Nature', cell: ({ kind }) => KIND_WORDS[kind] },
            { label: 'Récit', cell: ({ account }) => account },
            {
              label: 'Où il en est',
              cell: ({ state }) => (
                <Tag state={INCIDENT_STATE_LOOKS[state]}>{INCIDENT_STATE_WORDS[state]}</Tag>
              ),
            },
          ]}
          rows={incidents}
        />
      )}
      {repairs > 0 && <p>Réparations depuis l’entrée à l’inventaire : {euros(repairs)}.</p>}
      {mayDecide && (
        <p>
          <a href={incidentPaths.opening(base, inventory.id, { exemplaire: unit })}>Ouvrir un incident</a>
        </p>
      )}
    </>
  )
}
