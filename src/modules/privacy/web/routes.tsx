import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { deskRoutes } from './desk.routes.tsx'
import { ownPrivacyRoutes } from './own.routes.tsx'
import type { PrivacyParts } from './parts.ts'
import { publicPrivacyRoutes } from './request.routes.tsx'

export function privacyRoutes(parts: PrivacyParts) {
  return new Hono<AppEnv>()
    .route('/', publicPrivacyRoutes(parts))
    .route('/', ownPrivacyRoutes(parts))
    .route('/', deskRoutes(parts))
}
