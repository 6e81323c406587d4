import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { UnreadableArchive } from '../../../../platform/tables/expanded.ts'
import type { FileSource } from '../../../../platform/tables/file-source.ts'
import { UnreadableJson } from '../../../../platform/tables/json-rows.ts'
import { UnreadableRow } from '../../../../platform/tables/read-table.ts'
import { keepHeldRows } from '../../data/imports/held-rows.store.ts'
import { withSourceLock } from '../../data/imports/import.lock.ts'
import {
  clearStaging,
  countOutcomes,
  fillHeldRows,
  holdRepeatedIds,
  measureStaging,
  noteMissing,
  recallDecisions,
  type Scope,
} from '../../data/imports/import.staging.ts'
import { markImport } from '../../data/imports/import.store.ts'
import {
  type OwnScope,
  reachOfOrganisation,
  recogniseOwnPlaces,
  refuseRowsOfOthers,
} from '../../data/imports/own-rows.ts'
import { savedMapping } from '../../data/imports/source-mappings.store.ts'
import type { Import, ImportCounts } from '../../domain/imports/import.ts'
import {
  type FileRefusal,
  isReadingRefusal,
  mayBeReadOtherwise,
  refuseFile,
  sentenceOf,
} from '../../domain/imports/refused-file.ts'
import type { Mapping } from '../../domain/mapping/mapping.ts'
import { holdLikenesses } from './hold-likenesses.ts'
import { recognisePlaces } from './read-file.ts'
import { type ReadingRule, readingRuleOf, uselessColumns } from './reading-rule.ts'
import { type OnProgress, type Reading, stageFile } from './stage-file.ts'
import { ImportStopped } from './stop-import.ts'

export interface CheckOptions {
  source: FileSource
  limit: number
  /** What is done with columns of which nobody said what they are: read as they seem, or asked. */
  whenUnknown?: 'propose' | 'ask'
  /** How its columns are read this time, whatever was said before. */
  mapping?: Mapping | null
  /** Told how the file is read, before it is. */
  onRule?: (rule: ReadingRule) => void
  onProgress?: OnProgress
}

type CheckRefusal = FileRefusal | Refusal<'import-running' | 'mapping-asked' | 'import-stopped'>

/**
 * Reads the whole file and notes what an import would do, without touching a single place (DIR-31). May be run
 * again: it starts afresh. An unreadable file is marked so, with its reason.
 */
export async function checkImport(
  context: Context,
  run: Import,
  {
    source,
    limit,
    whenUnknown = 'propose',
    mapping = null,
    onRule = () => {},
    onProgress = () => {},
  }: CheckOptions,
): Promise<ImportCounts | CheckRefusal> {
  let isSaid = false
  const outcome = await withSourceLock(context.db, context.network.id, run.source, async () => {
    await clearStaging(context.db, run.id)
    await markImport(context.db, run.id, { waits_because: null })
    const said = mapping ?? (await savedMapping(context.db, context.network.id, run.source))?.mapping
    isSaid = said !== undefined
    const table = await recognisePlaces(source, limit, said?.reading)
    if (isRefusal(table)) return table
    const rule: ReadingRule | FileRefusal = mapping
      ? { kind: 'proposed', mapping }
      : await readingRuleOf(context, run.source, table).catch(unreadable)
    if (isRefusal(rule)) return rule
    if (rule.kind === 'proposed' && whenUnknown === 'ask') return askMapping(context, run, null)
    const useless = uselessColumns(rule, table.header)
    if (useless) return useless
    onRule(rule)
    await markImport(context.db, run.id, { header: [...table.header] })
    return readAll(context, run, { table, rule, onProgress })
  })
  if (!isRefusal(outcome)) return outcome
  if (whenUnknown === 'ask' && isToSay(run, outcome, isSaid))
    return askMapping(context, run, sentenceOf(outcome))
  await afterRefusal(context, run, outcome)
  return outcome
}

/**
 * Is somebody to say how this file is read? A harvest that nobody waits for is refused, and the next one may be read: only
 * what a person said of its source calls for a person.
 */
function isToSay({ isScheduled }: Import, refusal: CheckRefusal, isSaid: boolean): refusal is FileRefusal {
  const { refused } = refusal
  if (refused === 'import-running' || refused === 'mapping-asked' || refused === 'import-stopped')
    return false
  return isScheduled
    ? isReadingRefusal(refusal as FileRefusal)
    : mayBeReadOtherwise(refusal as FileRefusal, isSaid)
}

/** `because`: why it cannot be read as it is; null: it is read, and its columns are to be told. */
async function askMapping(
  { db }: Context,
  { id }: Import,
  because: string | null,
): Promise<Refusal<'mapping-asked'>> {
  await clearStaging(db, id)
  await markImport(db, id, { awaits_mapping: true, refusal: because })
  return refuse('mapping-asked')
}

async function afterRefusal({ db, now }: Context, { id }: Import, { refused, details }: CheckRefusal) {
  if (refused === 'import-running' || refused === 'mapping-asked') return
  await clearStaging(db, id)
  if (refused === 'import-stopped') await markImport(db, id, { abandoned_at: now })
  else await markImport(db, id, { refusal: sentenceOf({ refused, details } as FileRefusal) })
}

async function readAll(
  context: Context,
  run: Import,
  reading: Reading,
): Promise<ImportCounts | FileRefusal | Refusal<'import-stopped'>> {
  const { db, network } = context
  const scope: Scope = { run: run.id, network: network.id, source: run.source }
  try {
    const tally = await stageFile(context, run, reading)
    if (tally.read === 0) return refuseFile('header-only')
    await measureStaging(db)
    await recallDecisions(db, scope)
    const duplicates = await holdRepeatedIds(db, scope)
    const own = await ownScopeOf(context, run)
    if (own) await recogniseOwnPlaces(db, own)
    await holdLikenesses(context, scope)
    await fillHeldRows(db, scope)
    const ofOthers = own ? await refuseRowsOfOthers(db, own) : 0
    await keepHeldRows(db, run.id)
    // An organisation may send a few of its places: the others are not lost.
    const missing = own ? 0 : await noteMissing(db, scope)
    const outcomes = await countOutcomes(db, run.id)
    const counts: ImportCounts = {
      read: tally.read,
      created: outcomes.create,
      updated: outcomes.update,
      unchanged: outcomes.unchanged + outcomes.ignored,
      held: outcomes.held,
      grouped: tally.grouped,
      rejected: tally.rejected + ofOthers,
      corrected: tally.corrected,
      warnings: tally.warnings,
      duplicates,
      missing,
    }
    const mapping = reading.rule.kind === 'saved' ? reading.rule.id : null
    await markImport(db, run.id, { checked_at: context.now, counts, mapping_id: mapping })
    return counts
  } catch (error) {
    if (error instanceof ImportStopped) return refuse('import-stopped')
    return unreadable(error)
  }
}

/** A file that breaks off while it is read, at its first row or at its last. */
function unreadable(error: unknown): FileRefusal {
  if (error instanceof UnreadableRow || error instanceof UnreadableJson) return error.refusal
  if (error instanceof UnreadableArchive) return error.refusal
  throw error
}

/** How far the file of an organisation goes; null: the head of the network sent it. DIR-73. */
export async function ownScopeOf(
  { db, network, today }: Pick<Context, 'db' | 'network' | 'today'>,
  run: Import,
): Promise<OwnScope | null> {
  if (!run.organisation) return null
  const reach = await reachOfOrganisation(db, network.id, run.organisation.id)
  return { run: run.id, network: network.id, source: run.source, reach, today }
}
