import { type Browser, expect, type Page, test } from '@playwright/test'
import { Installation } from './app.ts'
import { follow, heading, main, press, status } from './people.ts'
import { enterAs, expectReadable, SCREENS } from './reading.ts'

test.use({ actionTimeout: 10_000 })
test.describe.configure({ timeout: 90_000 })

const LENT = '/n/baie/materiel'
const PHONE = { width: 360, height: 800 }
const [WIDE, NARROW] = SCREENS

for (const javaScriptEnabled of [true, false])
  test.describe(`un prêt, ${javaScriptEnabled ? 'avec' : 'sans'} JavaScript`, () => {
    let installation: Installation
    test.beforeAll(async () => {
      installation = await Installation.create()
      await installation.startOn('2026-11-23')
    })
    test.afterAll(() => installation.remove())

    async function person(browser: Browser, name: string, viewport = { width: 1280, height: 900 }) {
      const context = await browser.newContext({ javaScriptEnabled, viewport, locale: 'fr-FR' })
      const page = await context.newPage()
      await enterAs(page, `${installation.url}/n/baie`, name)
      return page
    }
    const open = (page: Page, path: string) => page.goto(`${installation.url}${LENT}${path}`)
    /** axe is itself a script of the page. */
    const inspect = (page: Page, screen: (typeof SCREENS)[number] = NARROW) =>
      javaScriptEnabled ? expectReadable(page, page.url(), screen) : Promise.resolve()

    /** From the catalogue to the receipt: the days, the hours, what for. EQP-501. */
    async function ask(page: Page, model: string, [from, until]: readonly [string, string]): Promise<void> {
      await open(page, '')
      await follow(page, model)
      await page.getByLabel('Retrait le').fill(from)
      await page.getByLabel('Retour le').fill(until)
      await press(page, 'Voir si c’est libre')
      await follow(page, 'Emprunter ce matériel')
      await page.getByLabel(/^Heure du retrait/).selectOption('10 h')
      await page.getByLabel(/^Heure du retour/).selectOption('15 h')
      await page.getByLabel('Actions prévues').fill('Une émission de radio écrite et enregistrée au relais.')
      await page.getByLabel('Public').fill('Adolescents')
      await page.getByLabel('Lieu d’utilisation').fill('Relais numérique des Dunes')
      await page.getByRole('checkbox', { name: /fermé et sûr/ }).check()
      await page.getByLabel('Nom de la personne').fill('Camille Essai')
    }

    test('la médiatrice demande une malle sur son téléphone, et prend une autre date quand elle est prise (EQP-501)', async ({
      browser,
    }) => {
      const gwenn = await person(browser, 'Gwenn Tessier', PHONE)
      await ask(gwenn, 'Malle radio', ['14/12/2026', '18/12/2026'])
      await inspect(gwenn)
      await press(gwenn, 'Envoyer la demande')
      await expect(status(gwenn)).toBeVisible()
      await expect(main(gwenn)).toContainText('demande envoyée')

      await open(gwenn, '')
      await follow(gwenn, 'Malle radio')
      await gwenn.getByLabel('Retrait le').fill('15/12/2026')
      await gwenn.getByLabel('Retour le').fill('17/12/2026')
      await press(gwenn, 'Voir si c’est libre')
      await expect(main(gwenn)).toContainText('tous les exemplaires sont pris')
      await inspect(gwenn)
      await follow(gwenn, /^Prendre RADIO-1 du /)
      await expect(heading(gwenn)).toHaveText('Demander un prêt')
      await expect(gwenn.getByLabel('Jour du retrait')).not.toHaveValue('')
    })

    test('la tête de réseau accorde, reprend avec un remplacement, et l’emprunteuse choisit (EQP-504, EQP-602)', async ({
      browser,
    }) => {
      const louise = await person(browser, 'Louise Hamelin')
      const gwenn = await person(browser, 'Gwenn Tessier', PHONE)
      await ask(gwenn, 'Casque de réalité virtuelle', ['14/12/2026', '18/12/2026'])
      await press(gwenn, 'Envoyer la demande')
      const loan = gwenn.url()
      const unit = (await heading(gwenn).textContent())?.split(', ').pop() ?? ''

      await open(louise, '/gestion')
      await follow(louise, 'Matériel mutualisé du Département')
      await inspect(louise)
      await louise
        .getByRole('row')
        .filter({ hasText: unit })
        .filter({ hasText: '14 décembre' })
        .getByRole('link')
        .click()
      await inspect(louise)
      await press(louise, 'Accorder le prêt')
      await expect(status(louise)).toBeVisible()
      await louise.getByLabel('Pour quoi').fill('Salon des métiers')
      await louise.getByLabel('Personne responsable').fill('Louise Hamelin')
      await louise.getByLabel('Premier jour').fill('15/12/2026')
      await louise.getByLabel('Dernier jour').fill('16/12/2026')
      await louise.getByLabel('Explication pour l’emprunteur').fill('Le salon dure deux jours.')
      await press(louise, 'Voir ce que la reprise changerait')
      await expect(main(louise)).toContainText('Rien n’est choisi à sa place.')
      await inspect(louise, WIDE)
      await press(louise, 'Confirmer la reprise')
      await expect(status(louise)).toBeVisible()

      await gwenn.goto(loan)
      await expect(main(gwenn)).toContainText('La tête de réseau a besoin de ce matériel')
      await inspect(gwenn)
      await press(gwenn, /à la place$/)
      await expect(heading(gwenn)).not.toContainText(unit)
      await expect(main(gwenn)).toContainText('À retirer le lundi 14 décembre 2026 à 10 h')
    })

    test('le responsable de la structure envoie l’attestation et répond aux frais annoncés (EQP-807, EQP-905)', async ({
      browser,
    }) => {
      const noe = await person(browser, 'Noé Vasseur')
      await open(noe, '/demandes')
      await inspect(noe)
      await follow(noe, 'Nos attestations d’assurance')
      await noe.getByRole('textbox', { name: /^Assureur/ }).fill('Mutuelle du littoral')
      await noe.getByRole('checkbox', { name: 'Vol' }).check()
      await noe.getByRole('checkbox', { name: 'Dommages' }).check()
      await noe.getByLabel('Premier jour couvert').fill('01/05/2027')
      await noe.getByLabel('Dernier jour couvert').fill('30/04/2028')
      await noe.getByLabel('Attestation', { exact: true }).setInputFiles({
        name: 'attestation.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
      })
      await press(noe, 'Envoyer l’attestation')
      await expect(status(noe)).toBeVisible()
      await expect(noe.getByRole('row').filter({ hasText: '2028' })).toBeVisible()
      await inspect(noe)

      await open(noe, '/demandes')
      await follow(noe, 'Ordinateur portable, PC-2')
      await follow(noe, /votre réponse est attendue/)
      await inspect(noe, WIDE)
      await noe.getByRole('radio', { name: 'J’accepte ces frais' }).check()
      await press(noe, 'Envoyer ma réponse')
      await expect(status(noe)).toBeVisible()
      await expect(noe.getByRole('button', { name: 'Envoyer ma réponse' })).toHaveCount(0)
    })
  })
