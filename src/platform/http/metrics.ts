import { Counter, Histogram, Registry } from 'prom-client'

export const registry = new Registry()

const requests = new Counter({
  name: 'maillage_http_requests_total',
  help: 'Requests answered, by route pattern and status',
  labelNames: ['method', 'route', 'status'],
  registers: [registry],
})

const durations = new Histogram({
  name: 'maillage_http_request_seconds',
  help: 'Time to answer, by route pattern',
  labelNames: ['method', 'route'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
})

const jobs = new Counter({
  name: 'maillage_jobs_total',
  help: 'Jobs run, by queue and outcome',
  labelNames: ['queue', 'outcome'],
  registers: [registry],
})

/** Labelled by route pattern (`/lieux/:slug`), never by URL: bounded, and no personal data. */
export function countRequest(method: string, route: string, status: number, seconds: number): void {
  requests.inc({ method, route, status: String(status) })
  durations.observe({ method, route }, seconds)
}

export function countJob(queue: string, outcome: 'done' | 'failed'): void {
  jobs.inc({ queue, outcome })
}
