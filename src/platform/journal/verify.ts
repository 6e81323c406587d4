import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Seal } from './seals.ts'
import { type Span, Spans } from './spans.ts'

/** What is wrong with the chain, and where. */
export interface Fault {
  kind:
    | 'altered-line'
    | 'missing-line'
    | 'altered-seal'
    | 'gap'
    | 'unsealed-line'
    | 'untold-purge'
    | 'anchor-not-found'
    | 'anchor-differs'
  position: number | null
  /** Id of the line. */
  line: number | null
}

export interface Verification {
  /** Lines read again and found as they were sealed. */
  verified: number
  /** Lines gone by retention: their seals were checked, they cannot be. */
  purged: number
  last: Seal | null
  /** In the order of the chain; the first `MOST_FAULTS` at most. */
  faults: Fault[]
}

export const MOST_FAULTS = 50

/**
 * Reads the whole journal again, as it is at one instant, and recomputes each line and each seal; memory does not
 * grow with it. `anchor`: a seal noted outside the database, without which a chain rewritten to its end, or cut
 * short, cannot be told from a true one.
 */
export async function verifyJournal(
  db: Database,
  { anchor = null, batch = 5000 }: { anchor?: Seal | null; batch?: number } = {},
): Promise<Verification> {
  const tx = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    await sql`set local statement_timeout = 0`.execute(tx)
    const faults = [...(await untoldPurges(tx)), ...(await unsealedLines(tx))]
    const chain = new Chain(await purgedSpans(tx), anchor)
    for (let links = await readLinks(tx, 0, batch); links.length > 0; ) {
      for (const link of links) chain.read(link)
      links = await readLinks(tx, chain.position, batch)
    }
    faults.unshift(...chain.end())
    const { verified, purged, last } = chain
    return { verified, purged, last, faults: faults.slice(0, MOST_FAULTS) }
  } finally {
    await tx.rollback().execute()
  }
}

interface Link {
  position: number
  line: number
  digest: Buffer
  seal: Buffer
  /** Of the line as it is now; null when it is gone. */
  computed: Buffer | null
}

/** Follows the chain link after link. */
class Chain {
  verified = 0
  purged = 0
  last: Seal | null = null
  readonly #faults: Fault[] = []
  readonly #purgedSpans: Spans
  readonly #anchor: Seal | null
  #previous: Buffer | null = Buffer.alloc(0)
  #anchorIsMet = false

  constructor(purgedSpans: Spans, anchor: Seal | null) {
    this.#purgedSpans = purgedSpans
    this.#anchor = anchor
  }

  get position(): number {
    return this.last?.position ?? 0
  }

  read(link: Link): void {
    if (link.position !== this.position + 1) {
      this.#fault('gap', this.position + 1, null)
      // What the link was sealed to is unknown: the seals after it are checked from here on.
      this.#previous = null
    }
    if (this.#previous && !sha256(this.#previous, link.digest).equals(link.seal))
      this.#fault('altered-seal', link.position, link.line)
    this.#readLine(link)
    this.#previous = link.seal
    this.last = { position: link.position, hex: link.seal.toString('hex') }
    this.#compareWithAnchor(this.last)
  }

  end(): Fault[] {
    if (this.#anchor && !this.#anchorIsMet) this.#fault('anchor-not-found', this.#anchor.position, null)
    return this.#faults
  }

  #readLine({ position, line, digest, computed }: Link): void {
    if (computed?.equals(digest)) this.verified += 1
    else if (computed) this.#fault('altered-line', position, line)
    else if (this.#purgedSpans.has(position)) this.purged += 1
    else this.#fault('missing-line', position, line)
  }

  #compareWithAnchor(seal: Seal): void {
    if (seal.position !== this.#anchor?.position) return
    this.#anchorIsMet = true
    if (seal.hex !== this.#anchor.hex) this.#fault('anchor-differs', seal.position, null)
  }

  #fault(kind: Fault['kind'], position: number, line: number | null): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ kind, position, line })
  }
}

/**
 * The digest is written out again rather than asked of `platform.journal_digest`: whoever could change a line could
 * change that function too.
 */
async function readLinks(tx: Database, after: number, limit: number): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select s.position, s.line, s.digest, s.seal, case when j.id is not null then
      sha256(convert_to(jsonb_build_array(
        j.id, to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), j.network_id, j.person_id,
        j.organisation_id, j.membership_id, j.mandate_id, j.delegation_id, j.impersonator_id, j.action, j.subject_id,
        j.details, j.changes, j.request_id)::text, 'UTF8')) end as computed
    from platform.journal_seal s left join platform.journal j on j.id = s.line
    where s.position > ${after} order by s.position limit ${limit}`.execute(tx)
  return rows
}

async function unsealedLines(tx: Database): Promise<Fault[]> {
  const { rows } = await sql<{ id: number }>`
    select j.id from platform.journal j left join platform.journal_seal s on s.line = j.id
    where s.line is null order by j.id limit ${MOST_FAULTS}`.execute(tx)
  return rows.map(({ id }) => ({ kind: 'unsealed-line', position: null, line: id }))
}

/** A purge is believed when a sealed line says the same. */
const TOLD = sql`exists (
  select from platform.journal j
  where j.action = 'journal.purged' and j.subject_id = p.id::text
    and j.network_id is not distinct from p.network_id and (j.details ->> 'lines')::bigint = p.lines
    and j.details ->> 'positions' = encode(sha256(convert_to(p.positions::text, 'UTF8')), 'hex'))`

async function untoldPurges(tx: Database): Promise<Fault[]> {
  const { rows } = await sql<{ position: number | null }>`
    select lower(p.positions) as position from platform.journal_purge p where not ${TOLD} limit ${MOST_FAULTS}`.execute(
    tx,
  )
  return rows.map(({ position }) => ({ kind: 'untold-purge', position, line: null }))
}

async function purgedSpans(tx: Database): Promise<Spans> {
  const { rows } = await sql<Span>`
    with spans as (select range_agg(positions) as all_of_them from platform.journal_purge p where ${TOLD})
    select lower(span) as from, upper(span) as until from spans, unnest(all_of_them) span order by 1`.execute(
    tx,
  )
  return new Spans(rows)
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
