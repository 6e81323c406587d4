import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { QueueLine } from '../../../data/telling/queue.queries.ts'
import { LINE_STATE_LOOKS, LINE_STATE_WORDS } from '../../line-wording.ts'
import { slotText } from '../../moment-wording.ts'
import { managingPaths } from '../managing.paths.ts'
import { flagsOf } from '../managing-wording.ts'
import { InventoryMenu } from './inventory-menu.tsx'
import { ReexaminationTable } from './reexamination-table.tsx'
import { trail } from './trail.ts'

export interface NamedLine extends QueueLine {
  readonly borrower: string
  /** Its return falls after the last day of its agreement. EQP-204. */
  readonly isBeyond?: boolean
  /** Its borrower has a formal notice to answer. EQP-203. */
  readonly isUnderNotice?: boolean
  /** An upkeep that was due keeps its unit from leaving. EQP-1001. */
  readonly isUpkeepLate?: boolean
}

interface InventoryProps {
  view: View
  inventory: Inventory
  lines: readonly NamedLine[]
  /** Decisions to look at again. */
  reexaminations: Parameters<typeof ReexaminationTable>[0]['asked']
  waiting: number
  mayDecide: boolean
}

/** What waits for a decision in an inventory, what is at risk, and the ways on. EQP-504, EQP-1102. */
export function InventoryPage({
  view,
  inventory,
  lines,
  reexaminations,
  waiting,
  mayDecide,
}: InventoryProps) {
  const { base } = view.network
  const toDecide = lines.filter(
    ({ state, extensionUntil }) => state === 'submitted' || extensionUntil !== null,
  )
  const atRisk = lines.filter((line) => !toDecide.includes(line) && isAtRisk(line))
  const rest = lines.filter((line) => !toDecide.includes(line) && !atRisk.includes(line))
  const table = { inventory, base }
  return (
    <Frame view={view} space="member" width="full" title={inventory.name} breadcrumb={trail(base)}>
      {mayDecide && (
        <p>
          <ButtonLink look="plain" href={managingPaths.entry(base, inventory.id)}>
            Saisir une demande pour un membre
          </ButtonLink>
        </p>
      )}
      <Lines
        {...table}
        caption="À décider"
        lines={toDecide}
        empty="Rien n’attend de décision. Les demandes des emprunteurs apparaîtront ici."
      />
      <ReexaminationTable {...table} asked={reexaminations} />
      {atRisk.length > 0 && <Lines {...table} caption="À risque ou en retard" lines={atRisk} empty="" />}
      <Lines {...table} caption="Prêts accordés et en cours" lines={rest} empty="Aucun prêt en cours." />
      <InventoryMenu base={base} inventory={inventory.id} waiting={waiting} mayDecide={mayDecide} />
    </Frame>
  )
}

/** Its unit may not be there when it is due, or what is out did not come back. EQP-1101. */
function isAtRisk(line: NamedLine): boolean {
  const { isUnitLate, isUnitOutOfService, lacksCriticalPart, isLate, isBeyond } = line
  const mayLackItsUnit = isUnitLate || isUnitOutOfService || lacksCriticalPart
  return (
    mayLackItsUnit || isLate || isBeyond === true || line.isUpkeepLate === true || line.hasClosedAppointment
  )
}

interface LinesProps {
  inventory: Inventory
  base: string
  caption: string
  lines: readonly NamedLine[]
  empty: string
}

function Lines({ inventory, base, caption, lines, empty }: LinesProps) {
  const zone = inventory.timeZone
  return (
    <Table
      caption={caption}
      columns={[
        {
          label: 'Demande',
          header: true,
          cell: ({ id, modelName, unitName, borrower }) => (
            <a href={managingPaths.line(base, inventory.id, id)}>
              {borrower}, {unitName ?? modelName}
            </a>
          ),
        },
        { label: 'Retrait', cell: ({ pickupAt }) => (pickupAt ? slotText(pickupAt, zone) : '') },
        {
          label: 'Retour',
          cell: ({ dueAt, returnAt }) => {
            const until = dueAt ?? returnAt
            return until ? slotText(until, zone) : ''
          },
        },
        {
          label: 'Où elle en est',
          cell: ({ state }) => <Tag state={LINE_STATE_LOOKS[state]}>{LINE_STATE_WORDS[state]}</Tag>,
        },
        {
          label: 'À regarder',
          cell: (line) => (
            <>
              {flagsOf(line).map(({ state, text }) => (
                <Tag state={state}>{text}</Tag>
              ))}
              {line.isBeyond && <Tag state="danger">dépasse la fin de la convention</Tag>}
              {line.isUpkeepLate && <Tag state="danger">entretien en retard</Tag>}
              {line.isUnderNotice && <Tag state="warning">mise en demeure en cours</Tag>}
            </>
          ),
        },
      ]}
      rows={lines}
      empty={
        <section>
          <h2>{caption}</h2>
          <p>{empty}</p>
        </section>
      }
    />
  )
}
