import { isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import { type Context, systemContext } from '../../../platform/context.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import { networkById } from '../../identity/index.ts'
import {
  countTakenOver,
  findTakeoverImport,
  finishTakeoverImport,
  networkOfTakeoverImport,
  type RefusedLine,
  type TakeoverImport,
  type TakeoverImportId,
} from '../data/takeover-imports.store.ts'
import { judgeRows } from '../use-cases/takeover/judge-rows.ts'
import { readTable } from '../use-cases/takeover/read-table.ts'
import { takeOver } from '../use-cases/takeover/take-over.ts'
import { takeoverQueue } from '../use-cases/takeover/takeover-table.ts'
import { rowReason } from '../web/takeover/takeover-wording.ts'

/**
 * Records the rows of a confirmed table, each in its own transaction. A second run finds what the first recorded by
 * its reference, and leaves it alone.
 */
export const takeOverTable: Job<{ import: TakeoverImportId }> = {
  ...takeoverQueue,
  async work(services, { import: id }) {
    const found = await contextOf(services, id)
    if (!found || found.table.confirmed_at === null || found.table.finished_at !== null) return
    const refused = await recordRows(services, found)
    const { db, clock } = services
    const recorded = await countTakenOver(db, id)
    await finishTakeoverImport(db, id, { recorded, refused, now: clock.now() })
  },
}

interface Found {
  context: Context
  table: TakeoverImport
}

async function recordRows({ files }: Services, { context, table }: Found): Promise<RefusedLine[]> {
  const rows = readTable(await files.get(table.file_sha256))
  if (isRefusal(rows)) throw new Error(`table ${table.id} cannot be read again: ${rows.refused}`)
  const refused: RefusedLine[] = []
  for (const judged of await judgeRows(context, rows)) {
    const { line } = judged.row
    const lineRefused = (refusal: Refusal<Parameters<typeof rowReason>[0]['refused']>) =>
      refused.push({ line, reason: rowReason(refusal) })
    if (judged.verdict === 'wrong') for (const refusal of judged.refusals) lineRefused(refusal)
    if (judged.verdict !== 'new') continue
    const recorded = await takeOver(context, { ...judged.taken, importId: table.id })
    if (isRefusal(recorded)) lineRefused(recorded)
  }
  return refused
}

async function contextOf({ db, clock }: Services, id: TakeoverImportId): Promise<Found | null> {
  const networkId = await networkOfTakeoverImport(db, id)
  const network = networkId && (await networkById(db, networkId))
  if (!network) return null
  const context = systemContext({ db, clock }, network)
  const table = await findTakeoverImport(db, context.reach, id)
  return table && { context, table }
}
