import type { AppContext } from '../../../../platform/http/env.ts'
import type { FormPage, FormState } from '../../../../platform/http/form.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { peopleNames } from '../../../identity/index.ts'
import { chargesOf } from '../../data/incidents/charges.store.ts'
import { costsOfIncident } from '../../data/incidents/costs.store.ts'
import { storyOfIncident } from '../../data/incidents/incidents.queries.ts'
import { allows } from '../../domain/rights.ts'
import { chargeGround } from '../../use-cases/incidents/charge-borrower.ts'
import { incidentAt, shown } from './incident-at.ts'
import { IncidentPage, type IncidentProps } from './pages/incident-page.tsx'

/** The page of one incident, with what was typed in one of its forms. */
export async function showIncident(
  c: AppContext,
  state: FormState,
  coming: IncidentProps['coming'] = null,
): Promise<Response> {
  const { place, incident } = await incidentAt(c, 'read')
  const { context, inventory, role } = place
  const { db } = context
  const story = await storyOfIncident(db, incident.id)
  const names = await peopleNames(
    db,
    story.flatMap(({ recordedBy }) => recordedBy ?? []),
  )
  const [one] = await shown(place, [incident])
  return page(
    c,
    <IncidentPage
      view={viewOf(c)}
      inventory={inventory}
      incident={orNotFound(one)}
      story={story.map((event) => ({ ...event, by: names.get(event.recordedBy ?? ('' as never)) ?? '' }))}
      charges={await chargesOf(db, incident.id)}
      costs={await costsOfIncident(db, incident.id)}
      ground={await chargeGround(db, context, incident)}
      mayDecide={allows(role, 'decide')}
      mayCharge={allows(role, 'rule')}
      state={state}
      coming={coming}
    />,
  )
}

export const incidentPage: FormPage = (c, state) => showIncident(c, state)
