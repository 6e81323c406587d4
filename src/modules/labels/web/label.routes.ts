import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { applicationsRoutes } from './applications/applications.routes.tsx'
import { proofsRoutes } from './applications/proofs.routes.tsx'
import { sectionRoutes } from './applications/section.routes.tsx'
import { startRoutes } from './applications/start.routes.tsx'
import { grantRoutes } from './awards/grant.routes.tsx'
import { badgeRoutes } from './badges/badge.routes.tsx'
import { badgeFileRoutes } from './badges/badge-files.routes.ts'
import { badgeKeyRoutes } from './badges/badge-keys.routes.tsx'
import { signRoutes } from './badges/signs.routes.tsx'
import { verifyRoutes } from './badges/verify.routes.tsx'
import { bulkRoutes } from './bulk/bulk.routes.ts'
import { decisionRoutes } from './decisions/decision.routes.ts'
import { homeRoutes } from './home/home.routes.tsx'
import { instructionRoutes } from './instruction/instruction.routes.ts'
import { juryRoutes } from './jury/jury.routes.ts'
import { followUpRoutes } from './proof/follow-up.routes.tsx'
import { proofRoutes } from './proof/proof.routes.tsx'
import { schemeCriteriaRoutes } from './schemes/criteria.routes.tsx'
import { schemeDraftRoutes } from './schemes/draft.routes.tsx'
import { editionRoutes } from './schemes/edition.routes.tsx'
import { schemePieceRoutes } from './schemes/piece.routes.tsx'
import { publicSchemeRoutes } from './schemes/public-scheme.routes.tsx'
import { schemeRoutes } from './schemes/schemes.routes.tsx'

/** Every page of the labels, one line per topic. */
export const labelRoutes = new Hono<AppEnv>()
  .route('/', homeRoutes)
  .route('/', followUpRoutes)
  .route('/', proofRoutes)
  .route('/', decisionRoutes)
  .route('/', instructionRoutes)
  .route('/', grantRoutes)
  .route('/', bulkRoutes)
  .route('/', badgeFileRoutes)
  .route('/', badgeRoutes)
  .route('/', verifyRoutes)
  .route('/', signRoutes)
  .route('/', badgeKeyRoutes)
  .route('/', startRoutes)
  .route('/', proofsRoutes)
  .route('/', applicationsRoutes)
  .route('/', sectionRoutes)
  .route('/', schemeRoutes)
  .route('/', schemeDraftRoutes)
  .route('/', schemePieceRoutes)
  .route('/', schemeCriteriaRoutes)
  .route('/', editionRoutes)
  .route('/', juryRoutes)
  .route('/', publicSchemeRoutes)
