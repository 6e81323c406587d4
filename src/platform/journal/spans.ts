/** Positions from `from` up to, and without, `until`. */
export interface Span {
  from: number
  until: number
}

/** Spans in their order, asked for positions that only go up: each is passed once. */
export class Spans {
  readonly #spans: readonly Span[]
  #at = 0

  constructor(spans: readonly Span[]) {
    this.#spans = spans
  }

  has(position: number): boolean {
    let span = this.#spans[this.#at]
    while (span && span.until <= position) {
      this.#at += 1
      span = this.#spans[this.#at]
    }
    return span !== undefined && span.from <= position
  }
}
