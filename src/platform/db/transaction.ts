import type { ControlledTransaction } from 'kysely'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Database } from './database.ts'
import type { DB } from './schema.generated.ts'

/** Serialization failure and deadlock: the whole act may be tried again. */
const RETRIABLE = new Set(['40001', '40P01'])
const TRIES = 3

/**
 * Runs `work` in one transaction, or in a savepoint when `db` already is one. A thrown error and a returned
 * `Refusal` both undo everything the work wrote. Inside, only `tx` may be used: no mail, no HTTP, no file.
 */
export async function inTransaction<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  if (isControlled(db)) return inSavepoint(db, work)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inNewTransaction(db, work)
    } catch (error) {
      if (attempt === TRIES || !RETRIABLE.has(codeOf(error))) throw error
    }
  }
}

async function inNewTransaction<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  const tx = await db.startTransaction().execute()
  try {
    const outcome = await work(tx)
    await (isRefusal(outcome) ? tx.rollback() : tx.commit()).execute()
    return outcome
  } catch (error) {
    // The connection may be gone: the error that matters is the first one.
    if (!tx.isCommitted && !tx.isRolledBack)
      await tx
        .rollback()
        .execute()
        .catch(() => {})
    throw error
  }
}

async function inSavepoint<T>(tx: ControlledTransaction<DB>, work: (tx: Database) => Promise<T>): Promise<T> {
  const name = nextSavepoint()
  const saved = await tx.savepoint(name).execute()
  try {
    const outcome = await work(saved)
    await (isRefusal(outcome) ? saved.rollbackToSavepoint(name) : saved.releaseSavepoint(name)).execute()
    return outcome
  } catch (error) {
    await saved.rollbackToSavepoint(name).execute()
    throw error
  }
}

let savepoints = 0
function nextSavepoint(): 'nested' {
  savepoints = (savepoints + 1) % 1_000_000
  // Kysely types savepoints by their literal names; ours only need to differ.
  return `nested_${savepoints}` as 'nested'
}

/** Is `db` already a transaction of `inTransaction`? */
export function isControlled(db: Database): db is ControlledTransaction<DB> {
  return 'savepoint' in db
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
