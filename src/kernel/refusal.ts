/**
 * An expected failure, returned and never thrown. `Code` is a closed union of the act that refuses: the wording
 * table of its pages must name each (`Record<Code, …>`), so a new code without a French sentence does not compile.
 */
export interface Refusal<Code extends string = string> {
  readonly refused: Code
  /** Figures and names the sentence needs: `{ from: '2026-08-06' }`. */
  readonly details: Readonly<Record<string, string>>
}

export function refuse<const Code extends string>(
  code: Code,
  details: Readonly<Record<string, string>> = {},
): Refusal<Code> {
  return { refused: code, details }
}

export function isRefusal<T, Code extends string>(outcome: T | Refusal<Code>): outcome is Refusal<Code> {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome
}
