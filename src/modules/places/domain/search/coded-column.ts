import { RowSet } from './row-set.ts'

const NONE = 0

/** One text per row among texts that come back: kept as the number of the text. An empty text is none. */
export class CodedColumn {
  #codes = new Uint32Array(1024)
  readonly #texts: string[] = ['']
  readonly #known = new Map<string, number>([['', NONE]])

  /** True when no row ever bore a text. */
  get isEmpty(): boolean {
    return this.#texts.length === 1
  }

  put(row: number, text: string): void {
    if (row >= this.#codes.length) {
      const wider = new Uint32Array(Math.max(row + 1, this.#codes.length * 2))
      wider.set(this.#codes)
      this.#codes = wider
    }
    this.#codes[row] = this.#codeOf(text)
  }

  textOf(row: number): string {
    return this.#texts[this.#codes[row] ?? NONE] ?? ''
  }

  /** The rows that bear one of the texts. */
  rowsOf(texts: Iterable<string>): RowSet {
    const wanted = new Uint8Array(this.#texts.length)
    for (const text of texts) {
      const code = this.#known.get(text)
      if (code !== undefined) wanted[code] = 1
    }
    return this.#rowsMarked(wanted)
  }

  /** The rows whose text holds; each distinct text is asked about once. */
  rowsWhere(holds: (text: string) => boolean): RowSet {
    return this.#rowsMarked(Uint8Array.from(this.#texts, (text) => (holds(text) ? 1 : 0)))
  }

  /** By text, how many of the rows bear it; rows without any are not told. */
  countsAmong(rows: RowSet): Map<string, number> {
    const counts = new Uint32Array(this.#texts.length)
    rows.forEach((row) => {
      const code = this.#codes[row] ?? NONE
      counts[code] = (counts[code] ?? 0) + 1
    })
    return new Map(
      this.#texts.flatMap((text, code) =>
        code !== NONE && counts[code] ? [[text, counts[code]] as const] : [],
      ),
    )
  }

  #codeOf(text: string): number {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    this.#texts.push(text)
    this.#known.set(text, this.#texts.length - 1)
    return this.#texts.length - 1
  }

  #rowsMarked(wanted: Uint8Array): RowSet {
    const rows = new RowSet(this.#codes.length)
    const codes = this.#codes
    for (let row = 0; row < codes.length; row += 1) if (wanted[codes[row] ?? NONE] === 1) rows.add(row)
    return rows
  }
}
