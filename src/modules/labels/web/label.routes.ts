import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { grantRoutes } from './awards/grant.routes.tsx'

/** Every page of the labels, one line per topic. */
export const labelRoutes = new Hono<AppEnv>().route('/', grantRoutes)
