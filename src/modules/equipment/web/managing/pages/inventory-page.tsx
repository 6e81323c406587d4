import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { QueueLine } from '../../../data/queue.queries.ts'
import { LINE_STATE_LOOKS, LINE_STATE_WORDS } from '../../line-wording.ts'
import { momentText } from '../../moment-wording.ts'
import { managingPaths } from '../managing.paths.ts'
import { flagsOf } from '../managing-wording.ts'
import { trail } from './trail.ts'

export interface NamedLine extends QueueLine {
  readonly borrower: string
  /** Its return falls after the last day of its agreement. EQP-204. */
  readonly isBeyond?: boolean
}

interface InventoryProps {
  view: View
  inventory: Inventory
  lines: readonly NamedLine[]
  waiting: number
}

/** What waits for a decision in an inventory, what is at risk, and the ways on. EQP-504, EQP-1102. */
export function InventoryPage({ view, inventory, lines, waiting }: InventoryProps) {
  const { base } = view.network
  const toDecide = lines.filter(
    ({ state, extensionUntil }) => state === 'submitted' || extensionUntil !== null,
  )
  const atRisk = lines.filter((line) => !toDecide.includes(line) && isAtRisk(line))
  const rest = lines.filter((line) => !toDecide.includes(line) && !atRisk.includes(line))
  const table = { inventory, base }
  return (
    <Frame view={view} space="member" title={inventory.name} breadcrumb={trail(base)}>
      <Lines
        {...table}
        caption="À décider"
        lines={toDecide}
        empty="Rien n’attend de décision. Les demandes des emprunteurs apparaîtront ici."
      />
      {atRisk.length > 0 && <Lines {...table} caption="À risque ou en retard" lines={atRisk} empty="" />}
      <Lines {...table} caption="Prêts accordés et en cours" lines={rest} empty="Aucun prêt en cours." />
      <LinkList
        items={[
          {
            label: 'Catalogue',
            href: managingPaths.stock(base, inventory.id),
            hint: 'Modèles et exemplaires',
          },
          { label: 'Guichets', href: managingPaths.desks(base, inventory.id), hint: 'Heures et fermetures' },
          {
            label: 'Assurances',
            href: managingPaths.proofs(base, inventory.id),
            hint: 'Attestations à vérifier',
          },
          {
            label: 'Liste d’attente',
            href: managingPaths.waiting(base, inventory.id),
            hint: waiting === 0 ? 'Personne n’attend' : `${waiting} en attente`,
          },
          { label: 'Règlement', href: managingPaths.rules(base, inventory.id) },
          { label: 'Rôles', href: managingPaths.roles(base, inventory.id), hint: 'Qui s’en occupe' },
          {
            label: 'Fiche',
            href: managingPaths.sheet(base, inventory.id),
            hint: 'Nom, contact, jours fériés',
          },
        ]}
      />
    </Frame>
  )
}

/** Its unit may not be there when it is due, or what is out did not come back. EQP-1101. */
function isAtRisk({ isUnitLate, isUnitOutOfService, isLate, isBeyond }: NamedLine): boolean {
  return isUnitLate || isUnitOutOfService || isLate || isBeyond === true
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
        { label: 'Retrait', cell: ({ pickupAt }) => (pickupAt ? momentText(pickupAt, zone) : '') },
        {
          label: 'Retour',
          cell: ({ dueAt, returnAt }) => {
            const until = dueAt ?? returnAt
            return until ? momentText(until, zone) : ''
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
