import type { PlaceId } from '../../places/index.ts'
import type { PeerId } from '../domain/peer.ts'

export const routes = {
  key: '/api/v1/federation/key',
  changes: '/api/v1/federation/changes',
  same: '/api/v1/federation/same',
  heardTransfer: '/api/v1/federation/transfers',
  home: '/reglages/federation',
  newSource: '/reglages/federation/sources/nouvelle',
  newReader: '/reglages/federation/lecteurs/nouveau',
  transfers: '/reglages/federation/transferts',
  newTransfer: '/reglages/federation/transferts/:id',
  withdrawal: '/reglages/federation/transferts/:id/retrait',
  proposal: '/reglages/federation/propositions/:id',
  peer: '/reglages/federation/:id',
  reading: '/reglages/federation/:id/lecture',
  readingAgain: '/reglages/federation/:id/relecture',
  end: '/reglages/federation/:id/fin',
  offer: '/reglages/federation/rapprochements/:id',
  copy: '/reglages/federation/fiches/:id',
} as const

export const federationPaths = {
  home: (base: string) => `${base}/reglages/federation`,
  newSource: (base: string) => `${base}/reglages/federation/sources/nouvelle`,
  newReader: (base: string) => `${base}/reglages/federation/lecteurs/nouveau`,
  transfers: (base: string) => `${base}/reglages/federation/transferts`,
  newTransfer: (base: string, id: PlaceId) => `${base}/reglages/federation/transferts/${id}`,
  withdrawal: (base: string, id: string) => `${base}/reglages/federation/transferts/${id}/retrait`,
  proposal: (base: string, id: PlaceId) => `${base}/reglages/federation/propositions/${id}`,
  peer: (base: string, id: PeerId) => `${base}/reglages/federation/${id}`,
  reading: (base: string, id: PeerId) => `${base}/reglages/federation/${id}/lecture`,
  readingAgain: (base: string, id: PeerId) => `${base}/reglages/federation/${id}/relecture`,
  end: (base: string, id: PeerId) => `${base}/reglages/federation/${id}/fin`,
  offer: (base: string, id: string) => `${base}/reglages/federation/rapprochements/${id}`,
  copy: (base: string, id: PlaceId) => `${base}/reglages/federation/fiches/${id}`,
}
