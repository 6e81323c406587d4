import { expect, type Page, test } from '@playwright/test'
import { Installation } from './app.ts'
import { expectAccessible, expectNoSidewaysScroll } from './reading.ts'

test.describe.configure({ timeout: 120_000 })

let installation: Installation

// Each story has an installation of its own: the demonstration has one loan to prepare.
test.beforeEach(async () => {
  installation = await Installation.create()
  await installation.startOn('2026-11-23')
  // The upkeep that the demonstration shows as late would keep a thing from leaving.
  await installation.query('update equipment.maintenance_plan set blocks_booking = false')
})
test.afterEach(() => installation.remove())

/** Enters as the person who lends at the desk, and finds the next loan to prepare. */
async function openLoanToPrepare(page: Page): Promise<string> {
  await page.goto(`${installation.url}/n/baie/connexion`)
  await page.getByRole('button', { name: 'Entrer comme Inès Rivoal' }).click()
  await page.waitForURL(/aujourdhui|guichet|materiel/)
  await page.goto(`${installation.url}/n/baie/materiel/guichet`)
  for (let day = 0; day < 15; day++) {
    const ready = page.locator('main li', { hasText: 'à préparer', hasNotText: 'ne peut pas partir' })
    const loan = ready.getByRole('link').first()
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
  // Sent by a script, which opens the page again: what is on both pages would not tell which one it is.
  await page.getByRole('button', { name: 'Signer pour le propriétaire' }).click()
  await expect(page.getByRole('button', { name: 'Signer pour le propriétaire' })).toHaveCount(0)
  await page.waitForLoadState()
  await page.getByRole('checkbox', { name: 'Pièce d’identité vue' }).waitFor()
  const signedByBorrower = page.getByRole('button', { name: 'Signer pour l’emprunteur' })
  await expect(signedByBorrower).toBeVisible()
  await expect(page.locator('canvas').first()).toBeVisible()
  await expectNoSidewaysScroll(page)

  await context.setOffline(true)
  await signedByBorrower.click()
  await page.getByRole('checkbox', { name: 'Pièce d’identité vue' }).check()
  await page.getByRole('button', { name: 'Remettre le matériel' }).click()
  await expect(page.locator('[data-waiting]')).toContainText('2 actes')
  // The tab is closed: the device keeps what waits.
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  expect(await custodies()).toBe(before)

  const again = await context.newPage()
  await again.goto(loan)
  // Once both are sent, the desk's day is shown: the loan's page told of before.
  await again.waitForURL(/\/materiel\/guichet$/)
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

test('toute une remise sans réseau, depuis la journée gardée : la page rechargée, la photo, puis un seul envoi (EQP-1303)', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'fr-FR' })
  const page = await context.newPage()
  const loan = await openLoanToPrepare(page)
  const before = await custodies()
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const number = title.split(', ').pop()?.trim() ?? ''
  // The day of the desk is loaded whole, with the page that draws it.
  await page.goBack()
  await expect(page.locator('[data-packed]')).toBeAttached()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText('Pas de réseau')).toBeVisible()
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expectNoSidewaysScroll(page)
  await page.getByLabel('Numéro du matériel en main').fill(number)
  await page.getByRole('button', { name: 'Marquer comme préparé' }).click()
  for (const good of await page.locator('input[type=radio][value=good]').all()) await good.check()
  await page.getByRole('button', { name: 'Enregistrer l’état des lieux' }).click()
  await page.getByText('Ajouter une photo').click()
  await page
    .getByLabel('Photo', { exact: true })
    .setInputFiles({ name: 'vue.png', mimeType: 'image/png', buffer: PIXEL })
  await page.getByLabel('Ce que montre la photo').fill('Le matériel posé sur la table')
  await page.getByRole('button', { name: 'Ajouter la photo' }).click()
  await expect(page.locator('[data-waiting]')).toContainText('3 actes')

  // The battery dies, the page is opened again at the loan, still without network.
  await page.goto(loan)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.locator('[data-waiting]')).toContainText('3 actes')
  await expect(page.getByRole('button', { name: 'Marquer comme préparé' })).toBeDisabled()
  await page.getByRole('button', { name: 'Signer pour le propriétaire' }).click()
  await page.getByRole('button', { name: 'Signer pour l’emprunteur' }).click()
  await page.getByRole('checkbox', { name: 'Pièce d’identité vue' }).check()
  await page.getByRole('button', { name: 'Remettre le matériel' }).click()
  await expect(page.locator('[data-waiting]')).toContainText('6 actes')
  expect(await custodies()).toBe(before)

  await context.setOffline(false)
  await expect.poll(custodies, { timeout: 30_000 }).toBe(before + 1)
  const [told] = await installation.query(
    `select c.is_offline, (select count(*)::int from equipment.condition_photo p
       join equipment.condition_report r on r.id = p.report_id where r.line_id = c.line_id) as photos
     from equipment.custody c order by c.entered_at desc limit 1`,
  )
  expect(told).toEqual({ is_offline: true, photos: 1 })
  await expect(page.locator('[data-waiting]')).toBeHidden()
  await context.close()
})

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Hand-overs ever made, as the database tells them. */
async function custodies(): Promise<number> {
  const [row] = await installation.query('select count(*)::int as count from equipment.custody')
  return Number(row?.count)
}
