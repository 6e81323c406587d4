/**
 * Networks that follow one another: each place has one home, whose word is law; copies travel signed, and are shown with
 * the name of their home. DIR-87 to DIR-90.
 */
import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { federationSettingsRoutes } from './web/federation.routes.tsx'
import { feedRoutes } from './web/feed.routes.ts'
import { transferRoutes } from './web/transfer.routes.tsx'

export { listOffers } from './data/offers.store.ts'
export { federationPersonalData } from './data/personal-data.ts'
export { federationJobs } from './jobs/pull-jobs.ts'
export { federationActions } from './journal.ts'
export { federationRegister } from './privacy.ts'
export { askWithin } from './use-cases/ask-within.ts'
export { declarePeer } from './use-cases/declare-peer.ts'
export { answerSame } from './use-cases/hear-same.ts'
export { networkKey } from './use-cases/own-key.ts'
export { pullSource } from './use-cases/pull-source.ts'
export { tellSame } from './use-cases/tell-same.ts'
export { federationNavigation } from './web/navigation.ts'

export const federationRoutes = new Hono<AppEnv>()
  .route('/', feedRoutes())
  .route('/', transferRoutes)
  .route('/', federationSettingsRoutes)
