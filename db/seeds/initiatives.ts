import { addYears, civil, fromCivil } from '../../src/kernel/day.ts'
import {
  declareInitiative,
  type InitiativeContent,
  type InitiativeId,
  publishInitiative,
  STARTER_FRAMEWORK,
} from '../../src/modules/initiatives/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { sure } from './sure.ts'

/** What a community of communes does with digital tools: two that everybody reads, one being written. */
export async function seedInitiatives(context: Context, partner: OrganisationId): Promise<InitiativeId[]> {
  const { year } = civil(context.today)
  const since = fromCivil(civil(addYears(context.today, -2)).year, 9, 1)
  const published: InitiativeId[] = []
  for (const change of [
    {
      title: 'Le bus numérique du jeudi',
      summary:
        'Un bus équipé s’arrête le jeudi dans cinq bourgs : démarches en ligne, prêt d’ordinateurs, café.',
      description: 'Deux médiatrices se relaient à bord.\nLes arrêts suivent les jours de marché.',
      stake: 'mediation',
      otherStakes: ['daily_life', 'solidarity'],
      communes: ['Honfleur', 'Beuzeville', 'Équemauville'],
      served: 'Les personnes qui n’ont ni ordinateur ni voiture.',
      from: since,
      figures: [
        { what: 'Personnes reçues', value: '640', year: year - 1, source: 'Cahier du bus' },
        { what: 'Arrêts par mois', value: '20', year: year - 1, source: 'Planning du service' },
      ],
      partners: 'La Poste, le centre social',
    },
    {
      title: 'Les archives du port, en ligne et commentées',
      summary: 'Les habitants datent et commentent les photographies du port que la médiathèque numérise.',
      stake: 'culture',
      otherStakes: ['identity'],
      operator: { kind: 'association', name: 'Mémoire du port' },
      state: 'permanent',
    },
  ] satisfies Partial<InitiativeContent>[])
    published.push(await declared(context, partner, change))
  const project = {
    title: 'Un budget participatif dans chaque commune',
    summary: 'Une même plateforme pour les budgets participatifs des douze communes.',
    stake: 'local_democracy',
    state: 'project',
  } as const
  sure(await declareInitiative(context, partner, { ...BLANK, ...project }))
  return published
}

/** One that everybody reads. */
export async function declared(
  context: Context,
  owner: OrganisationId,
  change: Partial<InitiativeContent>,
): Promise<InitiativeId> {
  const id = sure(await declareInitiative(context, owner, { ...BLANK, ...change }))
  sure(await publishInitiative(context, id, true))
  return id
}

const BLANK: InitiativeContent = {
  ...{ title: '', summary: '', description: '', communes: [], framework: STARTER_FRAMEWORK, served: '' },
  ...{ stake: 'mediation', otherStakes: [], state: 'running', from: null, until: null, result: '' },
  ...{ operator: { kind: 'own', name: '' }, figures: [], links: [], partners: '' },
}
