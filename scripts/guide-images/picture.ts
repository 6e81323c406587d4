import type { Locator, Page } from '@playwright/test'

export type Open = (path: string) => Promise<unknown>

/** One picture of the guides. None counts on another: what it shows is in the demonstration, or is made by `take`. */
export interface Picture {
  /** Null: a visitor. */
  readonly who: string | null
  /** Where they enter, when it is not the first network. */
  readonly network?: string
  /** On an installation where no network exists: the page that founds it is open. */
  readonly isFirstRun?: true
  /** The column of the page alone, where it is scrolled past its header and its menu. */
  readonly isColumn?: true
  readonly width?: number
  readonly height?: number
  take(page: Page, open: Open): Promise<unknown>
}

export type Pictures = Readonly<Record<string, Picture>>

/** The day of the demonstration. */
export const TODAY = '2026-06-17'

/** At the head of the picture, with a little air above. */
export function scrollTo(what: Locator, air = 24): Promise<void> {
  return what
    .first()
    .evaluate((element, above) => window.scrollBy(0, element.getBoundingClientRect().top - above), air)
}
