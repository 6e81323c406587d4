import { availabilityApi } from './availability.api.ts'
import { catalogueApi } from './catalogue.api.ts'
import { decisionsApi } from './decisions.api.ts'
import { deskApi } from './desk.api.ts'
import { incidentsApi } from './incidents.api.ts'
import { linesApi } from './lines.api.ts'
import { requestsApi } from './requests.api.ts'
import { statisticsApi } from './statistics.api.ts'

/** Lending for programs: the same rights and the same acts as its pages. EQP-1405. */
export const lendingApi = [
  catalogueApi,
  availabilityApi,
  linesApi,
  requestsApi,
  decisionsApi,
  deskApi,
  incidentsApi,
  statisticsApi,
] as const
