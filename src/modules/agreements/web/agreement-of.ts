import { isId } from '../../../kernel/id.ts'
import type { AppContext } from '../../../platform/http/env.ts'
import { orNotFound } from '../../../platform/http/problems.ts'
import { findAgreement } from '../data/agreements.store.ts'
import type { Agreement } from '../domain/agreement.ts'

/** The agreement named by the address, within the actor's reach; else 404. */
export async function agreementOf(c: AppContext): Promise<Agreement> {
  const { db, reach } = c.var.context
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'agreement'>(id) ? await findAgreement(db, reach, id) : null)
}
