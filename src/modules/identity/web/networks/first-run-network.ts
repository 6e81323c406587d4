import type { Network, NetworkId } from '../../../../platform/session/actor.ts'

/** Stands where the network of a request stands, as long as none exists: it has no row. */
export const NO_NETWORK: Network = {
  id: '00000000-0000-0000-0000-000000000000' as NetworkId,
  slug: '',
  name: 'Maillage',
  headName: '',
  tagline: '',
  base: '',
  themeSheet: '',
  host: null,
  logo: null,
}
