import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatDayRelative, plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { Span } from '../../../domain/availability.ts'
import type { DueUpkeep } from '../../../use-cases/upkeep/upkeep-of.ts'
import { trail } from '../../managing/pages/trail.ts'
import { maintenancePaths } from '../maintenance.paths.ts'
import { rhythmText, STANDING_LOOKS, STANDING_WORDS, windowText } from '../maintenance-wording.ts'

interface UpkeepProps {
  view: View
  inventory: Inventory
  /** What is late, due or soon, in that order. */
  upkeep: readonly DueUpkeep[]
  /** How many units are under a plan, whatever their day. */
  planned: number
  windows: ReadonlyMap<DueUpkeep, readonly Span[]>
  mayMaintain: boolean
}

/** The technician's list: what is due, and when each unit is free for it. EQP-1001. */
export function UpkeepPage({ view, inventory, upkeep, planned, windows, mayMaintain }: UpkeepProps) {
  const { base } = view.network
  const plans = maintenancePaths.plans(base, inventory.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Entretien"
      intro="Ce qui est à faire, le plus en retard d’abord. La fenêtre proposée est la première où le guichet est ouvert et l’exemplaire libre."
      breadcrumb={trail(base, inventory)}
      act={
        <ButtonLink href={plans}>
          {mayMaintain ? 'Ajouter un plan d’entretien' : 'Plans d’entretien'}
        </ButtonLink>
      }
    >
      <Table
        caption="À faire"
        silentCaption
        columns={[
          {
            label: 'Exemplaire',
            header: true,
            cell: (one) => (
              <a href={maintenancePaths.work(base, inventory.id, one)}>
                {one.unitName}, {one.modelName}
              </a>
            ),
          },
          {
            label: 'Entretien',
            cell: (one) => `${one.title}, ${rhythmText(one)}`,
          },
          {
            label: 'À faire',
            cell: ({ due, standing, stops }) => (
              <>
                {due && formatDayRelative(due, view.today)}{' '}
                <Tag state={STANDING_LOOKS[standing]}>{STANDING_WORDS[standing]}</Tag>
                {stops && ' '}
                {stops && <Tag state="danger">ne peut pas partir</Tag>}
              </>
            ),
          },
          { label: 'Fenêtre', cell: (one) => <Window one={one} windows={windows.get(one) ?? []} /> },
        ]}
        rows={upkeep}
        empty={<Nothing planned={planned} plans={plans} mayMaintain={mayMaintain} />}
      />
    </Frame>
  )
}

function Window({ one, windows }: { one: DueUpkeep; windows: readonly Span[] }) {
  if (one.plannedFrom && one.plannedUntil)
    return (
      <>
        <Tag state="info">prévu</Tag>{' '}
        {windowText({ from: one.plannedFrom, until: one.plannedUntil }, one.zone)}
      </>
    )
  const [first] = windows
  return <>{first ? `Libre : ${windowText(first, one.zone)}` : 'Aucune fenêtre libre d’ici trois mois'}</>
}

function Nothing({ planned, plans, mayMaintain }: { planned: number; plans: string; mayMaintain: boolean }) {
  if (planned > 0)
    return (
      <EmptyState title="Tout est à jour">
        {plural(planned, 'entretien est suivi', 'entretiens sont suivis')}. Rien n’est à faire dans les deux
        semaines.
      </EmptyState>
    )
  return (
    <EmptyState
      title="Aucun entretien n’est suivi"
      act={mayMaintain ? <ButtonLink href={plans}>Ajouter un plan d’entretien</ButtonLink> : undefined}
    >
      Un plan dit quoi faire et tous les combien : nettoyer les casques après chaque retour, vérifier le drone
      tous les 90 jours. Ce qui arrive à son jour apparaît ici.
    </EmptyState>
  )
}
