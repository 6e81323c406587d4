import { type Browser, expect, type Locator, type Page } from '@playwright/test'

/** One person, in a browser of their own. */
export async function person(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled, locale: 'fr-FR' })).newPage()
}

export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 })
export const main = (page: Page): Locator => page.getByRole('main')
export const status = (page: Page): Locator => page.getByRole('status')

/** Until the page it leads to is whole: a click ends when that page begins. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await main(page).getByRole('button', { name }).first().click()
  await page.waitForLoadState()
}

export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await main(page).getByRole('link', { name }).first().click()
  await page.waitForLoadState()
}

/** The words of the last mail to that person that holds these, as the demonstration's mailbox shows them. */
export async function mailed(page: Page, url: string, email: string, words: string): Promise<string> {
  const mail = page.getByRole('row').filter({ hasText: email }).filter({ hasText: words }).first()
  await expect(async () => {
    await page.goto(`${url}/dev/mail`)
    await expect(mail).toBeVisible({ timeout: 1000 })
  }).toPass()
  return (await mail.textContent()) ?? ''
}

/** The address behind the first such link of the page that is open. */
export async function linkOn(page: Page, link: RegExp): Promise<string> {
  const links = await page.locator('main a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
  const found = links.find((href) => link.test(href ?? ''))
  expect(found, `${page.url()} mène à ${link.source}`).toBeTruthy()
  return found ?? ''
}
