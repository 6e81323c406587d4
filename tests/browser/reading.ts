import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What a change of colours alone may break: the rest is the same page, already read in light. */
const RULES_ON_COLOURS = ['color-contrast', 'link-in-text-block']

const LIGHT = { colorScheme: 'light', forcedColors: 'none' } as const
const DARK = { colorScheme: 'dark', forcedColors: 'none' } as const
const FORCED = { colorScheme: 'dark', forcedColors: 'active' } as const

/** A wide screen in light, dark and forced colours; the narrowest one, in colours already read. */
export const SCREENS = [
  {
    name: 'sur un grand écran',
    width: 1280,
    looks: [
      { media: LIGHT, read: 'all' },
      { media: DARK, read: 'colours' },
      { media: FORCED, read: 'colours' },
    ],
  },
  { name: 'sur 320 pixels', width: 320, looks: [{ media: LIGHT, read: 'shape' }] },
] as const

/** The page that is open, in each look of the screen: it is asked of the server once. */
export async function expectReadable(
  page: Page,
  about: string,
  { looks }: (typeof SCREENS)[number],
): Promise<void> {
  for (const { media, read } of looks) {
    await page.emulateMedia(media)
    await expectAccessible(page, about, read)
  }
  await expectNoSidewaysScroll(page, about)
}

/** What is read: all the rules, those on colours, or all but those. */
export async function expectAccessible(
  page: Page,
  about = page.url(),
  read: 'all' | 'colours' | 'shape' = 'all',
): Promise<void> {
  // Run in the page itself: nothing of ours is in a frame, and a page opened for each reading costs more than the reading.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (read === 'colours') axe.withRules([...RULES_ON_COLOURS])
  else axe.withTags(RULES).disableRules(read === 'shape' ? [...RULES_ON_COLOURS] : [])
  const { violations } = await axe.analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}`))
  expect.soft(found, about).toEqual([])
}

export async function expectNoSidewaysScroll(page: Page, about = page.url()): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(over, `${about} ne défile pas de côté`).toBeLessThanOrEqual(0)
}

/** Enters the demonstration as one of its people. */
export async function enterAs(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/connexion`)
  await page
    .getByRole('button', { name: `Entrer comme ${name}` })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Aujourd’hui' })).toBeVisible()
}
