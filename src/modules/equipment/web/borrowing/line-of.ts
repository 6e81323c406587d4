import { isId } from '../../../../kernel/id.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { type OwnLine, ownLines } from '../../data/borrowing/borrowing.queries.ts'

/** The line of the address, within the reader's own structures: 404 otherwise. */
export async function lineOf(c: AppContext): Promise<OwnLine> {
  const id = c.req.param('pret') ?? ''
  const { db, reach } = c.var.context
  const found = isId<'loan-line'>(id) ? await ownLines(db, reach, { line: id, limit: 1 }) : []
  return orNotFound(found[0])
}
