import type { Database } from '../../../../platform/db/database.ts'
import { ownTemplates } from '../../data/templates.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { Duty } from '../../domain/duties.ts'
import { REFERENCE_DUTIES } from '../../templates/reference-duties.ts'

/** The duties that modules prove: those of the reference template the agreement's own was copied from. AGR-75. */
export async function dutiesOf(db: Database, agreement: Agreement): Promise<readonly Duty[]> {
  const { templateId, networkId, terms } = agreement
  const duties = REFERENCE_DUTIES[templateId] ?? REFERENCE_DUTIES[await origin(db, networkId, templateId)]
  return (duties ?? []).filter(({ actor }) => terms.parties.includes(actor))
}

/** The template at the start of the copies; a network copies its own templates too. */
async function origin(db: Database, network: Agreement['networkId'], templateId: string): Promise<string> {
  const parents = new Map<string, string>(
    (await ownTemplates(db, network)).map(({ id, copiedFrom }) => [id, copiedFrom]),
  )
  let id = templateId
  for (let copies = 0; copies <= parents.size; copies++) id = parents.get(id) ?? id
  return id
}
