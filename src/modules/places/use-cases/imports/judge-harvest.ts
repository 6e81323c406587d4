import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { countKnown } from '../../data/imports/import.missing.ts'
import { markImport } from '../../data/imports/import.store.ts'
import { savedMapping } from '../../data/imports/source-mappings.store.ts'
import { changesSomething, type Import } from '../../domain/imports/import.ts'
import { losesTooMany } from '../../domain/imports/source.ts'
import { importQueues } from './import-queues.ts'
import { columnsGone } from './reading-rule.ts'

/** Why a harvest is not published by itself. */
type Stop = {
  readonly because: 'unreadable' | 'unknown-columns' | 'column-gone' | 'too-many-missing'
  readonly sentence: string
}

/**
 * A harvest that was read is published by itself, unless its file lost a column that is read, or more than a fifth of its
 * places: then it waits for somebody (DIR-30, DIR-38). True: it waits.
 */
export async function judgeHarvest(context: Context, run: Import): Promise<boolean> {
  const { counts } = run
  const stop = await whyStopped(context, run)
  if (!counts && !stop) return false
  await inTransaction(context.db, async (tx) => {
    if (stop) {
      await markImport(tx, run.id, { waits_because: stop.sentence })
      await writeJournal(tx, context, 'import.waits', run.id, { source: run.source, because: stop.because })
    } else if (counts && changesSomething(counts)) {
      await markImport(tx, run.id, { confirmed_at: context.now })
      await enqueue(tx, importQueues.apply, { import: run.id })
    } else {
      await markImport(tx, run.id, { abandoned_at: context.now })
    }
  })
  return stop !== null
}

async function whyStopped({ db, network }: Context, run: Import): Promise<Stop | null> {
  if (run.refusal !== null) return { because: 'unreadable', sentence: run.refusal }
  if (run.awaitsMapping) return { because: 'unknown-columns', sentence: UNKNOWN_COLUMNS }
  const saved = await savedMapping(db, network.id, run.source)
  const gone = saved && run.header ? columnsGone(saved.mapping, run.header) : []
  if (gone.length > 0) {
    const names = gone.map((name) => `« ${name} »`).join(', ')
    return {
      because: 'column-gone',
      sentence: `Colonne attendue absente : ${names}. Dites à quoi servent les colonnes de ce fichier, ou abandonnez-le.`,
    }
  }
  const missing = run.counts?.missing ?? 0
  const known = await countKnown(db, { network: network.id, source: run.source })
  if (!losesTooMany(missing, known)) return null
  return {
    because: 'too-many-missing',
    sentence: `Ce fichier n’a plus ${missing} des ${known} lieux de cette source : il est peut-être incomplet. Publiez-le seulement si ces lieux ont vraiment disparu.`,
  }
}

const UNKNOWN_COLUMNS =
  'Les colonnes de ce fichier ne sont plus celles que nous savions lire : dites à quoi elles servent, ou abandonnez-le.'
