import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { firstRunRoutes } from './first-run.routes.tsx'
import type { FirstStep } from './first-step.ts'
import { identitySteps } from './identity-steps.ts'
import { networkSettingsRoutes } from './network-settings.routes.tsx'
import { networkTreeRoutes } from './network-tree.routes.tsx'
import type { OfferedTemplates } from './offered-templates.ts'

interface Installation {
  /** The agreement templates that exist. */
  templates: OfferedTemplates
  /** What other modules ask of an officer at first. */
  steps: readonly FirstStep[]
}

/** Networks: how the first is founded, what each decides of itself, and how they are placed. */
export function installationRoutes({ templates, steps }: Installation) {
  return new Hono<AppEnv>()
    .route('/', networkSettingsRoutes(templates))
    .route('/', networkTreeRoutes)
    .route('/', firstRunRoutes(templates, [...identitySteps, ...steps]))
}
