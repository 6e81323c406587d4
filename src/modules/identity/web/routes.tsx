import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { accountRoutes } from './account.routes.tsx'
import { contextRoutes } from './contexts.routes.tsx'
import { invitationRoutes } from './invitation.routes.tsx'
import { invitationAnswerRoutes } from './invitation-answer.routes.tsx'
import { memberRoutes } from './member.routes.tsx'
import { networkRoutes } from './network.routes.tsx'
import { passkeyRoutes } from './passkey.routes.tsx'
import { proConnectRoutes } from './proconnect.routes.tsx'
import { secondFactorRoutes } from './second-factor.routes.tsx'
import { secondFactorCodeRoutes } from './second-factor-code.routes.tsx'
import { settingsRoutes } from './settings.routes.tsx'
import { signInRoutes } from './sign-in.routes.tsx'
import { signInLinkRoutes } from './sign-in-link.routes.tsx'
import { supportRoutes } from './support.routes.tsx'

export const identityRoutes = new Hono<AppEnv>()
  .route('/', networkRoutes)
  .route('/', signInRoutes)
  .route('/', signInLinkRoutes)
  .route('/', accountRoutes)
  .route('/', contextRoutes)
  .route('/', settingsRoutes)
  .route('/', invitationRoutes)
  .route('/', invitationAnswerRoutes)
  .route('/', memberRoutes)
  .route('/', supportRoutes)
  .route('/', secondFactorRoutes)
  .route('/', secondFactorCodeRoutes)
  .route('/', passkeyRoutes)
  .route('/', proConnectRoutes)
