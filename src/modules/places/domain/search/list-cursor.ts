/** Where a page of the list begins or ends: the place there, by what it was sorted on. DIR-66. */
export interface ListCursor {
  readonly tier: number
  /** Null: unknown, after all the others. */
  readonly measure: number | null
  readonly name: string
  readonly id: string
}

/** As it stands in addresses. */
export function writeCursor({ tier, measure, name, id }: ListCursor): string {
  return Buffer.from(JSON.stringify([tier, measure, name, id])).toString('base64url')
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Null: nobody wrote that. */
export function readCursor(text: string): ListCursor | null {
  const read = /^[A-Za-z0-9_-]{1,1000}$/.test(text) ? parsed(text) : null
  if (!Array.isArray(read) || read.length !== 4) return null
  const [tier, measure, name, id] = read as unknown[]
  const isMeasure = measure === null || (typeof measure === 'number' && Number.isFinite(measure))
  if (typeof tier !== 'number' || !isMeasure || typeof name !== 'string' || typeof id !== 'string')
    return null
  return UUID.test(id) && !name.includes('\u0000')
    ? { tier, measure: measure as number | null, name, id }
    : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
}
