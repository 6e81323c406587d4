import type { Day } from '../../../../kernel/day.ts'
import { opensTo } from '../../../../platform/http/page.tsx'
import { formatDay, plural } from '../../../../ui/french.ts'
import { Notice } from '../../../../ui/notice.tsx'
import type { Agreement } from '../../domain/agreement.ts'
import type { AgreementState } from '../../domain/state.ts'
import type { TrackedDuty } from '../../domain/tracked-duties.ts'
import type { EvidenceProvider } from '../../use-cases/duties/evidence.ts'
import { ownParties } from '../acting.ts'
import { committeeNames } from '../committees/committees-wording.ts'
import { CommitteesSection } from '../committees/pages/committees-section.tsx'
import { CommunicationsSection } from '../communications/pages/communications-section.tsx'
import type { AgreementPanel } from '../panel.ts'
import { policy } from '../policy.ts'
import { dutyPaths } from './duties.paths.ts'
import { type DutiesRead, readDuties } from './duties-of-page.ts'

/** What an agreement's page says of its duties, its committees and what the parties tell the public. */
export function agreementDuties(providers: readonly EvidenceProvider[]): AgreementPanel {
  return async ({ view, context, agreement }) => {
    const read = await readDuties(context, providers, agreement)
    const { state } = read
    if (state.enteredIntoForceOn === null) return null
    const own = ownParties(view, agreement)
    const mayManage = opensTo(view, policy.manage)
    return (
      <>
        {mayManage && <GoesOn state={state} agreement={agreement} read={read} />}
        <section aria-labelledby="obligations">
          <h2 id="obligations">Obligations</h2>
          <p>{summary(read.duties)}</p>
          <p>
            <a href={dutyPaths.duties(view.network.base, agreement.id)}>
              Voir chaque obligation et sa preuve
            </a>
          </p>
        </section>
        <CommitteesSection view={view} agreement={agreement} state={state} mayManage={mayManage} />
        <CommunicationsSection view={view} agreement={agreement} state={state} own={own} />
      </>
    )
  }
}

function summary(duties: readonly TrackedDuty[]): string {
  const late = duties.filter(({ status }) => status === 'overdue').length
  const due = duties.filter(({ status, bestEfforts }) => status === 'due' && !bestEfforts).length
  const kept = duties.filter(({ status }) => status === 'fulfilled').length
  return [
    late > 0 ? `${late} en retard` : 'Aucune en retard',
    `${due} sans preuve à ce jour`,
    plural(kept, 'tenue', 'tenues'),
  ]
    .join(', ')
    .concat('.')
}

/** What happened after the end, for the lead to look at: never a silent continuation. AGR-39. */
function GoesOn({
  state,
  agreement,
  read,
}: {
  state: AgreementState
  agreement: Agreement
  read: DutiesRead
}) {
  const { status, lastDayInForce } = state
  if (status !== 'ended' || lastDayInForce === null) return null
  const after = activitiesAfter(lastDayInForce, agreement, read)
  if (after.length === 0) return null
  return (
    <Notice
      state="warning"
      title={`Convention échue depuis le ${formatDay(lastDayInForce)} : une activité se poursuit`}
    >
      <ul>
        {after.map((activity) => (
          <li>{activity}</li>
        ))}
      </ul>
    </Notice>
  )
}

function activitiesAfter(end: Day, { acts }: Agreement, { facts, placeNames }: DutiesRead): string[] {
  const known = facts
    .filter(({ on, isStanding }) => on > end && !isStanding)
    .map(
      ({ on, says, by, place }) =>
        `${placeNames.get(place ?? '') ?? 'La convention'} : ${says ?? 'activité'}, le ${formatDay(on)}, par ${by}`,
    )
  const meetings = acts
    .filter((act) => act.type === 'meeting_held')
    .filter(({ occurredOn }) => occurredOn > end)
    .map(
      ({ committee, occurredOn }) =>
        `${committeeNames[committee]} : réunion tenue le ${formatDay(occurredOn)}`,
    )
  return [...known, ...meetings]
}
