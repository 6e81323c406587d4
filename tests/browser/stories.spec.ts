import { expect, test } from '@playwright/test'
import { listedStories } from '../../src/ui/stories-index.tsx'
import { expectReadable, SCREENS } from './reading.ts'

const BASE = process.env.MAILLAGE_URL ?? 'http://localhost:3000'

for (const screen of SCREENS) {
  test(`chaque composant est accessible ${screen.name}`, async ({ page }) => {
    test.setTimeout(360_000)
    await page.setViewportSize({ width: screen.width, height: 900 })
    for (const { id } of listedStories) {
      await page.goto(`${BASE}/dev/stories/${id}`)
      await page.evaluate(openEveryFold)
      await expectReadable(page, id, screen)
    }
  })
}

test('sans JavaScript, un formulaire refusé amène le clavier sur le résumé des erreurs', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${BASE}/dev/stories/page-long-formulaire`)
  await expect(page.getByRole('alert')).toBeFocused()
  await page.getByRole('link', { name: 'Cochez au moins un service.' }).click()
  await expect(page.getByRole('checkbox', { name: 'Aide aux démarches' })).toBeInViewport()
  await context.close()
})

test('sur un téléphone, la note d’un article se replie et le menu devient un lien', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(`${BASE}/dev/stories/page-convention`)
  await expect(page.getByRole('link', { name: 'Menu' })).toBeVisible()
  await expect(page.getByText('Relancer la commune')).toBeHidden()
  await page.getByText('Suivi de cet article').first().click()
  await expect(page.getByText('Relancer la commune')).toBeVisible()
})

test('sur un grand écran, la note d’un article est en marge, ouverte', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${BASE}/dev/stories/page-convention`)
  await expect(page.getByRole('link', { name: 'Menu' })).toBeHidden()
  await expect(page.getByText('Relancer la commune')).toBeVisible()
})

function openEveryFold(): void {
  for (const fold of document.querySelectorAll('details')) fold.open = true
}
