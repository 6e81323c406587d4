import type { Database } from '../db/database.ts'
import type { Job } from '../jobs/jobs.ts'

/** A link of the chain: enough, kept elsewhere, to prove that nothing before it was rewritten. */
export interface Seal {
  /** From 1, one by one. */
  position: number
  /** SHA-256, 64 hexadecimal digits. */
  hex: string
}

export async function lastSeal(db: Database): Promise<Seal | null> {
  const row = await db
    .selectFrom('platform.journal_seal')
    .select(['position', 'seal'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { position: row.position, hex: row.seal.toString('hex') } : null
}

/** `1204:9f86…`: how a seal is noted and read again. */
export function sealText({ position, hex }: Seal): string {
  return `${position}:${hex}`
}

const SEAL = /^([1-9]\d{0,15}):([0-9a-f]{64})$/i

export function parseSeal(text: string): Seal | null {
  const [, position, hex] = SEAL.exec(text.trim()) ?? []
  return position && hex ? { position: Number(position), hex: hex.toLowerCase() } : null
}

/** Nightly: a copy of the last seal leaves the database with the log. Whoever rewrites the chain cannot rewrite that. */
export const logJournalSeal: Job = {
  name: 'platform/log-journal-seal',
  schedule: '11 4 * * *',
  async work({ db, log }) {
    const seal = await lastSeal(db)
    if (seal) log.info({ seal: sealText(seal) }, 'the journal is sealed up to here')
  },
}
