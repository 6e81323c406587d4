import type { Context } from '../../../../platform/context.ts'
import { BASE_COLOURS } from '../../../../ui/colours.ts'
import { findSettings } from '../../../identity/index.ts'

/** The network's own colours as they are printed: those of its light theme. */
export async function networkColours({
  db,
  network,
}: Pick<Context, 'db' | 'network'>): Promise<{ brand: string; brandInk: string }> {
  const settings = await findSettings(db, { kind: 'all', network: network.id })
  const light = (name: 'brand' | 'brandInk') => (settings?.theme?.[name] ?? BASE_COLOURS[name]).light
  return { brand: light('brand'), brandInk: light('brandInk') }
}
