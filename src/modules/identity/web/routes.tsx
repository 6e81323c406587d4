import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { accountRoutes } from './account.routes.tsx'
import { networkRoutes } from './network.routes.tsx'
import { signInRoutes } from './sign-in.routes.tsx'

export const identityRoutes = new Hono<AppEnv>()
  .route('/', networkRoutes)
  .route('/', signInRoutes)
  .route('/', accountRoutes)
