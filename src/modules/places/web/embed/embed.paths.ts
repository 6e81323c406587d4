import type { EmbedKeyId } from '../../domain/embed/embed-key.ts'
import { type Listing, listingQuery, nothingAsked } from '../directory/listing.ts'

export const embedRoutesOf = {
  frame: '/embed/carte',
  loader: '/embed.js',
  height: '/embed/hauteur.js',
  settings: '/reglages/cartes-integrees',
  ending: '/reglages/cartes-integrees/:cle/retrait',
} as const

export const embedPaths = {
  /** The map in a frame, under a key: the parameters of the list go on. */
  frame: (base: string, token: string, asked: Partial<Listing> = {}) => {
    const query = listingQuery({ ...nothingAsked, ...asked })
    return `${base}${embedRoutesOf.frame}${query}${query === '' ? '?' : '&'}cle=${token}`
  },
  loader: (base: string) => `${base}${embedRoutesOf.loader}`,
  height: (base: string) => `${base}${embedRoutesOf.height}`,
  settings: (base: string) => `${base}${embedRoutesOf.settings}`,
  ending: (base: string, id: EmbedKeyId) => `${base}/reglages/cartes-integrees/${id}/retrait`,
}
