import { createHash } from 'node:crypto'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { isStampOf } from '../../../../platform/seal/time-stamp.ts'
import {
  atOneInstant,
  type ChainDigest,
  type ChainLink,
  chainDigests,
  linksBetween,
  readLinks,
  unlinkedActs,
} from '../../data/act-chain.store.ts'

/** A broken link, and where. */
export interface ChainFault {
  kind:
    | 'altered-act'
    | 'missing-act'
    | 'missing-link'
    | 'altered-link'
    | 'unlinked-act'
    | 'altered-terms'
    | 'digest-differs'
    | 'stamp-of-something-else'
    | 'anchor-not-found'
    | 'anchor-differs'
  reference: string | null
  /** Rank of the act in its agreement. */
  seq: number | null
  day: Day | null
}

export interface ChainVerification {
  agreements: number
  acts: number
  last: ChainDigest | null
  /** The first broken link of each agreement, then what the daily digests say; the first `MOST_FAULTS` at most. */
  faults: ChainFault[]
}

/** A daily digest noted outside the database. */
export interface ChainAnchor {
  day: Day
  hex: string
}

export const MOST_FAULTS = 50
const BATCH = 2000

/**
 * Reads every act again, as they are at one instant, and follows the chain of each agreement, then the daily digests.
 * Without an anchor noted elsewhere, chains rewritten together with every digest cannot be told from true ones. AGR-32.
 */
export function verifyChains(
  db: Database,
  { anchor = null }: { anchor?: ChainAnchor | null } = {},
): Promise<ChainVerification> {
  return atOneInstant(db, async (tx) => {
    const reader = new Chains()
    for (let links = await readLinks(tx, null, BATCH); links.length > 0; ) {
      for (const link of links) reader.read(link)
      const last = links.at(-1)
      links = last ? await readLinks(tx, last, BATCH) : []
    }
    const { agreements, acts } = reader
    const unlinked = (await unlinkedActs(tx, MOST_FAULTS)).map((act) => fault('unlinked-act', act))
    const digests = await chainDigests(tx)
    const faults = [...reader.end(), ...unlinked, ...(await digestFaults(tx, digests, anchor))]
    return { agreements, acts, last: digests.at(-1) ?? null, faults: faults.slice(0, MOST_FAULTS) }
  })
}

/** Follows one chain after the other. */
class Chains {
  agreements = 0
  acts = 0
  readonly #faults: ChainFault[] = []
  #former: ChainLink | null = null
  /** The last signature of the agreement being read. */
  #signature: ChainLink | null = null
  #isBroken = false

  read(link: ChainLink): void {
    if (link.agreementId !== this.#former?.agreementId) this.#begin()
    this.acts += 1
    const kind = whatIsWrong(link, this.#former)
    if (kind) this.#report(kind, link)
    if (link.terms) this.#signature = link
    this.#former = link
  }

  end(): ChainFault[] {
    this.#closeChain()
    return this.#faults
  }

  #begin(): void {
    this.#closeChain()
    this.agreements += 1
    this.#former = null
    this.#isBroken = false
  }

  /** Terms may be negotiated again until the last party signs: the last signature is the one that binds them. */
  #closeChain(): void {
    const signature = this.#signature
    this.#signature = null
    if (signature?.terms && !signature.computedTerms?.equals(signature.terms))
      this.#report('altered-terms', signature)
  }

  #report(kind: ChainFault['kind'], link: ChainLink): void {
    if (this.#isBroken || this.#faults.length >= MOST_FAULTS) return
    this.#isBroken = true
    this.#faults.push(fault(kind, link))
  }
}

function whatIsWrong(
  { seq, digest, terms, link, computed }: ChainLink,
  former: ChainLink | null,
): ChainFault['kind'] | null {
  if (seq !== (former?.seq ?? 0) + 1) return 'missing-link'
  if (!computed) return 'missing-act'
  if (!computed.equals(digest)) return 'altered-act'
  return sha256(former?.link, digest, terms).equals(link) ? null : 'altered-link'
}

async function digestFaults(
  tx: Database,
  digests: readonly ChainDigest[],
  anchor: ChainAnchor | null,
): Promise<ChainFault[]> {
  const faults: ChainFault[] = []
  for (const [index, one] of digests.entries()) {
    const former = digests[index - 1] ?? null
    const { digest } = await digestAfter(tx, former, one.upTo)
    if (!digest.equals(one.digest)) faults.push(fault('digest-differs', { day: one.day }))
    if (one.token && !isStampOf(one.token, one.digest))
      faults.push(fault('stamp-of-something-else', { day: one.day }))
  }
  if (!anchor) return faults
  const noted = digests.find(({ day }) => day === anchor.day)
  if (!noted) return [...faults, fault('anchor-not-found', { day: anchor.day })]
  const isSame = noted.digest.toString('hex') === anchor.hex
  return isSame ? faults : [...faults, fault('anchor-differs', { day: anchor.day })]
}

/** The digest of all chains at `upTo`: that of the day before, then the links made since. */
export async function digestAfter(
  db: Database,
  former: Pick<ChainDigest, 'digest' | 'links' | 'upTo'> | null,
  upTo: ChainDigest['upTo'],
): Promise<{ digest: Buffer; links: number }> {
  const since = await linksBetween(db, former?.upTo ?? null, upTo)
  return { digest: sha256(former?.digest, since.digest), links: (former?.links ?? 0) + since.links }
}

function fault(
  kind: ChainFault['kind'],
  { reference = null, seq = null, day = null }: Partial<Omit<ChainFault, 'kind'>>,
): ChainFault {
  return { kind, reference, seq, day }
}

function sha256(...parts: readonly (Buffer | null | undefined)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) if (part) hash.update(part)
  return hash.digest()
}
