import { isId } from '../../../../kernel/id.ts'
import { compareInstants, type Instant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { findFile } from '../../../../platform/files/kept-files.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import type { FormState } from '../../../../platform/http/form.ts'
import { done } from '../../../../platform/http/notice.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { organisationNames } from '../../../identity/index.ts'
import { listDesks } from '../../data/desks.store.ts'
import { findIncident, type Incident } from '../../data/incidents/incidents.queries.ts'
import { queueOf } from '../../data/telling/queue.queries.ts'
import { policeReminderDay } from '../../domain/incidents/incident.ts'
import type { Right } from '../../domain/rights.ts'
import type { IncidentRefused } from '../../use-cases/incidents/incident-refusal.ts'
import type { Workplace } from '../../use-cases/workplace.ts'
import { workplace } from '../workplace.ts'
import { incidentPaths } from './incidents.paths.ts'
import { incidentSentence, incidentStatus } from './incidents-wording.ts'
import type { ShownIncident } from './pages/incidents-page.tsx'

export interface IncidentPlace {
  readonly place: Workplace
  readonly incident: Incident
}

/** The incident of the address, in an inventory one works for: 404 otherwise, 403 for another job. */
export async function incidentAt(c: AppContext, right: Right): Promise<IncidentPlace> {
  const place = await workplace(c, right)
  const id = c.req.param('incident') ?? ''
  const found = isId<'incident'>(id) ? await findIncident(place.context.db, place.inventory.id, id) : null
  return { place, incident: orNotFound(found) }
}

/** With the names of the borrowers, and what is still owed to the police. */
export async function shown(
  { context, inventory }: Workplace,
  incidents: readonly Incident[],
): Promise<ShownIncident[]> {
  const { db, today } = context
  const borrowers = incidents.flatMap(({ organisationId }) => organisationId ?? [])
  const names = await organisationNames(db, [...new Set(borrowers)])
  const desks = await listDesks(db, inventory.id)
  return incidents.map((incident) => {
    const desk = desks.find(({ id }) => id === incident.deskId)
    const due = desk && incident.state !== 'closed' ? policeReminderDay(incident, desk.calendar) : null
    return {
      ...incident,
      borrower: names.get(incident.organisationId ?? ('' as never)) ?? '',
      owesPolice: due !== null && due <= today,
    }
  })
}

/** Loans granted that count on a unit between now and then: they would make way. */
export async function comingOn(
  { context, inventory }: Workplace,
  unitName: string,
  until: Instant | null,
): Promise<number> {
  const lines = await queueOf(context.db, inventory.id, context.now)
  return lines.filter(
    (line) =>
      line.unitName === unitName &&
      ['approved', 'prepared'].includes(line.state) &&
      (until === null || (line.pickupAt !== null && compareInstants(line.pickupAt, until) < 0)),
  ).length
}

export interface Outcome {
  readonly at: IncidentPlace
  readonly outcome: Incident | IncidentRefused
  readonly field: string | null
  readonly sentence: string
  readonly page: (c: AppContext, state: FormState) => Response | Promise<Response>
}

/** The page of the incident after its act, or the same page with why not. EQP-1601. */
export async function answered(
  c: AppContext,
  typed: FormState,
  { at, outcome, field, sentence, page }: Outcome,
): Promise<Response> {
  const { inventory } = at.place
  if (!isRefusal(outcome))
    return done(c, incidentPaths.one(c.var.network.base, inventory.id, at.incident.id), sentence)
  c.status(incidentStatus(outcome))
  const problems = [{ field, message: incidentSentence(outcome, inventory.timeZone) }]
  return page(c, { ...typed, problems })
}

/** Never on a public address: whoever may read the incident reads its files. EQP-1502. */
export async function sendFile(c: AppContext, id: Incident['photos'][number]['fileId'] | null) {
  const file = orNotFound(id && (await findFile(c.var.context.db, c.var.network, id)))
  const content = await c.var.services.files.get(file.sha256)
  const how = file.mediaType === 'application/pdf' ? 'attachment' : 'inline'
  c.header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  c.header('cache-control', 'private, no-store')
  return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
}

export function sendPdf(c: AppContext, pdf: Uint8Array, name: string) {
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  c.header('cache-control', 'private, no-store')
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/pdf' })
}
