import { type Browser, expect, type Page, test } from '@playwright/test'
import { Installation } from './app.ts'
import { follow, heading, main, press, status } from './people.ts'
import { enterAs, expectReadable, SCREENS } from './reading.ts'

test.use({ actionTimeout: 10_000 })
test.describe.configure({ timeout: 180_000 })

const TODAY = '17/06/2026'
const WORKSHOP = 'Atelier du Quai'
const PHARE = 'Médiathèque du Phare'
const PARTNER = 'Val de Mer'
const CAMPAIGN = 'Territoires, Villes et Villages Internet 2026'
const [, NARROW] = SCREENS
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

for (const javaScriptEnabled of [true, false])
  test.describe(`un label, ${javaScriptEnabled ? 'avec' : 'sans'} JavaScript`, () => {
    let installation: Installation
    test.beforeAll(async () => {
      installation = await Installation.create()
      await installation.startOn('2026-06-17')
    })
    test.afterAll(() => installation.remove())

    async function visitor(browser: Browser) {
      return (await browser.newContext({ javaScriptEnabled, locale: 'fr-FR' })).newPage()
    }
    async function person(browser: Browser, name: string) {
      const page = await visitor(browser)
      await enterAs(page, installation.url, name)
      return page
    }
    const open = (page: Page, path: string) => page.goto(`${installation.url}${path}`)
    /** axe is itself a script of the page. */
    const inspect = (page: Page) =>
      javaScriptEnabled ? expectReadable(page, page.url(), NARROW) : Promise.resolve()

    /** The head signs: the letter, the list or the publication is read first. */
    async function sign(page: Page, by: RegExp, [read, done]: readonly [string, string]): Promise<void> {
      const signer = page.getByLabel('Signataire')
      await signer.selectOption((await signer.getByRole('option', { name: by }).getAttribute('value')) ?? '')
      await press(page, read)
      await inspect(page)
      await press(page, done)
      await expect(status(page).first()).toBeVisible()
    }

    test('un EPN demande son label, complète son dossier et le reçoit (LAB-6, LAB-10, LAB-15, LAB-38)', async ({
      browser,
    }) => {
      const leo = await person(browser, 'Léo Guérin')
      const claire = await person(browser, 'Claire Maurel')

      await test.step('la médiation remplit les rubriques, joint une photo et envoie', async () => {
        await open(leo, '/candidatures/nouvelle')
        await follow(leo, 'EPN Normandie')
        await leo.getByRole('radio', { name: new RegExp(WORKSHOP) }).check()
        await press(leo, 'Commencer le dossier')
        await follow(leo, 'Continuer à remplir')
        await leo.getByLabel('Votre réponse', { exact: true }).fill('18')
        await leo.getByRole('radio', { name: 'Entièrement' }).check()
        await leo
          .getByLabel(/^Une photo/)
          .setInputFiles({ name: 'rampe.png', mimeType: 'image/png', buffer: PIXEL })
        await leo.getByLabel(/^Date de ce fichier/).fill('02/06/2026')
        await inspect(leo)
        await saveSection(leo)
        while (/\/rubriques\/\d+$/.test(leo.url())) await answerYes(leo)
        await follow(leo, 'Relire et envoyer')
        await inspect(leo)
        await press(leo, 'Envoyer la candidature')
        await expect(main(leo)).toContainText('Récépissé')
      })
      const file = leo.url().split('/').pop() ?? ''

      await test.step('la tête de réseau demande un complément, le lieu répond', async () => {
        await open(claire, `/instruction/${file}`)
        await press(claire, 'Prendre ce dossier en charge')
        await follow(claire, 'Examiner la rubrique suivante')
        await claire.getByRole('radio', { name: 'Incomplet' }).first().check()
        await claire.getByLabel('Ce que le demandeur doit faire').first().fill('Donnez aussi l’été.')
        await inspect(claire)
        await press(claire, 'Enregistrer l’examen de la rubrique')
        await open(claire, `/instruction/${file}/complements`)
        await press(claire, 'Envoyer la demande de compléments')
        await expect(status(claire)).toBeVisible()

        await open(leo, `/candidatures/${file}/complements`)
        await leo.getByLabel('Votre réponse').fill('Vingt heures par semaine en juillet et en août.')
        await inspect(leo)
        await press(leo, 'Enregistrer cette réponse')
        await press(leo, 'Envoyer les compléments')
        await expect(status(leo)).toBeVisible()
      })

      await test.step('elle propose, lit la lettre et signe', async () => {
        await open(claire, `/instruction/${file}/proposition`)
        await claire.getByRole('radio', { name: 'Accorder le label' }).check()
        await press(claire, 'Proposer cette décision')
        await press(claire, 'Proposer quand même')
        await expect(status(claire)).toBeVisible()
        await open(claire, '/decisions-labels')
        await follow(claire, `EPN Normandie, ${WORKSHOP}`)
        await claire.getByRole('radio', { name: 'Attribuer le label', exact: true }).check()
        await sign(claire, /^Mireille Aubert/, ['Relire la lettre', 'Signer la décision'])
      })

      await test.step('un visiteur lit le label sur la fiche du lieu et sur sa preuve', async () => {
        const page = await visitor(browser)
        await open(page, '/lieux?q=quai')
        await follow(page, WORKSHOP)
        await main(page)
          .locator('dd', { hasText: 'EPN Normandie, depuis' })
          .getByRole('link', { name: 'voir la preuve' })
          .click()
        await expect(page).toHaveURL(/\/l\//)
        await expect(heading(page)).toHaveText(WORKSHOP)
        await expect(main(page)).toContainText('Label EPN Normandie')
        await inspect(page)
      })
    })

    test('un partenaire propose un lieu par liste, la charte signée pour lui (LAB-19, LAB-20, LAB-21, LAB-70)', async ({
      browser,
    }) => {
      const malik = await person(browser, 'Malik Roussel')
      const claire = await person(browser, 'Claire Maurel')
      /** The list that waits for a decision, at its page. */
      const toDecide = async () => {
        await open(claire, '/listes-labels')
        await claire.getByRole('row').filter({ hasText: 'Charte signée' }).getByRole('link').click()
      }
      const decide = async () => {
        await follow(claire, 'Décider de la liste')
        await sign(claire, /^Mireille Aubert/, ['Relire avant de signer', 'Signer la décision'])
      }

      await test.step('la tête de réseau écarte un lieu d’une première liste, en disant pourquoi', async () => {
        await toDecide()
        await follow(claire, new RegExp(`pour ${PHARE}`))
        await claire.getByRole('radio', { name: /^Exclure/ }).check()
        await claire.getByLabel('Motif').fill('Le lieu est en travaux jusqu’à la fin de mai.')
        await press(claire, 'Enregistrer l’avis')
        await decide()
      })

      await test.step('les travaux finis, le comité le propose à nouveau et le partenaire signe la charte', async () => {
        await open(malik, '/listes-labels')
        await follow(malik, 'Proposer une liste de lieux')
        await malik.getByRole('radio').first().check()
        await malik.getByLabel('Composition du comité').fill('La vice-présidente et une médiatrice.')
        await malik.getByLabel('Jour de la réunion').fill(TODAY)
        await malik.getByLabel('Compte rendu', { exact: false }).first().fill('Les travaux sont finis.')
        await press(malik, 'Enregistrer et choisir les lieux')
        await follow(malik, 'Choisir des lieux de l’annuaire')
        await malik.getByRole('searchbox').fill('Phare')
        await press(malik, /^Chercher/)
        await malik.getByRole('checkbox', { name: new RegExp(PHARE) }).check()
        await press(malik, 'Ajouter à la liste')
        await follow(malik, 'Signer la charte pour ces lieux')
        await sign(malik, /^Sophie Tanguy/, ['Relire avant de signer', 'Signer la charte'])
      })

      await test.step('la tête de réseau décide, le registre public le montre', async () => {
        await toDecide()
        await inspect(claire)
        await decide()
        const page = await visitor(browser)
        await open(page, '/labels?label=netpublic')
        await expect(page.getByRole('row').filter({ hasText: PHARE })).toContainText('NetPublic')
      })
    })

    test('une campagne, de la candidature d’une collectivité à son niveau public (LAB-22 à LAB-29)', async ({
      browser,
    }) => {
      const malik = await person(browser, 'Malik Roussel')
      const claire = await person(browser, 'Claire Maurel')
      const solene = await person(browser, 'Solène Pichard')

      await test.step('la communauté de communes candidate avec ses initiatives', async () => {
        await open(malik, '/candidatures/nouvelle')
        await follow(malik, 'Territoires, Villes et Villages Internet')
        await press(malik, 'Commencer le dossier')
        await follow(malik, 'Continuer à remplir')
        await malik.getByRole('checkbox', { name: 'Le bus numérique du jeudi' }).check()
        await saveSection(malik)
        while (/\/rubriques\/\d+$/.test(malik.url())) {
          await malik.getByLabel('Votre réponse').fill('Tous les services, et un conseil des habitants.')
          await saveSection(malik)
        }
        await follow(malik, 'Relire et envoyer')
        await press(malik, 'Envoyer la candidature')
        await expect(main(malik)).toContainText('Récépissé')
      })

      let campaign = ''
      let given = ''
      await test.step('le jury se constitue, le dossier est recevable et se répartit', async () => {
        await open(claire, '/campagnes')
        await follow(claire, CAMPAIGN)
        campaign = claire.url()
        await claire.goto(`${campaign}/jury`)
        await claire.getByLabel('Dernier jour des grilles').fill('15/10/2026')
        await press(claire, 'Constituer le jury')
        await seat(claire, 'Solène Pichard', 'scientifique', 'chair')
        await seat(claire, 'Anaïs Kerbrat', 'scientifique')
        await seat(claire, 'Yann Belloir', 'partenaire')
        await claire.goto(campaign)
        await follow(claire, PARTNER)
        given = claire.url()
        await claire.getByRole('radio', { name: 'Oui, il est recevable' }).check()
        await press(claire, 'Enregistrer la recevabilité')
        await press(claire, 'Répartir les dossiers')
        await expect(status(claire)).toContainText('3 lectures confiées')
      })

      await test.step('une salariée se déporte, un autre lit à sa place ; les trois notent', async () => {
        const anais = await person(browser, 'Anaïs Kerbrat')
        await openReading(anais)
        await expect(main(anais)).toContainText('Vous êtes membre de cette structure')
        await inspect(anais)
        await anais.getByRole('radio', { name: /^J’y travaille/ }).check()
        await press(anais, 'Déclarer mes liens')
        await expect(status(anais)).toContainText('Vous vous êtes déporté')

        await claire.goto(`${campaign}/jury`)
        await seat(claire, 'Karim Benali', 'scientifique')
        await claire.goto(campaign)
        await press(claire, 'Répartir les dossiers')
        await expect(status(claire)).toContainText('1 lecture confiée')

        const karim = await person(browser, 'Karim Benali')
        const yann = await person(browser, 'Yann Belloir')
        await inspectGrid(solene)
        for (const [juror, mark] of [
          [solene, 4],
          [karim, 4],
          [yann, 3],
        ] as const)
          await score(juror, mark)
      })

      await test.step('la présidente délibère sur les médianes, sous embargo', async () => {
        await claire.goto(campaign)
        await press(claire, 'Clore les grilles')
        await expect(status(claire)).toBeVisible()
        await solene.goto(`${campaign}/resultats`)
        await solene.getByLabel('Jour de la séance').fill(TODAY)
        for (const name of [/^Solène Pichard/, /^Karim Benali/, /^Yann Belloir/])
          await solene.getByRole('checkbox', { name }).check()
        await inspect(solene)
        await press(solene, 'Ouvrir la séance')
        await solene.goto(given)
        await expect(main(solene)).toContainText('Niveau issu des seuils : 4 arobases')
        await expect(main(solene)).toContainText('Anaïs Kerbrat')
        await solene.getByRole('radio', { name: '4 arobases' }).check()
        for (const group of ['Initiatives', 'Services', 'Participation'])
          await solene.getByRole('textbox', { name: group }).fill('Une action suivie.')
        await solene.getByLabel('Pour', { exact: true }).fill('3')
        await inspect(solene)
        await press(solene, 'Enregistrer la décision du jury')
        await expect(status(solene)).toBeVisible()
      })

      await test.step('la publication rend le niveau public d’un coup', async () => {
        const page = await visitor(browser)
        await open(page, '/labels?label=villes-internet&campagne=2026')
        await expect(main(page)).toContainText('Aucun label ne correspond')
        await claire.goto(`${campaign}/publication`)
        await sign(claire, /^Mireille Aubert/, [
          'Voir ce qui sera publié',
          'Publier les résultats maintenant',
        ])
        await page.reload()
        await follow(page, PARTNER)
        await expect(main(page)).toContainText('4 arobases')
        await inspect(page)
      })

      async function openReading(page: Page): Promise<void> {
        await open(page, '/lectures')
        await page
          .getByRole('table', { name: new RegExp(`^${CAMPAIGN}`) })
          .getByRole('link', { name: PARTNER })
          .click()
        await page.waitForLoadState()
      }
      async function inspectGrid(page: Page): Promise<void> {
        await declare(page)
        await expect(main(page)).toContainText('Votre grille')
        await expect(main(page)).toContainText('Le bus numérique du jeudi')
        await inspect(page)
      }
      async function declare(page: Page): Promise<void> {
        await openReading(page)
        const none = page.getByRole('radio', { name: 'Je n’ai aucun lien avec cette candidature' })
        if ((await none.count()) === 0) return
        await none.check()
        await press(page, 'Déclarer mes liens')
      }
      async function score(page: Page, mark: number): Promise<void> {
        await declare(page)
        for (const one of await page.getByRole('radio', { name: new RegExp(`^${mark} `) }).all())
          await one.check()
        await press(page, 'Terminer ma grille')
        await expect(status(page)).toContainText('Votre grille est finie')
      }
    })

    /** Every question of the section that is asked by yes or no, then the next section. */
    async function answerYes(page: Page): Promise<void> {
      for (const yes of await page.getByRole('radio', { name: /^Oui/ }).all())
        if (await yes.isVisible()) await yes.check()
      await saveSection(page)
    }

    async function saveSection(page: Page): Promise<void> {
      const here = page.url()
      await press(page, 'Enregistrer et continuer')
      await expect(page).not.toHaveURL(here)
    }

    async function seat(page: Page, name: string, kind: string, chair?: 'chair'): Promise<void> {
      const people = page.getByLabel('Personne', { exact: true })
      const choice = people.getByRole('option', { name: new RegExp(`^${name}`) })
      await people.selectOption((await choice.getAttribute('value')) ?? '')
      await page.getByRole('radio', { name: kind }).check()
      await page.getByLabel('Premier jour du mandat').fill('01/01/2026')
      if (chair) await page.getByRole('checkbox', { name: 'Cette personne préside le jury' }).check()
      await press(page, 'Nommer ce membre')
      await expect(main(page)).toContainText(`${name}`)
      await expect(status(page)).toBeVisible()
    }
  })
