import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { directoryRoutes } from './directory/directory.routes.tsx'
import { mergeRoutes } from './duplicates/merges.routes.tsx'
import { pairRoutes } from './duplicates/pair.routes.tsx'
import { queueRoutes } from './duplicates/queue.routes.tsx'
import { embedRoutes } from './embed/embed.routes.tsx'
import { embedSettingsRoutes } from './embed/embed-settings.routes.tsx'
import { exportRoutes } from './exports/exports.routes.tsx'
import { favouriteRoutes } from './favourites/favourites.routes.tsx'
import { freshnessRoutes } from './freshness/freshness.routes.tsx'
import { freshnessBoardRoutes } from './freshness/freshness-board.routes.tsx'
import { pointsRoutes } from './geocoding/points.routes.tsx'
import { homeRoutes } from './home/home.routes.tsx'
import { daysOffRoutes } from './hours/days-off.routes.tsx'
import { importRoutes } from './imports/import.routes.tsx'
import { importActRoutes } from './imports/import-acts.routes.tsx'
import { mappingRoutes } from './imports/mapping.routes.tsx'
import { ownFileRoutes } from './imports/own-files.routes.tsx'
import { importQueueRoutes } from './imports/queues.routes.tsx'
import { sourceRoutes } from './imports/sources.routes.tsx'
import { awaitedRoutes } from './life/awaited.routes.tsx'
import { creationRoutes } from './life/creation.routes.tsx'
import { lifeRoutes } from './life/life.routes.tsx'
import { linkRoutes } from './life/links.routes.tsx'
import { sectionRoutes } from './life/sections.routes.tsx'
import { statusRoutes } from './life/status.routes.tsx'
import { mapRoutes } from './map/map.routes.tsx'
import { mapSettingsRoutes } from './map/map-settings.routes.tsx'
import { followUpRoutes } from './orientation/follow-up.routes.tsx'
import { orientationRoutes } from './orientation/orientation.routes.tsx'
import { placePageRoutes } from './place/place.routes.tsx'
import { reportRoutes } from './reports/reports.routes.tsx'
import { robotsRoutes } from './robots/robots.routes.ts'
import { searchRoutes } from './search/search.routes.tsx'
import { statisticsRoutes } from './statistics/statistics.routes.tsx'
import { territoryRoutes } from './territories/territories.routes.tsx'
import { webhookRoutes } from './webhooks/webhooks.routes.tsx'

// The page of a place takes every address under `/lieux/`: its routes come last.
export const placeRoutes = new Hono<AppEnv>()
  .route('/', homeRoutes)
  .route('/', daysOffRoutes)
  .route('/', searchRoutes)
  .route('/', freshnessRoutes)
  .route('/', freshnessBoardRoutes)
  .route('/', reportRoutes)
  .route('/', favouriteRoutes)
  .route('/', creationRoutes)
  .route('/', awaitedRoutes)
  .route('/', lifeRoutes)
  .route('/', sectionRoutes)
  .route('/', statusRoutes)
  .route('/', linkRoutes)
  .route('/', sourceRoutes)
  .route('/', importQueueRoutes)
  .route('/', importActRoutes)
  .route('/', ownFileRoutes)
  .route('/', importRoutes)
  .route('/', mappingRoutes)
  .route('/', queueRoutes)
  .route('/', pairRoutes)
  .route('/', mergeRoutes)
  .route('/', pointsRoutes)
  .route('/', robotsRoutes)
  .route('/', mapSettingsRoutes)
  .route('/', mapRoutes)
  .route('/', orientationRoutes)
  .route('/', followUpRoutes)
  .route('/', exportRoutes)
  .route('/', embedRoutes)
  .route('/', embedSettingsRoutes)
  .route('/', webhookRoutes)
  .route('/', territoryRoutes)
  .route('/', statisticsRoutes)
  .route('/', directoryRoutes)
  .route('/', placePageRoutes)
