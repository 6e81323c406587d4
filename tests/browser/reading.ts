import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export async function expectAccessible(page: Page, about = page.url()): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
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
