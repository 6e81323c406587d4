import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { freezeInitiatives } from '../../../initiatives/index.ts'
import {
  type ApplicationId,
  lockApplication,
  moveApplication,
} from '../../data/applications/applications.store.ts'
import {
  type FrozenChoice,
  keepFrozen,
  nextReference,
  pinApplication,
} from '../../data/applications/sending.store.ts'
import type { Obstacle } from '../../domain/applications/eligibility.ts'
import { acknowledgeApplication } from '../../jobs/acknowledge-application.ts'
import { routeFiles } from '../instruction/route-file.ts'
import { recordedBy } from '../recorded-by.ts'
import { type ApplicationFile, carriedBy, fileOf, obstaclesTo } from './application-file.ts'
import { carrierOf } from './holders.ts'

export type SendRefusal =
  | 'no-such-application'
  | 'already-sent'
  | 'self-assessment'
  | 'changed-meanwhile'
  | 'closed'
  | 'not-open-yet'
  | 'other-version'
  | 'no-agreement'
  | 'not-eligible'
  | 'incomplete'
  | 'reason-missing'
  | 'initiative-gone'

/**
 * Sends a draft: it bears a number, and what it is judged on never changes again. A refusal leaves the draft as it was.
 * `seen`: the stamp of the file that was read before. LAB-6, LAB-8, LAB-22, LAB-71.
 */
export async function sendApplication(
  context: Context,
  { id, seen, reason }: { id: ApplicationId; seen: string; reason: string },
): Promise<{ reference: string } | Refusal<SendRefusal>> {
  return inTransaction<{ reference: string } | Refusal<SendRefusal>>(context.db, async (tx) => {
    const application = await lockApplication(tx, context.reach, id)
    if (!application) return refuse('no-such-application')
    if (application.purpose === 'self_assessment') return refuse('self-assessment')
    if (application.state !== 'draft') return refuse('already-sent')
    const reader = { ...context, db: tx }
    const file = await fileOf(reader, application)
    const obstacles = await obstaclesTo(reader, file)
    const refused = refusalOf(file, obstacles, { seen, reason })
    if (refused) return refused
    const choices = await freezeChoices(tx, context, file)
    if (!choices) return refuse('initiative-gone')
    await keepFrozen(tx, id, choices)
    const { version } = file
    const reference = await nextReference(tx, version.scheme, context.today)
    const agreementId = await carrierOf(reader, carriedBy(context, application), version.content)
    const sentBecause = obstacles.length > 0 ? reason : ''
    await pinApplication(tx, id, { versionId: version.id, agreementId, reference, sentBecause })
    await moveApplication(tx, application, 'submitted', recordedBy(context))
    await writeJournal(tx, context, 'application.sent', id, {
      reference,
      version: version.version,
      revision: version.revision,
    })
    await routeFiles(tx, context, id)
    await enqueue(tx, acknowledgeApplication, { application: id }, { once: id })
    return { reference }
  })
}

const BLOCKED: Readonly<Record<Obstacle['kind'], SendRefusal>> = {
  closed: 'closed',
  not_open_yet: 'not-open-yet',
  other_version: 'other-version',
  no_agreement: 'no-agreement',
  not_met: 'not-eligible',
  borne_already: 'reason-missing',
}

function refusalOf(
  { sections, stamp }: ApplicationFile,
  obstacles: readonly Obstacle[],
  { seen, reason }: { seen: string; reason: string },
): Refusal<SendRefusal> | null {
  const blocking = obstacles.find(({ isBlocking }) => isBlocking)
  if (blocking) return refuse(BLOCKED[blocking.kind], blocking.kind === 'closed' ? { day: blocking.on } : {})
  if (sections.some(({ missing }) => missing > 0)) return refuse('incomplete')
  if (stamp !== seen) return refuse('changed-meanwhile')
  return obstacles.length > 0 && reason === '' ? refuse('reason-missing') : null
}

/** Copies of the initiatives that were chosen; null when one of them is no more the applicant's. LAB-23. */
async function freezeChoices(
  tx: Database,
  context: Context,
  { application, sections, written }: ApplicationFile,
): Promise<FrozenChoice[] | null> {
  const choices: FrozenChoice[] = []
  for (const { criterion } of sections.flatMap(({ criteria }) => criteria)) {
    if (criterion.kind !== 'initiatives') continue
    const ids = [written.answers.get(criterion.code) ?? []].flat() as FrozenChoice['initiativeId'][]
    const purpose = `labels.application:${application.id}`
    const frozen = await freezeInitiatives(tx, context, ids, purpose)
    if (frozen.length < ids.length) return null
    choices.push(
      ...frozen.map(({ id, initiativeId }) => ({ code: criterion.code, initiativeId, frozenId: id })),
    )
  }
  return choices
}
