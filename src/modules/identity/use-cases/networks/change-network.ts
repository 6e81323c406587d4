import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import { keepFile } from '../../../../platform/files/kept-files.ts'
import { changesBetween } from '../../../../platform/journal/changes.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { lockSettings, type NetworkChange, saveSettings } from '../../data/networks/network-settings.store.ts'
import { LOGO_LIMIT, logoType } from '../../domain/networks/network-logo.ts'

export type NetworkRefusal = 'changed-meanwhile' | 'host-taken'
export type LogoRefusal = 'logo-too-large' | 'not-an-image'

export interface SentLogo {
  name: string
  content: Uint8Array
}

/** Changes what a network decides of itself; `seen` is the version its page showed. True when it is done. */
export function changeNetwork(
  context: Context,
  seen: number,
  change: NetworkChange,
): Promise<true | Refusal<NetworkRefusal>> {
  return changing(context, seen, async () => change)
}

/** The same, with a new logo: an image by its content, of 512 KB at most. */
export async function changeNetworkAndLogo(
  context: Context,
  files: FileStore,
  seen: number,
  change: NetworkChange,
  { name, content }: SentLogo,
): Promise<true | Refusal<NetworkRefusal | LogoRefusal>> {
  const mediaType = logoType(content)
  if (!mediaType) return refuse('not-an-image')
  if (content.length > LOGO_LIMIT) return refuse('logo-too-large')
  const sha256 = await files.put(content)
  const logo = { name: name.slice(0, 200), mediaType, content }
  return changing(context, seen, async (tx) => ({
    ...change,
    logo_file_id: await keepFile(tx, context, logo, sha256),
  }))
}

async function changing(
  context: Context,
  seen: number,
  changeIn: (tx: Database) => Promise<NetworkChange>,
): Promise<true | Refusal<NetworkRefusal>> {
  try {
    return await inTransaction<true | Refusal<NetworkRefusal>>(context.db, async (tx) => {
      const before = await lockSettings(tx, context.reach)
      if (before?.version !== seen) return refuse('changed-meanwhile')
      const change = await changeIn(tx)
      await saveSettings(tx, before.id, change)
      const changes = changesBetween({ ...before }, { ...change })
      await writeJournal(tx, context, 'network.changed', before.id, {}, { changes })
      return true
    })
  } catch (error) {
    if (refusedBy(error) === 'one_network_per_host') return refuse('host-taken')
    throw error
  }
}
