/** What was typed where a code is asked: spaces and capitals do not count. */
export interface TypedCode {
  kind: 'code' | 'recovery'
  code: string
}

/** Six digits are a code of the application; anything else is read as a recovery code, `k7mpq-3xw9d`. */
export function readCode(typed: string): TypedCode {
  const bare = typed.toLowerCase().replace(/[\s\u00a0\u202f.-]+/g, '')
  if (/^\d{6}$/.test(bare)) return { kind: 'code', code: bare }
  return { kind: 'recovery', code: bare.length > 5 ? `${bare.slice(0, 5)}-${bare.slice(5)}` : bare }
}

/** A secret as people copy it: in groups of four. */
export function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? ''
}
