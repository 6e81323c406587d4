import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { OfferedTemplate } from './pages/network-settings-page.tsx'

/** The agreement templates a network may offer; before it is founded, those of the product. */
export type OfferedTemplates = (
  db: Database,
  network: NetworkId | null,
) => Promise<readonly OfferedTemplate[]>
