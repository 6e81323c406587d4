/** A set of row numbers, one bit each: what passes a filter among 100,000 places takes 12 KB and is crossed in no time. */
export class RowSet {
  #bits: Uint32Array

  /** Rows from 0 to `rows` - 1 at first: it grows by itself. */
  constructor(rows = 0) {
    this.#bits = new Uint32Array(Math.ceil(rows / 32))
  }

  static of(rows: Iterable<number>): RowSet {
    const set = new RowSet()
    for (const row of rows) set.add(row)
    return set
  }

  add(row: number): void {
    const at = row >>> 5
    if (at >= this.#bits.length) this.#grow(at)
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (row & 31))
  }

  delete(row: number): void {
    const at = row >>> 5
    if (at < this.#bits.length) this.#bits[at] = (this.#bits[at] ?? 0) & ~(1 << (row & 31))
  }

  has(row: number): boolean {
    return ((this.#bits[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0
  }

  get size(): number {
    let size = 0
    for (const word of this.#bits) size += ones(word)
    return size
  }

  /** How many rows both have, without making the set of them. */
  sharedWith(other: RowSet): number {
    const [one, two] = [this.#bits, other.#bits]
    const length = Math.min(one.length, two.length)
    let size = 0
    for (let at = 0; at < length; at += 1) size += ones((one[at] ?? 0) & (two[at] ?? 0))
    return size
  }

  /** Another set: the rows of both. */
  and(other: RowSet): RowSet {
    const [one, two] = [this.#bits, other.#bits]
    const both = new Uint32Array(Math.min(one.length, two.length))
    for (let at = 0; at < both.length; at += 1) both[at] = (one[at] ?? 0) & (two[at] ?? 0)
    return RowSet.#from(both)
  }

  /** Another set: the rows of either. */
  or(other: RowSet): RowSet {
    const [one, two] = [this.#bits, other.#bits]
    const either = new Uint32Array(Math.max(one.length, two.length))
    for (let at = 0; at < either.length; at += 1) either[at] = (one[at] ?? 0) | (two[at] ?? 0)
    return RowSet.#from(either)
  }

  /** In their order; several times quicker than a loop over them. */
  forEach(tell: (row: number) => void): void {
    const bits = this.#bits
    for (let at = 0; at < bits.length; at += 1)
      for (let word = bits[at] ?? 0; word !== 0; word &= word - 1)
        tell((at << 5) + (31 - Math.clz32(word & -word)))
  }

  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.#bits.length; at += 1)
      for (let word = this.#bits[at] ?? 0; word !== 0; word &= word - 1)
        yield (at << 5) + (31 - Math.clz32(word & -word))
  }

  static #from(bits: Uint32Array): RowSet {
    const set = new RowSet()
    set.#bits = bits
    return set
  }

  #grow(at: number): void {
    const wider = new Uint32Array(Math.max(at + 1, this.#bits.length * 2, 32))
    wider.set(this.#bits)
    this.#bits = wider
  }
}

/** How many bits of a word are set. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
