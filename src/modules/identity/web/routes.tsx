import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { apiKeyRoutes } from './api-keys/api-key.routes.tsx'
import { passkeyRoutes } from './factors/passkey.routes.tsx'
import { proConnectRoutes } from './factors/proconnect.routes.tsx'
import { secondFactorRoutes } from './factors/second-factor.routes.tsx'
import { secondFactorCodeRoutes } from './factors/second-factor-code.routes.tsx'
import { contextRoutes } from './members/contexts.routes.tsx'
import { invitationRoutes } from './members/invitation.routes.tsx'
import { invitationAnswerRoutes } from './members/invitation-answer.routes.tsx'
import { memberRoutes } from './members/member.routes.tsx'
import { secondFactorResetRoutes } from './members/second-factor-reset.routes.tsx'
import { networkRoutes } from './networks/network.routes.tsx'
import { settingsRoutes } from './settings.routes.tsx'
import { accountRoutes } from './sign-in/account.routes.tsx'
import { signInRoutes } from './sign-in/sign-in.routes.tsx'
import { signInLinkRoutes } from './sign-in/sign-in-link.routes.tsx'
import { supportRoutes } from './support/support.routes.tsx'

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
  .route('/', secondFactorResetRoutes)
  .route('/', supportRoutes)
  .route('/', secondFactorRoutes)
  .route('/', secondFactorCodeRoutes)
  .route('/', passkeyRoutes)
  .route('/', proConnectRoutes)
  .route('/', apiKeyRoutes)
