import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import type { OrganisationId } from '../../platform/session/actor.ts'
import type { InitiativeContent, InitiativeId } from './domain/initiative.ts'
import { FRAMEWORK } from './domain/stakes.ts'
import { declareInitiative, publishInitiative } from './use-cases/keep-initiative.ts'

/** What an initiative says; `change` what the test is about. */
export function anInitiative(change: Partial<InitiativeContent> = {}): InitiativeContent {
  return {
    title: 'Des permanences numériques dans chaque bourg',
    summary: 'Une conseillère tient une permanence par mois dans chaque mairie du territoire.',
    description: '',
    operator: { kind: 'own', name: '' },
    communes: [],
    framework: FRAMEWORK,
    stake: 'mediation',
    otherStakes: [],
    served: '',
    state: 'running',
    from: null,
    until: null,
    result: '',
    figures: [],
    links: [],
    partners: '',
    ...change,
  }
}

/** One that everybody reads. */
export async function aPublicInitiative(
  context: Context,
  organisation: OrganisationId,
  change: Partial<InitiativeContent> = {},
): Promise<InitiativeId> {
  const id = await declareInitiative(context, organisation, anInitiative(change))
  if (isRefusal(id)) throw new Error(id.refused)
  const shown = await publishInitiative(context, id, true)
  if (isRefusal(shown)) throw new Error(shown.refused)
  return id
}
