import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addPublicationBasis, withdrawPublicationBasis } from '../../data/publication.store.ts'
import type { Agreement, AgreementId } from '../../domain/agreement.ts'
import { recordedBy } from '../act-on-agreement.ts'
import { holdAgreement, readBoardAgain } from '../offices/hold-agreement.ts'

export type BasisRefusal = 'no-such-agreement' | 'basis-already-recorded' | 'no-basis'

/** Records the text that obliges to publish an agreement whose clause says nothing of it. AGR-68. */
export async function recordPublicationBasis(
  context: Context,
  id: AgreementId,
  basis: string,
): Promise<Agreement | Refusal<BasisRefusal>> {
  try {
    return await holdAgreement<Agreement | Refusal<BasisRefusal>>(context, id, async (tx, agreement) => {
      await addPublicationBasis(tx, id, basis, recordedBy(context))
      await writeJournal(tx, context, 'publication-basis.recorded', id)
      await readBoardAgain(tx, context, agreement)
      return agreement
    })
  } catch (error) {
    if (refusedBy(error) === 'one_publication_basis') return refuse('basis-already-recorded')
    throw error
  }
}

/** The register lists the agreement no more, unless its clause or an approval allows it. */
export function removePublicationBasis(
  context: Context,
  id: AgreementId,
): Promise<Agreement | Refusal<BasisRefusal>> {
  return holdAgreement<Agreement | Refusal<BasisRefusal>>(context, id, async (tx, agreement) => {
    const isWithdrawn = await withdrawPublicationBasis(tx, id, recordedBy(context))
    if (!isWithdrawn) return refuse('no-basis')
    await writeJournal(tx, context, 'publication-basis.withdrawn', id)
    await readBoardAgain(tx, context, agreement)
    return agreement
  })
}
