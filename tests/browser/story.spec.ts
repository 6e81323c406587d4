import { type Browser, expect, type Page, test } from '@playwright/test'
import { Installation } from './app.ts'
import { enterAs, expectAccessible } from './reading.ts'

const PLACE = 'Comptoir numérique de la Halle'

for (const javaScriptEnabled of [true, false]) {
  test.describe(`de la convention signée au lieu labellisé, ${javaScriptEnabled ? 'avec' : 'sans'} JavaScript`, () => {
    let installation: Installation
    // axe is itself a script of the page.
    const audit = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve())

    test.beforeAll(async () => {
      installation = await Installation.create()
    })
    test.afterAll(() => installation.remove())

    test('puis la dénonciation, et le lendemain du dernier jour', async ({ browser }) => {
      test.setTimeout(180_000)
      await installation.startOn('2026-06-17')
      const officer = await person(browser, javaScriptEnabled)
      const resident = await person(browser, javaScriptEnabled)
      await enterAs(officer, installation.url, 'Claire Maurel')

      await test.step('préparer la convention', async () => {
        await officer.goto(`${installation.url}/conventions`)
        await officer.getByRole('link', { name: 'Préparer une convention' }).click()
        await officer.getByRole('button', { name: 'Préparer la convention' }).click()
        await expect(officer.getByRole('alert')).toContainText('Indiquez le nom du co-contractant.')
        await officer.getByRole('radio', { name: 'Normandie Connectée' }).check()
        await officer.getByLabel('Nom', { exact: true }).fill('Maison des Marais')
        await officer.getByLabel('Nature').selectOption({ label: 'Association' })
        await officer.getByLabel('Nom et prénom').fill('Odile Marchand')
        await officer.getByLabel('Qualité').fill('présidente')
        await officer.getByRole('button', { name: 'Préparer la convention' }).click()
        await expect(officer.getByRole('heading', { level: 1 })).toHaveText('Compléter le projet')
        for (const field of await officer.locator('[name^="texte."]').all()) {
          const name = (await field.getAttribute('name')) ?? ''
          await field.fill(name.includes('date') ? '14/03/2026' : 'renseigné')
        }
        await audit(officer)
        await officer.getByRole('button', { name: 'Enregistrer le projet' }).click()
        await expect(officer.getByRole('status')).toContainText('Le projet est enregistré.')
      })
      const agreement = officer.url()

      await test.step('lister un lieu', async () => {
        await officer.getByRole('link', { name: 'Choisir les lieux' }).click()
        await officer.getByRole('searchbox').fill('comptoir de la halle')
        await officer.getByRole('button', { name: 'Chercher' }).click()
        await officer.getByRole('radio', { name: PLACE }).check()
        await officer.getByRole('button', { name: 'Ajouter ce lieu' }).click()
        await expect(officer.getByRole('table')).toContainText(PLACE)
      })

      await test.step('enregistrer les deux signatures', async () => {
        for (const [party, day] of [
          ['Maison des Marais', '10/06/2026'],
          ['Région Estuaire', '12/06/2026'],
        ] as const) {
          await officer.goto(`${agreement}/signature`)
          await officer.getByRole('radio', { name: party }).check()
          await officer.getByLabel('Signataire').fill('Une personne')
          await officer.getByLabel('Qualité').fill('par délégation')
          await officer.getByLabel('Date écrite sur l’original').fill('31/02/2026')
          await officer.getByRole('button', { name: 'Enregistrer la signature' }).click()
          await expect(officer.getByRole('alert')).toContainText('n’existe pas dans le calendrier')
          await expect(officer.getByLabel('Signataire')).toHaveValue('Une personne')
          await officer.getByLabel('Date écrite sur l’original').fill(day)
          await officer.getByRole('button', { name: 'Enregistrer la signature' }).click()
        }
        await expect(officer.getByRole('status')).toContainText('jusqu’au 11 juin 2029')
        await audit(officer)
      })

      await test.step('attribuer le label : il se voit aussitôt', async () => {
        await officer.getByRole('link', { name: 'Attribuer un label' }).click()
        await officer.getByRole('radio', { name: 'EPN Normandie' }).check()
        await officer.getByRole('checkbox', { name: PLACE }).check()
        await officer.getByRole('button', { name: 'Attribuer le label' }).click()
        await expect(officer.getByRole('status')).toContainText('Le label est attribué')
        expect(await isShown(resident, installation.url)).toEqual({ list: true, page: true, map: true })
      })

      await test.step('télécharger le PDF', async () => {
        const pdf = await officer.request.get(`${agreement}/convention.pdf`)
        expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
      })

      await test.step('dénoncer', async () => {
        await officer.goto(agreement)
        await officer.getByRole('link', { name: 'Enregistrer une dénonciation' }).click()
        await officer.getByRole('radio', { name: 'Maison des Marais' }).check()
        await officer.getByLabel('Date de dépôt de la lettre').fill('17/06/2026')
        await officer.getByRole('button', { name: 'Voir ce que cela change' }).click()
        await expect(officer.getByText('Rien n’est encore enregistré')).toBeVisible()
        await officer.getByRole('button', { name: 'Enregistrer la dénonciation' }).click()
        await expect(officer.getByRole('status')).toContainText('17 septembre 2026')
        expect(await isShown(resident, installation.url)).toEqual({ list: true, page: true, map: true })
      })

      await test.step('le dernier jour, puis le lendemain', async () => {
        await installation.startOn('2026-09-17')
        expect(await isShown(resident, installation.url)).toEqual({ list: true, page: true, map: true })
        await installation.startOn('2026-09-18')
        expect(await isShown(resident, installation.url)).toEqual({ list: false, page: false, map: false })
      })
    })
  })
}

async function person(browser: Browser, javaScriptEnabled: boolean) {
  return (await browser.newContext({ javaScriptEnabled })).newPage()
}

/** Is the label shown on the place's page, does its filter keep the place, and does the map's data keep its mark? */
async function isShown(page: Page, url: string) {
  await page.goto(`${url}/lieux?label=epn-normandie`)
  const list = (await page.getByRole('link', { name: PLACE }).count()) > 0
  await page.goto(`${url}/lieux/carte?label=epn-normandie&q=${encodeURIComponent(PLACE)}`)
  const map = (await page.getByRole('main').getByText(PLACE).count()) > 0
  await page.goto(`${url}/lieux?q=${encodeURIComponent(PLACE)}`)
  await page.getByRole('link', { name: PLACE }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(PLACE)
  return { list, map, page: (await page.locator('.tag', { hasText: 'EPN Normandie' }).count()) > 0 }
}
