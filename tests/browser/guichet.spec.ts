import { expect, type Page, test } from '@playwright/test'
import { Installation } from './app.ts'
import { expectAccessible, expectNoSidewaysScroll } from './reading.ts'

test.describe.configure({ timeout: 120_000 })

let installation: Installation

test.beforeAll(async () => {
  installation = await Installation.create()
  await installation.startOn('2026-11-23')
})
test.afterAll(() => installation.remove())

/** Enters as the person who lends at the desk, and finds the next loan to prepare. */
async function openLoanToPrepare(page: Page): Promise<string> {
  await page.goto(`${installation.url}/n/baie/connexion`)
  await page.getByRole('button', { name: 'Entrer comme Inès Rivoal' }).click()
  await page.waitForURL(/aujourdhui|guichet|materiel/)
  await page.goto(`${installation.url}/n/baie/materiel/guichet`)
  for (let day = 0; day < 15; day++) {
    const loan = page.locator('main li', { hasText: 'à préparer' }).getByRole('link').first()
    if ((await loan.count()) > 0) {
      await loan.click()
      await page.waitForURL(/guichet\/.+/)
      return page.url()
    }
    await page.getByRole('link', { name: 'Jour suivant' }).click()
    await page.waitForLoadState()
  }
  throw new Error('nothing to prepare within fifteen days')
}

test('le réseau se coupe au milieu d’une remise : rien n’est perdu, rien n’est fait deux fois (EQP-1303, L28)', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'fr-FR' })
  const page = await context.newPage()
  const loan = await openLoanToPrepare(page)
  const before = await custodies()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)

  const heading = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const number = heading.split(', ').pop()?.trim() ?? ''
  await page.getByLabel('Numéro du matériel en main').fill(number)
  await page.getByRole('button', { name: 'Marquer comme préparé' }).click()
  await expect(page.getByRole('button', { name: 'Enregistrer l’état des lieux' })).toBeVisible()
  for (const good of await page.locator('input[type=radio][value=good]').all()) await good.check()
  await page.getByRole('button', { name: 'Enregistrer l’état des lieux' }).click()
  await page.getByRole('button', { name: 'Signer pour le propriétaire' }).click()
  const signedByBorrower = page.getByRole('button', { name: 'Signer pour l’emprunteur' })
  await expect(signedByBorrower).toBeVisible()
  await expect(page.locator('canvas').first()).toBeVisible()
  await expectNoSidewaysScroll(page)

  await context.setOffline(true)
  await signedByBorrower.click()
  await page.getByRole('button', { name: 'Remettre le matériel' }).click()
  await expect(page.locator('[data-waiting]')).toContainText('2 actes')
  // The tab is closed: the device keeps what waits.
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  expect(await custodies()).toBe(before)

  const again = await context.newPage()
  await again.goto(loan)
  // Once both are sent, the desk's day is shown: the loan's page told of before.
  await again.waitForURL(/\/materiel\/guichet\?/)
  expect(await custodies()).toBe(before + 1)
  await again.goto(loan)
  await expect(again.getByRole('button', { name: 'Remettre le matériel' })).toHaveCount(0)
  await expect(again.locator('[data-waiting]')).toBeHidden()
  // A page open twice sends nothing again.
  const other = await context.newPage()
  await Promise.all([other.goto(loan), again.reload()])
  await other.waitForTimeout(1_000)
  expect(await custodies()).toBe(before + 1)
  await context.close()
})

/** Hand-overs ever made, as the database tells them. */
async function custodies(): Promise<number> {
  const [row] = await installation.query('select count(*)::int as count from equipment.custody')
  return Number(row?.count)
}
