import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    axe: typeof axe
  }
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What a change of colours alone may break: the rest is the same page, already read in light. */
const RULES_ON_COLOURS = ['color-contrast', 'link-in-text-block']

/** All the rules, those on colours, or all but those. */
type Read = 'all' | 'colours' | 'shape'

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

export async function expectAccessible(page: Page, about = page.url(), read: Read = 'all'): Promise<void> {
  // A click ends when the next page begins, before it is whole.
  await page.waitForLoadState()
  const found = await brokenRules(page, read)
  expect.soft(found, about).toEqual([])
}

/** Each broken rule with the element that breaks it. axe enters a page once, and only says what it found wrong. */
async function brokenRules(page: Page, read: Read): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async (options) => {
      const { violations } = await window.axe.run(document, options)
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))
    },
    { runOnly: ruleSetOf(read), rules: rulesOff(read), resultTypes: ['violations' as const] },
  )
}

function ruleSetOf(read: Read) {
  return read === 'colours'
    ? { type: 'rule' as const, values: [...RULES_ON_COLOURS] }
    : { type: 'tag' as const, values: RULES }
}

function rulesOff(read: Read) {
  return Object.fromEntries(
    (read === 'shape' ? RULES_ON_COLOURS : []).map((rule) => [rule, { enabled: false }]),
  )
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
