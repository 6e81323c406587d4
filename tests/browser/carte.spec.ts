import { expect, test } from '@playwright/test'

const URL = () => process.env.MAILLAGE_URL ?? ''

test('la carte se parcourt au clavier : un repère, son panneau, le retour (DIR-66, DIR-69)', async ({
  page,
}) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text())
  })
  await page.goto(`${URL()}/lieux?vue=les-deux`, { waitUntil: 'networkidle' })
  const marks = page.locator('.map-pin-mark')
  await expect(marks.first()).toBeVisible()
  expect(await marks.evaluateAll((all) => all.filter((one) => one.tabIndex >= 0).length)).toBeLessThanOrEqual(
    30,
  )
  const place = page.getByRole('button', { name: /^Fabrique des Possibles/ })
  await place.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: 'Fabrique des Possibles' })
  await expect(panel).toBeFocused()
  await expect(panel.getByRole('link', { name: 'Fabrique des Possibles' })).toBeVisible()
  await expect(page.locator('.row-chosen')).toContainText('Fabrique des Possibles')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(place).toBeFocused()
  await page.getByRole('button', { name: 'Se rapprocher' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'sur cette partie de la carte' })).toBeVisible()
  await page.getByRole('link', { name: /Rechercher dans cette zone/ }).click()
  await expect(page).toHaveURL(/\/lieux\?bbox=[^&]+&vue=les-deux$/)
  await page.goBack()
  await expect(page).toHaveURL(/\/lieux\?vue=les-deux$/)
  expect(refused).toEqual([])
})
