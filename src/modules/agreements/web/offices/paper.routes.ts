import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { decisionRoutes } from '../decisions/decision.routes.tsx'
import { damagesRoutes } from '../letters/damages.routes.tsx'
import { waitingRoutes } from '../letters/waiting.routes.tsx'
import { publicationRoutes } from '../register/publication.routes.tsx'
import { agreementSettingsRoutes } from '../settings/agreement-settings.routes.tsx'
import { authorityRoutes } from './authority.routes.tsx'
import { officeRoutes } from './offices.routes.tsx'

/** What stands beside an agreement and is no act of it: people, papers, claims, decisions, and who confirms what. */
export const paperRoutes = new Hono<AppEnv>()
  .route('/', officeRoutes)
  .route('/', authorityRoutes)
  .route('/', damagesRoutes)
  .route('/', waitingRoutes)
  .route('/', publicationRoutes)
  .route('/', decisionRoutes)
  .route('/', agreementSettingsRoutes)
