import type { Hono } from 'hono'
import { evidenceProviders } from './evidence.ts'
import { journalParts } from './journal-parts.ts'
import {
  agreementNavigation,
  agreementRoutes,
  agreementsOfOrganisation,
  draftFirstStep,
  offeredTemplates,
  registerNavigation,
} from './modules/agreements/index.ts'
import { equipmentNavigation, equipmentRoutes, lendingApi } from './modules/equipment/index.ts'
import {
  facilitatorApis,
  facilitatorNavigation,
  facilitatorRoutes,
  offerOfOrganisation,
} from './modules/facilitators/index.ts'
import { federationNavigation, federationRoutes } from './modules/federation/index.ts'
import {
  identityNavigation,
  identityRoutes,
  installationRoutes,
  isHostOfNetwork,
  organisationRoutes,
  whoAndWhere,
} from './modules/identity/index.ts'
import { initiativeNavigation, initiativeRoutes } from './modules/initiatives/index.ts'
import { journalNavigation, journalRoutes } from './modules/journal/index.ts'
import {
  agreementLabels,
  labelNavigation,
  labelRoutes,
  publicLabelNavigation,
} from './modules/labels/index.ts'
import { importFirstStep, placeApis, placeNavigation, placeRoutes } from './modules/places/index.ts'
import { privacyNavigation, privacyRoutes } from './modules/privacy/index.ts'
import { apiRoutes } from './platform/api/api-routes.ts'
import { devRoutes } from './platform/http/dev-routes.tsx'
import type { AppEnv } from './platform/http/env.ts'
import { createShell } from './platform/http/shell.ts'
import { storyRoutes } from './platform/http/story-routes.tsx'
import type { Services } from './platform/services.ts'
import { privacyParts } from './privacy-parts.ts'

/** Composes the modules, and nothing else. The order of the entries is the order of the day. */
export function createApp(services: Services, options: { developing?: boolean } = {}): Hono<AppEnv> {
  const app = createShell(services, {
    ...options,
    isOurHost: (host) => isHostOfNetwork(services.db, host),
  })
  app.use(
    whoAndWhere([
      ...agreementNavigation,
      ...labelNavigation,
      ...placeNavigation,
      ...facilitatorNavigation,
      ...initiativeNavigation,
      ...equipmentNavigation,
      ...publicLabelNavigation,
      ...registerNavigation,
      ...federationNavigation,
      ...identityNavigation,
      ...journalNavigation,
      ...privacyNavigation,
    ]),
  )
  app.route('/', identityRoutes)
  app.route('/', journalRoutes(journalParts))
  app.route(
    '/',
    installationRoutes({ templates: offeredTemplates, steps: [importFirstStep, draftFirstStep] }),
  )
  app.route('/', organisationRoutes([agreementsOfOrganisation, offerOfOrganisation]))
  app.route('/', privacyRoutes(privacyParts))
  app.route('/', facilitatorRoutes)
  app.route('/', placeRoutes)
  app.route('/', federationRoutes)
  app.route('/', agreementRoutes([agreementLabels], evidenceProviders))
  app.route('/', initiativeRoutes)
  app.route('/', labelRoutes)
  app.route('/', equipmentRoutes)
  app.route('/', apiRoutes([...lendingApi, ...facilitatorApis, ...placeApis]))
  if (services.config.mode === 'demo') {
    app.route('/', devRoutes)
    app.route('/', storyRoutes)
  }
  return app
}
