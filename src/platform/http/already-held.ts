import type { AppContext } from './env.ts'

/**
 * Marks the answer; true when whoever asks says that they hold it already. A mark that was weakened on its way, as
 * compressing does, is the same mark.
 */
export function isAlreadyHeld(c: AppContext, mark: string): boolean {
  c.header('etag', `"${mark}"`)
  const held = (c.req.header('if-none-match') ?? '').split(/,\s*/)
  return held.some((one) => one.replace(/^W\//, '') === `"${mark}"`)
}
