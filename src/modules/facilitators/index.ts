/** Who helps residents, and what organisations know how to do: each shown as they chose. */

import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { facilitatorsApi } from './web/api/facilitators.api.ts'
import { organisationsApi } from './web/api/organisations.api.ts'
import { cardRoutes } from './web/cards/cards.routes.tsx'
import { ownCardRoutes } from './web/cards/own-card.routes.tsx'
import { offerRoutes } from './web/organisations/offers.routes.tsx'

export { facilitatorsPersonalData } from './data/personal-data.ts'
export { facilitatorsRetention } from './data/retention.ts'
export { facilitatorsActions } from './journal.ts'
export { facilitatorsRegister } from './privacy.ts'
export { type KeptProfile, keepProfile } from './use-cases/cards/keep-profile.ts'
export { keepOffer } from './use-cases/organisations/keep-offer.ts'
export { openDirectory } from './use-cases/organisations/open-directory.ts'
export { facilitatorNavigation } from './web/navigation.ts'
export { offerOfOrganisation } from './web/organisations/panel.tsx'

export const facilitatorRoutes = new Hono<AppEnv>()
  .route('/', cardRoutes)
  .route('/', ownCardRoutes)
  .route('/', offerRoutes)

export const facilitatorApis = [facilitatorsApi, organisationsApi]
