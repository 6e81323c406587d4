import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { lateRoutes } from './announcements/late.routes.tsx'
import { appointmentRoutes } from './appointments/appointments.routes.tsx'
import { borrowingRoutes } from './borrowing/borrowing.routes.ts'
import { conflictRoutes } from './desk/conflict.routes.tsx'
import { deskRoutes } from './desk/desk.routes.tsx'
import { labelRoutes } from './desk/label.routes.tsx'
import { ownReportRoutes } from './desk/own-report.routes.tsx'
import { packRoutes } from './desk/pack.routes.tsx'
import { reportRoutes } from './desk/report.routes.tsx'
import { exchangeRoutes } from './exchange/exchange.routes.tsx'
import { importRoutes } from './exchange/import.routes.tsx'
import { calendarRoutes } from './feeds/calendar.routes.ts'
import { lendingFeedRoutes } from './feeds/feeds.routes.tsx'
import { ownFeedRoutes } from './feeds/own-feeds.routes.tsx'
import { incidentRoutes } from './incidents/incident.routes.ts'
import { upkeepRoutes } from './maintenance/upkeep.routes.ts'
import { managingRoutes } from './managing/managing.routes.ts'
import { outcomesRoutes } from './statistics/outcomes.routes.tsx'
import { statisticsRoutes } from './statistics/statistics.routes.tsx'

export const equipmentRoutes = new Hono<AppEnv>()
  .route('/', managingRoutes)
  .route('/', upkeepRoutes)
  .route('/', incidentRoutes)
  .route('/', borrowingRoutes)
  .route('/', lateRoutes)
  .route('/', appointmentRoutes)
  .route('/', deskRoutes)
  .route('/', reportRoutes)
  .route('/', labelRoutes)
  .route('/', packRoutes)
  .route('/', ownReportRoutes)
  .route('/', conflictRoutes)
  .route('/', statisticsRoutes)
  .route('/', outcomesRoutes)
  .route('/', calendarRoutes)
  .route('/', lendingFeedRoutes)
  .route('/', ownFeedRoutes)
  .route('/', exchangeRoutes)
  .route('/', importRoutes)
