import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { Installation } from './app.ts'
import { enterAs, expectAccessible, expectNoSidewaysScroll } from './reading.ts'

const VALMER = 'Commune de Valmer'
const MANAGER = { given: 'Maud', family: 'Essai', email: 'maud.essai@example.fr' }
const FACILITATOR = { given: 'Sacha', family: 'Essai', email: 'sacha.essai@example.fr' }
const RESIDENT = 'camille.essai@example.fr'
const PASSWORD = 'deux mouettes sur la jetée'

test.use({ actionTimeout: 10_000 })

for (const javaScriptEnabled of [true, false]) {
  test.describe(`les membres d’un réseau, ${javaScriptEnabled ? 'avec' : 'sans'} JavaScript`, () => {
    let installation: Installation
    const at = (path: string) => `${installation.url}${path}`

    test.beforeAll(async () => {
      installation = await Installation.create()
      await installation.startOn('2026-06-17')
    })
    test.afterAll(() => installation.remove())

    /** One person, in a browser of their own. */
    async function person(browser: Browser): Promise<Page> {
      return (await browser.newContext({ javaScriptEnabled })).newPage()
    }
    async function inspect(page: Page): Promise<void> {
      // axe is itself a script of the page.
      if (javaScriptEnabled) await expectAccessible(page)
      const size = page.viewportSize()
      await page.setViewportSize({ width: 320, height: 800 })
      await expectNoSidewaysScroll(page)
      if (size) await page.setViewportSize(size)
    }
    /** The address in the last mail to that person that holds `path`, as the demonstration's mailbox shows it. */
    async function mailedLink(page: Page, email: string, path: string): Promise<string> {
      const mail = page.getByRole('row').filter({ hasText: email }).filter({ hasText: path }).first()
      await expect(async () => {
        await page.goto(at('/dev/mail'))
        await expect(mail).toBeVisible({ timeout: 1000 })
      }).toPass()
      const text = (await mail.locator('p', { hasText: path }).first().textContent()) ?? ''
      return new RegExp(`http://localhost:\\d+${path}[\\w.-]+`).exec(text)?.[0] ?? ''
    }
    async function invite(
      page: Page,
      { given, family, email }: typeof MANAGER,
      role: string,
      structure = '',
    ) {
      await page.goto(at('/reglages/membres'))
      await page.getByRole('link', { name: 'Inviter quelqu’un' }).click()
      await page.getByLabel('Prénom').fill(given)
      await page.getByLabel('Nom', { exact: true }).fill(family)
      await page.getByLabel('Adresse de courriel').fill(email)
      if (structure) await page.getByLabel('Structure').selectOption({ label: structure })
      await page.getByRole('radio', { name: role }).check()
      await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
      await expect(page.getByRole('status')).toContainText(`L’invitation part par courriel à ${email}`)
    }
    async function accept(page: Page, email: string): Promise<void> {
      await page.goto(await mailedLink(page, email, '/invitation/'))
      await inspect(page)
      await page.getByLabel('Mot de passe').fill(PASSWORD)
      await page.getByRole('button', { name: 'Accepter et créer mon compte' }).click()
      await expect(page.getByRole('status')).toContainText(`vous agissez maintenant pour ${VALMER}`)
    }

    test('arrivent, agissent, sont aidés, partent, et le journal le raconte', async ({ browser }) => {
      test.setTimeout(300_000)
      const officer = await person(browser)
      const manager = await person(browser)
      const facilitator = await person(browser)
      await enterAs(officer, installation.url, 'Claire Maurel')

      await test.step('la responsable est invitée, accepte et se connecte', async () => {
        await invite(officer, MANAGER, 'Responsable chez un co-contractant', VALMER)
        await inspect(officer)
        await accept(manager, MANAGER.email)
        await signOut(manager, at('/compte'))
        await manager.goto(at('/connexion'))
        await manager.getByLabel('Adresse de courriel').fill(MANAGER.email)
        await manager.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD)
        await manager.getByRole('button', { name: 'Se connecter', exact: true }).click()
        await expect(actsFor(manager)).toContainText(VALMER)
      })

      await test.step('elle invite une médiatrice pour sa structure, et pour elle seule', async () => {
        await invite(manager, FACILITATOR, 'Médiatrice ou médiateur numérique')
        await accept(facilitator, FACILITATOR.email)
      })

      let organisation = ''
      await test.step('elle enregistre le mandat du maire', async () => {
        await manager.goto(at('/structures'))
        await manager.getByRole('main').getByRole('link', { name: VALMER }).click()
        organisation = new URL(manager.url()).pathname
        await manager.getByRole('link', { name: 'Enregistrer un mandat' }).click()
        await manager.getByLabel('Nom et prénom').fill('Paul Desprez')
        await manager.getByLabel('Qualité').fill('maire')
        await manager.getByRole('checkbox').check()
        await manager.getByRole('radio', { name: 'Élection' }).check()
        await manager.getByRole('button', { name: 'Enregistrer le mandat' }).click()
        await expect(manager.getByRole('alert')).toBeVisible()
        await expect(manager.getByLabel('Nom et prénom')).toHaveValue('Paul Desprez')
        await manager.getByLabel('Premier jour').fill('01/04/2026')
        await manager.getByRole('button', { name: 'Enregistrer le mandat' }).click()
        await expect(manager.getByRole('status')).toContainText('Le mandat est enregistré.')
        await inspect(manager)
      })

      await test.step('une signature cite ce mandat', async () => {
        await officer.goto(at('/conventions?q=2026-0004'))
        await officer.getByRole('link', { name: '2026-0004' }).click()
        const agreement = officer.url()
        await officer.goto(`${agreement}/projet`)
        for (const field of await officer.locator('[name^="texte."]').all()) {
          const name = (await field.getAttribute('name')) ?? ''
          await field.fill(name.includes('date') ? '14/03/2026' : 'renseigné')
        }
        await officer.getByRole('button', { name: 'Enregistrer le projet' }).click()
        await officer.goto(`${agreement}/annexe?q=${encodeURIComponent('comptoir de la halle')}`)
        await officer.getByRole('radio', { name: 'Comptoir numérique de la Halle' }).check()
        await officer.getByRole('button', { name: 'Ajouter ce lieu' }).click()
        await officer.goto(`${agreement}/signature`)
        await officer.getByRole('radio', { name: VALMER, exact: true }).check()
        await officer.getByRole('radio', { name: 'Paul Desprez, maire' }).check()
        await officer.getByLabel('Date écrite sur l’original').fill('10/06/2026')
        await officer.getByRole('button', { name: 'Enregistrer la signature' }).click()
        await expect(officer.getByRole('main')).toContainText('Paul Desprez')
        await expect(officer.getByRole('status')).toBeVisible()
      })

      await test.step('une personne à deux casquettes choisit au nom de qui elle agit', async () => {
        await invite(officer, FACILITATOR, 'Médiatrice ou médiateur numérique', 'Val de Mer')
        await facilitator.goto(at('/compte/organisations'))
        await facilitator.getByRole('button', { name: 'Accepter pour Val de Mer' }).click()
        await expect(facilitator.getByRole('status')).toContainText('vous pouvez agir pour Val de Mer')
        await inspect(facilitator)
        await facilitator.getByRole('button', { name: 'Agir pour Val de Mer' }).click()
        await expect(facilitator.getByRole('status')).toContainText('Vous agissez maintenant pour Val de Mer')
        await expect(actsFor(facilitator)).toContainText('Val de Mer')
      })

      await test.step('une visite d’assistance se voit, lit, n’écrit pas et s’arrête', async () => {
        await openMember(officer, at('/reglages/membres'), 'Maud Essai')
        await officer.getByRole('link', { name: 'Voir le site à sa place' }).click()
        await officer.getByLabel('Motif').fill('Retrouver un mandat.')
        await officer.getByRole('button', { name: 'Commencer la visite' }).click()
        const banner = officer.getByRole('complementary', { name: 'Assistance en cours' })
        await expect(banner).toContainText('Maud Essai')
        await inspect(officer)
        await officer.goto(at(`${organisation}/contacts/nouveau`))
        await officer.getByLabel('Nom de la personne ou du service').fill('Accueil')
        await officer.getByLabel('Courriel').fill('accueil@example.fr')
        await officer.getByRole('button', { name: 'Ajouter le contact' }).click()
        await expect(heading(officer)).toHaveText('Lecture seule')
        await officer.getByRole('button', { name: 'Revenir à mon compte' }).click()
        await expect(officer.getByRole('status')).toContainText('Vous voici de retour sur votre compte.')
        await expect(banner).toBeHidden()
      })

      await test.step('un rôle retiré l’est aussitôt, dans la page restée ouverte', async () => {
        await manager.goto(at(`${organisation}/contacts/nouveau`))
        await openMember(officer, at('/reglages/membres'), 'Maud Essai')
        await officer.getByRole('link', { name: 'Retirer ce rôle' }).click()
        await officer.getByLabel('Motif').fill('Elle change de service.')
        await officer.getByRole('button', { name: 'Retirer ce rôle' }).click()
        await expect(officer.getByRole('status')).toContainText('Le rôle de Maud Essai est retiré.')
        await manager.getByLabel('Nom de la personne ou du service').fill('Accueil')
        await manager.getByLabel('Courriel').fill('accueil@example.fr')
        await manager.getByRole('button', { name: 'Ajouter le contact' }).click()
        await expect(manager.getByRole('main')).toContainText('depuis qu’un rôle vous a été retiré')
        await inspect(manager)
        await manager.goto(at('/compte/organisations'))
        await expect(manager.getByRole('main')).toContainText('Vous n’agissez pour aucune structure')
      })

      await test.step('le journal raconte tout cela', async () => {
        await officer.goto(at('/journal'))
        for (const words of [
          'a retiré un rôle',
          'a mis fin à une visite d’assistance',
          'a commencé une visite d’assistance',
          'a choisi une autre structure pour agir',
          'a enregistré un mandat',
          'a accepté une invitation',
        ])
          await expect(officer.getByRole('row').filter({ hasText: words }).first()).toBeVisible()
        await inspect(officer)
      })
    })

    test('une personne demande ce que l’on garde d’elle, une autre fait effacer son compte', async ({
      browser,
    }) => {
      test.setTimeout(180_000)
      const resident = await person(browser)
      const protection = await person(browser)
      await enterAs(protection, installation.url, 'Irène Castel')

      await test.step('un habitant demande, confirme, reçoit sa réponse', async () => {
        await resident.goto(at('/vie-privee'))
        await resident.getByRole('link', { name: 'Faire une demande sur vos données' }).click()
        await resident.getByRole('radio', { name: 'Savoir ce que vous gardez sur moi' }).check()
        await resident.getByLabel('Votre nom').fill('Camille Essai')
        await resident.getByLabel('Votre courriel').fill(RESIDENT)
        await resident.getByRole('button', { name: 'Envoyer ma demande' }).click()
        await expect(heading(resident)).toHaveText('Ouvrez votre messagerie')
        const link = await mailedLink(resident, RESIDENT, '/vie-privee/demande/')
        await resident.goto(link)
        await inspect(resident)
        await resident.getByRole('button', { name: 'Confirmer ma demande' }).click()
        await expect(resident.getByRole('status')).toContainText('votre demande est confirmée')

        await openRequest(protection, at('/reglages/vie-privee'), 'Camille Essai')
        await inspect(protection)
        await protection.getByRole('radio', { name: 'Acceptée', exact: true }).check()
        await protection.getByLabel('Réponse à la personne').fill('Nous ne gardons rien à votre nom.')
        await protection.getByRole('button', { name: 'Envoyer la réponse' }).click()
        await expect(protection.getByRole('status')).toContainText('La réponse est enregistrée.')
        await resident.goto(link)
        await expect(resident.getByRole('main')).toContainText('Nous ne gardons rien à votre nom.')
      })

      await test.step('un compte est effacé, après un aperçu, avec une attestation', async () => {
        const leaving = await person(browser)
        await enterAs(leaving, installation.url, 'Anaïs Kerbrat')
        await leaving.goto(at('/compte/donnees/demande'))
        await leaving.getByRole('radio', { name: 'Faire effacer mes données' }).check()
        await leaving.getByRole('button', { name: 'Envoyer ma demande' }).click()
        await openRequest(protection, at('/reglages/vie-privee'), 'Anaïs Kerbrat')
        await protection.getByRole('link', { name: 'Voir ce qu’un effacement ferait' }).click()
        await expect(protection.getByRole('heading', { name: 'Ce qui disparaîtra' })).toBeVisible()
        await inspect(protection)
        await protection.getByRole('checkbox').check()
        await protection.getByRole('button', { name: 'Effacer les données de cette personne' }).click()
        await expect(protection.getByRole('status')).toContainText('Les données sont effacées.')
        await protection.getByRole('link', { name: 'Lire l’attestation d’effacement' }).click()
        await expect(heading(protection)).toHaveText('Attestation d’effacement')
        await expect(protection.getByRole('main')).not.toContainText('Kerbrat')
        await inspect(protection)
        await leaving.goto(at('/compte'))
        await expect(heading(leaving)).toHaveText('Se connecter')
      })
    })
  })
}

const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 })
const actsFor = (page: Page): Locator =>
  page
    .locator('p, div')
    .filter({ hasText: /^\s*Vous agissez pour/ })
    .last()

async function signOut(page: Page, account: string): Promise<void> {
  await page.goto(account)
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('status')).toContainText('Vous êtes déconnecté.')
}

async function openMember(page: Page, members: string, name: string): Promise<void> {
  await page.goto(members)
  await page.getByRole('main').getByRole('link', { name, exact: true }).first().click()
  await expect(heading(page)).toHaveText(name)
}

async function openRequest(page: Page, desk: string, name: string): Promise<void> {
  await page.goto(desk)
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('link').first().click()
  await expect(heading(page)).toContainText(name)
}
