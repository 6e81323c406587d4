/**
 * The atlas of local digital initiatives: what a local authority declares, revision by revision.
 * Other modules ask for those of an organisation, and freeze the copies that a jury or a grant reads.
 */
import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { atlasRoutes } from './web/atlas.routes.tsx'
import { ownInitiativeRoutes } from './web/initiatives.routes.tsx'

export { type FrozenInitiative, type FrozenInitiativeId, frozenById } from './data/frozen.store.ts'
export { initiativesOf } from './data/initiatives.queries.ts'
export type { Initiative } from './data/initiatives.store.ts'
export { initiativesPersonalData } from './data/personal-data.ts'
export type { InitiativeContent, InitiativeId } from './domain/initiative.ts'
export { FRAMEWORK as STARTER_FRAMEWORK } from './domain/stakes.ts'
export { initiativesActions } from './journal.ts'
export { initiativesRegister } from './privacy.ts'
export { freezeInitiatives } from './use-cases/freeze-initiatives.ts'
export { declareInitiative, publishInitiative } from './use-cases/keep-initiative.ts'
export { initiativePaths } from './web/initiative.paths.ts'
export { initiativeNavigation } from './web/navigation.ts'
export { InitiativeFacts } from './web/pages/initiative-facts.tsx'

export const initiativeRoutes = new Hono<AppEnv>().route('/', ownInitiativeRoutes).route('/', atlasRoutes)
