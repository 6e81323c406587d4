import type { Day } from '../../../../kernel/day.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { OrientationSheet } from '../../documents/orientation-sheet.ts'
import type { OrientedPlace } from '../../use-cases/orientation/oriented-places.ts'
import { phoneText, plainService } from '../wording.ts'
import { consentText } from './follow-up-wording.ts'
import type { SheetAsked } from './orientation.form.ts'
import { comingLines, HOURS_UNKNOWN, planText, sheetTitle } from './orientation-wording.ts'

interface SheetOf {
  asked: SheetAsked
  places: readonly OrientedPlace[]
  network: Pick<Network, 'name'>
  today: Day
  /** The last day on which something is kept of its bearer, who agreed; null: nothing is. */
  keptUntil: Day | null
  /** The address of the page of a place, scheme and host included. */
  pageOf(slug: string): string
}

/** The words of the sheet, the same on screen, on paper and in the PDF. */
export function sheetOf({ asked, places, network, today, keptUntil, pageOf }: SheetOf): OrientationSheet {
  return {
    title: sheetTitle(asked.prenom),
    issuer: network.name,
    by: `Remise le ${formatDay(today)} par ${asked.prescripteur}.`,
    way: asked.trajet,
    follow: keptUntil ? consentText(asked.prescripteur, keptUntil) : '',
    places: places.map((oriented) => {
      const { place } = oriented
      return {
        name: place.name,
        services: place.services.map(plainService),
        plan: planText(oriented),
        phone: place.phone ? phoneText(place.phone) : '',
        hours: oriented.days.length > 0 ? comingLines(oriented.days) : [],
        hoursNote: oriented.days.length > 0 ? '' : (place.openingHours ?? HOURS_UNKNOWN),
        address: pageOf(place.slug),
      }
    }),
  }
}
