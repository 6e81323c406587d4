import { LinkList, type LinkListItem } from '../../../../../ui/link-list.tsx'
import type { InventoryId } from '../../../domain/equipment.ts'
import { latePaths } from '../../announcements/late.paths.ts'
import { sheetPaths } from '../../catalogue/sheets.paths.ts'
import { deskPaths } from '../../desk/desk.paths.ts'
import { exchangePaths } from '../../exchange/exchange.paths.ts'
import { feedPaths } from '../../feeds/feeds.paths.ts'
import { incidentPaths } from '../../incidents/incidents.paths.ts'
import { maintenancePaths } from '../../maintenance/maintenance.paths.ts'
import { statisticsPaths } from '../../statistics/statistics.paths.ts'
import { stockTakingPaths } from '../../stock-taking/stock-taking.paths.ts'
import { managingPaths } from '../managing.paths.ts'

/** One page of an inventory; `isForDeciders`: others may not even read it. */
interface Way extends LinkListItem {
  readonly isForDeciders?: true
}

interface MenuProps {
  base: string
  inventory: InventoryId
  waiting: number
  mayDecide: boolean
}

/** The ways on from an inventory: its loans, its things, how it is run. A person sees those they may open. */
export function InventoryMenu(props: MenuProps) {
  const groups = [
    ['Prêts', loanWays(props)],
    ['Matériel', stockWays(props)],
    ['Réglages', settingWays(props)],
  ] as const
  return groups.map(([title, ways]) => {
    const open = ways.filter(({ isForDeciders }) => props.mayDecide || !isForDeciders)
    return (
      <section>
        <h2>{title}</h2>
        <LinkList items={open} />
      </section>
    )
  })
}

function loanWays({ base, inventory: id, waiting }: MenuProps): Way[] {
  return [
    {
      label: 'Assurances',
      href: managingPaths.proofs(base, id),
      hint: 'Attestations à vérifier',
      isForDeciders: true,
    },
    { label: 'Retards', href: latePaths.late(base, id), hint: 'Rappels envoyés, mises en demeure' },
    {
      label: 'Incidents',
      href: incidentPaths.list(base, id),
      hint: 'Pannes, pertes, vols, frais, prêts à clore',
    },
    {
      label: 'Liste d’attente',
      href: managingPaths.waiting(base, id),
      hint: waiting === 0 ? 'Personne n’attend' : `${waiting} en attente`,
    },
    {
      label: 'Passages à trancher',
      href: deskPaths.conflicts(base, id),
      hint: 'Envois du guichet arrivés trop tard',
    },
    {
      label: 'Statistiques',
      href: statisticsPaths.statistics(base, id),
      hint: 'Usage, demandes, retards, bilans',
    },
  ]
}

function stockWays({ base, inventory: id }: MenuProps): Way[] {
  return [
    { label: 'Catalogue', href: managingPaths.stock(base, id), hint: 'Modèles et exemplaires' },
    {
      label: 'Consommables',
      href: sheetPaths.consumables(base, id),
      hint: 'Ce qui se donne et ne revient pas',
    },
    { label: 'Entretien', href: maintenancePaths.upkeep(base, id), hint: 'Ce qui est à faire, et quand' },
    { label: 'Mises à jour', href: maintenancePaths.updates(base, id), hint: 'Logiciels et versions' },
    {
      label: 'Inventaires physiques',
      href: stockTakingPaths.sessions(base, id),
      hint: 'Compter ce qui est là',
    },
    {
      label: 'Imports et exports',
      href: exchangePaths.exchange(base, id),
      hint: 'Tableurs : emporter, remplir',
    },
  ]
}

function settingWays({ base, inventory: id }: MenuProps): Way[] {
  return [
    { label: 'Guichets', href: managingPaths.desks(base, id), hint: 'Heures et fermetures' },
    { label: 'Règlement', href: managingPaths.rules(base, id), hint: 'Durées, délais, frais' },
    { label: 'Rôles', href: managingPaths.roles(base, id), hint: 'Qui s’en occupe' },
    {
      label: 'Fiche',
      href: managingPaths.sheet(base, id),
      hint: 'Nom, contact, jours fériés',
      isForDeciders: true,
    },
    { label: 'Agendas', href: feedPaths.lending(base, id), hint: 'Retraits et retours dans votre agenda' },
  ]
}
