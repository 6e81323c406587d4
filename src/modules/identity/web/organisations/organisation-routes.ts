import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { contsignatureRoutes } from './contact.routes.tsx'
import { mandateRoutes } from './mandate.routes.tsx'
import { organisationFileRoutes } from './organisation.routes.tsx'
import { organisationMergeRoutes } from './organisation-merge.routes.tsx'
import type { OrganisationPanel } from './organisation-panel.ts'

/** Everything about organisations. `panels`: what the other modules add to an organisation's page. */
export function organisationRoutes(panels: readonly OrganisationPanel[]) {
  return new Hono<AppEnv>()
    .route('/', contsignatureRoutes)
    .route('/', mandateRoutes)
    .route('/', organisationMergeRoutes(panels))
    .route('/', organisationFileRoutes(panels))
}
