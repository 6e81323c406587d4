import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { fileRoutes } from './file.routes.tsx'
import { opinionRoutes } from './opinions.routes.tsx'
import { ownInstructionRoutes } from './own-instruction.routes.tsx'
import { queueRoutes } from './queue.routes.tsx'
import { visitRoutes } from './visits.routes.tsx'

/** Files between their arrival and the proposal. The groups come before the file they resemble. */
export const instructionRoutes = new Hono<AppEnv>()
  .route('/', queueRoutes)
  .route('/', fileRoutes)
  .route('/', opinionRoutes)
  .route('/', visitRoutes)
  .route('/', ownInstructionRoutes)
