import { createServer } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import { Installation } from './app.ts'
import { person } from './people.ts'
import { expectReadable, SCREENS } from './reading.ts'

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

test.describe('une carte à soi', () => {
  test.describe.configure({ timeout: 180_000 })
  let installation: Installation
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    installation = await Installation.create()
    await installation.startOn('2026-06-17')
  })
  test.afterAll(() => installation.remove())

  test('six lieux à un même point se lisent au clavier, et Échap rend le foyer (DIR-68, DIR-69, scénario 29)', async ({
    browser,
  }) => {
    await installation.query(`update places.place set latitude = 48.4329, longitude = 0.0911 where id in (
      select p.id from places.place p join identity.network n on n.id = p.network_id
      where n.slug = 'estuaire' and p.status = 'published' and p.latitude is not null
      order by p.slug limit 6)`)
    const page = await person(browser)
    await page.goto(`${installation.url}/lieux?vue=les-deux`, { waitUntil: 'networkidle' })
    const stack = page.getByRole('button', { name: /^6 lieux à la même adresse/ })
    await expect(stack).toBeVisible()
    await page.getByRole('link', { name: 'Passer la carte' }).focus()
    await expect(async () => {
      await page.keyboard.press('Tab')
      await expect(stack).toBeFocused({ timeout: 50 })
    }).toPass({ intervals: [0] })

    await page.keyboard.press('Enter')
    const panel = page.getByRole('region', { name: /^6 lieux à la même adresse/ })
    await expect(panel).toBeFocused()
    await expect(panel.getByRole('heading', { name: '6 lieux à cette adresse' })).toBeVisible()
    await expect(panel.getByRole('heading', { level: 3 })).toHaveCount(6)
    const first = panel.getByRole('link').first()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(first).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(stack).toBeFocused()

    await page.keyboard.press('Enter')
    await expect(panel).toBeFocused()
    for (const screen of SCREENS) {
      await page.setViewportSize({ width: screen.width, height: 900 })
      await expectReadable(page, `la carte et son panneau, ${screen.name}`, screen)
    }
    await expect(panel).toBeVisible()
    await panel.focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const name = (await first.textContent()) ?? ''
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name.trim())
  })

  test('un fond de carte qui ne répond plus laisse les contours, les repères et la liste (DIR-70, scénario 30)', async ({
    browser,
  }) => {
    const host = `https://localhost:${await closedPort()}`
    await installation.query(
      `insert into places.base_map (network_id, tiles_url, attribution, max_zoom)
      select id, $1, '© Essai', 19 from identity.network where slug = 'estuaire'`,
      [`${host}/{z}/{x}/{y}.png`],
    )
    const page = await person(browser)
    const [said, asked] = [consoleOf(page), requestsOf(page)]
    await page.goto(`${installation.url}/lieux?vue=les-deux`, { waitUntil: 'networkidle' })
    await expect(page.locator('.map-credit')).toContainText('Le plan des rues ne répond pas pour le moment.')
    await expect(page.locator('.map-status')).not.toContainText('ne répond pas')
    await expect(page.locator('path.map-land').first()).toBeVisible()
    await expect(page.locator('.map-pin-mark').first()).toBeVisible()
    await expect(page.locator('.list-map-list .rows > li').first()).toBeVisible()
    await expect(page.locator('.map-tiled')).toHaveCount(0)
    expect(asked).toContain(host)
    expect(asked.filter((origin) => origin !== host && origin !== installation.url)).toEqual([])
    expect(said.filter((text) => /content.security.policy/i.test(text))).toEqual([])
    await page.getByRole('button', { name: 'Se rapprocher' }).click()
    await expect(page.locator('.map-status')).toContainText('sur cette partie de la carte')
  })
})

/** Nobody listens there any more. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

function consoleOf(page: Page): string[] {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  return said
}

function requestsOf(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().startsWith('http')) asked.push(request.url().split('/').slice(0, 3).join('/'))
  })
  return asked
}
