import type { Instant } from '../../../kernel/instant.ts'
import type { Documents } from '../../../platform/documents/documents.ts'
import { codeSvg } from './code-svg.ts'

/** A sheet given by hand: where to go, when, and how. All its texts are French, ready to be read. */
export interface OrientationSheet {
  title: string
  issuer: string
  /** Who gives it, and when. */
  by: string
  /** What the person who gives it wrote of the way there; empty: nothing. */
  way: string
  /** What is kept of whoever bears it, with their consent; empty: nothing. */
  follow: string
  places: readonly {
    name: string
    services: readonly string[]
    plan: string
    phone: string
    hours: readonly { days: string; hours: string }[]
    hoursNote: string
    /** Its page on the web, also as a code to scan. */
    address: string
  }[]
}

/** The sheet on one A4 page, tagged, the same bytes for the same sheet and instant. DIR-76, DIR-77. */
export function orientationPdf(
  documents: Documents,
  sheet: OrientationSheet,
  now: Instant,
): Promise<Uint8Array> {
  const data = {
    ...sheet,
    places: sheet.places.map((place) => ({ ...place, code: codeSvg(place.address) })),
  }
  const template = 'src/modules/places/documents/orientation-sheet.typ'
  return documents.pdf({ template, data, createdAt: now, standard: 'ua-1' })
}
