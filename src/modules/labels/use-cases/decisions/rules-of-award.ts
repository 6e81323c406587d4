import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Award } from '../../data/awards/awards.queries.ts'
import { versionById, versionOn } from '../../data/schemes/schemes.store.ts'
import type { Grading, Remedies, Validity } from '../../domain/schemes/scheme.ts'

/** What the rules of a label say of its life. */
export interface AwardRules {
  readonly maySuspend: boolean
  readonly grading: Grading
  readonly validity: Validity
  readonly remedies: Remedies | null
}

/** Of the version it was judged on, else of the one applied today; a label from before the specifications has none. */
export async function rulesOfAward(
  { network, today }: Pick<Context, 'network' | 'today'>,
  db: Database,
  { versionId, scheme, agreementId }: Award,
): Promise<AwardRules> {
  const pinned = versionId ? await versionById(db, network.id, versionId) : null
  const version = pinned ?? (await versionOn(db, network.id, scheme.id, today))
  return (
    version?.content ?? {
      maySuspend: false,
      grading: { kind: 'binary' },
      validity: agreementId ? { kind: 'agreement' } : { kind: 'next_edition' },
      remedies: null,
    }
  )
}
