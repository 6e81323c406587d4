import type { Network } from '../../../../platform/session/actor.ts'

/**
 * Where a network's pages begin, without a trailing slash: its own domain when it has one (under the scheme and port
 * of the installation), else the installation's address and the network's prefix. What links in mails begin with.
 */
export function networkAddress(baseUrl: string, { host, base }: Pick<Network, 'host' | 'base'>): string {
  if (!host) return `${baseUrl}${base}`
  const own = new URL(baseUrl)
  own.hostname = host
  return own.origin
}
