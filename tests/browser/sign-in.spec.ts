import { type Browser, type CDPSession, expect, type Page, test } from '@playwright/test'
import { codeFor } from '../../src/modules/identity/testing-code.ts'
import { CLIENT, TestProConnect } from '../proconnect.ts'
import { Installation } from './app.ts'
import { enterAs, expectAccessible, expectNoSidewaysScroll } from './reading.ts'

const OFFICER = 'Claire Maurel'
const EMAIL = 'claire.maurel@example.fr'
const PASSWORD = 'un phare, trois barques et la marée'

test.describe.configure({ timeout: 120_000 })

let installation: Installation
let provider: TestProConnect

test.beforeAll(async () => {
  installation = await Installation.create()
  await installation.startOn('2026-06-17', async (url) => {
    provider = await TestProConnect.start(url)
    return {
      PROCONNECT_ISSUER: provider.issuer,
      PROCONNECT_CLIENT_ID: CLIENT.id,
      PROCONNECT_CLIENT_SECRET: CLIENT.secret,
    }
  })
  await installation.query('update identity.person set email = $1, email_verified = true where name = $2', [
    EMAIL,
    OFFICER,
  ])
})
test.afterAll(async () => {
  await installation.remove()
  await provider.stop()
})
test.beforeEach(async () => {
  await installation.query('truncate platform.rate_window')
  await installation.query('delete from platform.mail')
  await installation.query('update identity.network set second_factor_for_officers = false')
  await installation.query('update identity.person set two_factor_enabled = false')
  for (const table of ['two_factor', 'passkey', 'credential', 'session'])
    await installation.query(`delete from identity.${table}`)
})

const at = (path: string) => `${installation.url}${path}`

async function inspect(page: Page): Promise<void> {
  await expectAccessible(page)
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSidewaysScroll(page)
  if (size) await page.setViewportSize(size)
}

async function expectInside(page: Page, heading = 'Aujourd’hui'): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

/** A device with a passkey, that checks its holder by itself. */
async function virtualAuthenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return session
}

async function signOut(page: Page): Promise<void> {
  await page.goto(at('/compte'))
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre compte' })).toBeHidden()
}

async function choosePassword(page: Page): Promise<void> {
  await page.goto(at('/compte/mot-de-passe'))
  await page.getByLabel('Nouveau mot de passe').fill(PASSWORD)
  await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click()
  await expect(page.getByRole('status')).toContainText('Votre mot de passe est enregistré')
}

async function givePassword(page: Page): Promise<void> {
  await page.goto(at('/connexion'))
  await page.getByLabel('Adresse de courriel').fill(EMAIL)
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
}

async function setUpCode(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Préparer mon application' }).click()
  const secret = (await page.locator('main code').textContent()) ?? ''
  await page.getByLabel('Code', { exact: true }).fill(codeFor(secret))
  await page.getByRole('button', { name: 'Demander ce code à chaque connexion' }).click()
  await expect(page.locator('main li code')).toHaveCount(10)
  return secret
}

async function newPage(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled })).newPage()
}

test('une clé d’accès s’ajoute, ouvre le compte, se renomme et se retire', async ({ page }) => {
  await virtualAuthenticator(page)
  await enterAs(page, installation.url, OFFICER)
  await page.goto(at('/compte/cles'))
  await inspect(page)
  await page.getByLabel('Nom de la clé').fill('Ordinateur du bureau')
  await page.getByRole('button', { name: 'Ajouter une clé sur cet appareil' }).click()
  await expect(page.getByRole('status')).toContainText('La clé « Ordinateur du bureau » est ajoutée')
  await inspect(page)
  // The device says that it already has one.
  await page.getByRole('button', { name: 'Ajouter une clé sur cet appareil' }).click()
  await expect(page.getByText('Cet appareil a déjà une clé pour ce compte')).toBeVisible()
  await signOut(page)

  await page.goto(at('/conventions/nouvelle'))
  await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click()
  await expectInside(page, 'Préparer une convention')

  await page.goto(at('/compte/cles'))
  await page.getByRole('link', { name: 'Modifier Ordinateur du bureau' }).click()
  await inspect(page)
  await page.getByLabel('Nom de la clé').fill('Ordinateur de la mairie')
  await page.getByRole('button', { name: 'Renommer la clé' }).click()
  await page.getByRole('link', { name: 'Modifier Ordinateur de la mairie' }).click()
  await page.getByRole('button', { name: /Retirer la clé/ }).click()
  await expect(page.getByText('Vous n’avez pas encore de clé')).toBeVisible()
  await signOut(page)

  await page.goto(at('/connexion/cle'))
  await inspect(page)
  await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click()
  await expect(page.getByRole('alert').first()).toContainText('n’est reliée à aucun compte')
})

test('sans JavaScript, la page dit ce qu’une clé demande et garde les autres façons', async ({ browser }) => {
  const page = await newPage(browser, false)
  await page.goto(at('/connexion/cle'))
  await expect(page.getByText('Une clé d’accès a besoin d’un navigateur récent')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Utiliser une clé d’accès' })).toBeHidden()
  await page.getByRole('link', { name: 'Se connecter autrement' }).click()
  await expect(page.getByLabel('Mot de passe', { exact: true })).toBeVisible()
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'avec JavaScript' : 'sans JavaScript', () => {
    // axe is itself a script of the page.
    const audit = (page: Page) => (javaScriptEnabled ? inspect(page) : Promise.resolve())

    test('un mot de passe ouvre le compte, puis un code en plus', async ({ browser }) => {
      const page = await newPage(browser, javaScriptEnabled)
      await enterAs(page, installation.url, OFFICER)
      await choosePassword(page)
      await signOut(page)
      await audit(page)
      await givePassword(page)
      await expectInside(page)

      await page.goto(at('/compte/code'))
      await audit(page)
      await page.getByRole('button', { name: 'Préparer mon application' }).click()
      await audit(page)
      const secret = (await page.locator('main code').textContent()) ?? ''
      await page.getByLabel('Code', { exact: true }).fill('000000')
      await page.getByRole('button', { name: 'Demander ce code à chaque connexion' }).click()
      await expect(page.getByRole('alert')).toContainText('Ce code n’est pas le bon')
      await page.getByLabel('Code', { exact: true }).fill(codeFor(secret))
      await page.getByRole('button', { name: 'Demander ce code à chaque connexion' }).click()
      await expect(page.locator('main li code')).toHaveCount(10)
      await audit(page)
      const recovery = (await page.locator('main li code').first().textContent()) ?? ''
      await page.getByRole('button', { name: 'Je les ai notés' }).click()
      await expect(page.getByText('Il en reste 10 sur 10')).toBeVisible()
      await audit(page)
      await signOut(page)

      await givePassword(page)
      await expectInside(page, 'Votre code')
      await audit(page)
      await page.getByLabel('Code', { exact: true }).fill(codeFor(secret, 1))
      await page.getByRole('button', { name: 'Me connecter' }).click()
      await expectInside(page)
      await signOut(page)

      await givePassword(page)
      await page.getByLabel('Code', { exact: true }).fill(recovery)
      await page.getByRole('button', { name: 'Me connecter' }).click()
      await expectInside(page)
      for (const path of [
        '/compte/code/retrait',
        '/compte/code/secours/renouvellement',
        '/compte/code/secours',
      ]) {
        await page.goto(at(path))
        await audit(page)
      }
    })

    test('un lien reçu par courriel ouvre le compte une fois', async ({ browser }) => {
      const page = await newPage(browser, javaScriptEnabled)
      await page.goto(at('/connexion'))
      await page.getByRole('link', { name: 'Recevoir un lien de connexion' }).click()
      await page.getByLabel('Adresse de courriel').fill(EMAIL)
      await page.getByRole('button', { name: 'Recevoir le lien' }).click()
      await audit(page)
      const link = await linkIn(page)
      await page.goto(link)
      await page.getByRole('button', { name: 'Me connecter' }).click()
      await expectInside(page)
      await signOut(page)
      await page.goto(link)
      await page.getByRole('button', { name: 'Me connecter' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Aujourd’hui' })).toBeHidden()
    })

    test('ProConnect ouvre le compte, et se ferme avec lui', async ({ browser }) => {
      provider.person = {
        sub: `claire-${javaScriptEnabled}`,
        email: EMAIL,
        given_name: 'Claire',
        usual_name: 'Maurel',
        siret: '21500129000013',
      }
      const page = await newPage(browser, javaScriptEnabled)
      await page.goto(at('/conventions/nouvelle'))
      await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click()
      await expectInside(page, 'Préparer une convention')
      await page.goto(at('/compte'))
      await page.getByRole('button', { name: 'Se déconnecter' }).click()
      await expect(page).toHaveTitle('Au revoir')
      await page.getByRole('button', { name: 'Quitter' }).click()
      await page.waitForURL(/\/deconnexion\/retour/)
      await audit(page)

      provider.person = { ...provider.person, sub: 'autre', email: 'inconnue@example.fr' }
      await page.goto(at('/connexion'))
      await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click()
      await expect(page.getByText('inconnue@example.fr n’a pas encore été invitée')).toBeVisible()
      await audit(page)
    })

    test('un réseau demande une seconde preuve à ses chargés de mission', async ({ browser }) => {
      const page = await newPage(browser, javaScriptEnabled)
      await installation.query('update identity.network set second_factor_for_officers = true')
      await page.goto(at('/conventions/nouvelle'))
      await page.getByRole('button', { name: `Entrer comme ${OFFICER}` }).click()
      await expectInside(page, 'Confirmez que c’est bien vous')
      await audit(page)
      await page.getByRole('link', { name: 'Régler une application qui donne des codes' }).click()
      const secret = await setUpCode(page)
      await page.getByRole('button', { name: 'Je les ai notés' }).click()
      await expectInside(page, 'Préparer une convention')
      await signOut(page)

      await page.goto(at('/conventions/nouvelle'))
      await page.getByRole('button', { name: `Entrer comme ${OFFICER}` }).click()
      await page.getByLabel('Code', { exact: true }).fill(codeFor(secret, 1))
      await page.getByRole('button', { name: 'Confirmer avec ce code' }).click()
      await expectInside(page, 'Préparer une convention')
    })
  })
}

test('une clé d’accès est aussi la seconde preuve', async ({ page }) => {
  await virtualAuthenticator(page)
  await installation.query('update identity.network set second_factor_for_officers = true')
  await page.goto(at('/conventions/nouvelle'))
  await page.getByRole('button', { name: `Entrer comme ${OFFICER}` }).click()
  await page.getByRole('link', { name: 'Ajouter une clé d’accès' }).click()
  await page.getByRole('button', { name: 'Ajouter une clé sur cet appareil' }).click()
  await expectInside(page, 'Préparer une convention')
  await signOut(page)

  await page.goto(at('/conventions/nouvelle'))
  await page.getByRole('button', { name: `Entrer comme ${OFFICER}` }).click()
  await expectInside(page, 'Confirmez que c’est bien vous')
  await inspect(page)
  await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click()
  await expectInside(page, 'Préparer une convention')
})

/** The link of the last mail, as the demonstration's mailbox shows it. */
async function linkIn(page: Page): Promise<string> {
  await expect(async () => {
    await page.goto(at('/dev/mail'))
    await expect(page.getByText('Votre lien de connexion').first()).toBeVisible({ timeout: 1000 })
  }).toPass()
  const lines = page.locator('td p', { hasText: '/connexion/lien/' })
  return (await lines.first().textContent()) ?? ''
}
