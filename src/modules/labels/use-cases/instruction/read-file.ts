import { dayOf } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type Desk, type QueueRow, queueOf } from '../../data/instruction/files.queries.ts'
import { type SchemeVersion, versionById } from '../../data/schemes/schemes.store.ts'
import { asked } from '../../domain/applications/answers.ts'
import { type Delay, instructionDelay } from '../../domain/instruction/instruction-delay.ts'
import { byLastDay, type NextStep, nextStep } from '../../domain/instruction/next-step.ts'
import type { Criterion } from '../../domain/schemes/scheme.ts'
import { holderNames } from './holder-names.ts'

/** A file, what is next, and how long is left. */
export interface QueuedFile extends QueueRow {
  readonly version: SchemeVersion
  readonly holderName: string
  readonly applicantName: string
  readonly submittedOn: ReturnType<typeof dayOf>
  readonly criteria: readonly Criterion[]
  readonly delay: Delay
  readonly lastDay: Delay['lastDay']
  readonly next: NextStep
}

/** What lies on a desk, the most pressing first; the files of a campaign are their jury's. */
export async function filesOn(context: Context, desk: Desk): Promise<QueuedFile[]> {
  const files = await readFiles(context, await queueOf(context.db, desk))
  return byLastDay(files.filter(({ version }) => version.content.route !== 'jury'))
}

export async function readFile(context: Context, desk: Desk, id: QueueRow['id']): Promise<QueuedFile | null> {
  const [file] = await readFiles(context, await queueOf(context.db, desk, { id }))
  return file ?? null
}

async function readFiles(context: Context, rows: readonly QueueRow[]): Promise<QueuedFile[]> {
  const { db, network, today } = context
  const versions = await versionsNamed(db, context, rows)
  const names = await holderNames(db, network.id, rows)
  return rows.flatMap((row) => {
    const version = versions.get(row.versionId)
    return version ? [fileOf(row, version, { names, today })] : []
  })
}

function fileOf(
  row: QueueRow,
  version: SchemeVersion,
  { names, today }: { names: Awaited<ReturnType<typeof holderNames>>; today: Context['today'] },
): QueuedFile {
  const submittedOn = dayOf(row.submittedAt)
  const criteria = asked(version.content.criteria, new Map(Object.entries(row.answers)))
  const delay = instructionDelay(submittedOn, row.completions, {
    days: version.content.instructionDays,
    today,
  })
  const open = row.completions.find(({ answeredOn }) => answeredOn === null) ?? null
  const marks = criteria.map(({ code }) => row.marks[code])
  const lacking = marks.filter((mark) => mark !== undefined && mark !== 'complete').length
  const facts = {
    state: row.state,
    criteria: {
      asked: criteria.length,
      examined: marks.filter((mark) => mark !== undefined).length,
      // Once the applicant was asked, what still lacks is for the proposal to say.
      lacking: row.completions.length === 0 ? lacking : 0,
    },
    completion: open,
    opinions: row.opinions,
    visit: row.visit,
    lastDay: delay.lastDay,
  }
  return {
    ...row,
    version,
    holderName: names.holders.get(row.holder.id) ?? '',
    applicantName: names.organisations.get(row.applicantId) ?? '',
    submittedOn,
    criteria,
    delay,
    lastDay: delay.lastDay,
    next: nextStep(facts, today),
  }
}

async function versionsNamed(db: Database, { network }: Context, rows: readonly QueueRow[]) {
  const versions = new Map<QueueRow['versionId'], SchemeVersion>()
  for (const id of new Set(rows.map(({ versionId }) => versionId))) {
    const version = await versionById(db, network.id, id)
    if (version) versions.set(id, version)
  }
  return versions
}
