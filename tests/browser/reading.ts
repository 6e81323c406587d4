import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What a change of colours alone may break: the rest is the same page, already read in light. */
const RULES_ON_COLOURS = ['color-contrast', 'link-in-text-block']

/** Light, dark, forced colours, and the narrowest screen. */
export const LOOKS = [
  { name: 'en clair', media: { colorScheme: 'light', forcedColors: 'none' }, width: 1280, colours: false },
  { name: 'en sombre', media: { colorScheme: 'dark', forcedColors: 'none' }, width: 1280, colours: true },
  {
    name: 'en couleurs forcées',
    media: { colorScheme: 'dark', forcedColors: 'active' },
    width: 1280,
    colours: true,
  },
  {
    name: 'sur 320 pixels',
    media: { colorScheme: 'light', forcedColors: 'none' },
    width: 320,
    colours: false,
  },
] as const

/** `colours`: only what colours may break. */
export async function expectAccessible(
  page: Page,
  about = page.url(),
  { colours = false } = {},
): Promise<void> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (colours ? axe.withRules(RULES_ON_COLOURS) : axe.withTags(RULES)).analyze()
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
  await page.getByRole('button', { name: `Entrer comme ${name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Aujourd’hui' })).toBeVisible()
}
