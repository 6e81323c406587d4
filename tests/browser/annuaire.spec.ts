import { type Browser, expect, type Page, test } from '@playwright/test'
import { Installation } from './app.ts'
import { follow, heading, mailed, main, person, press, status } from './people.ts'
import { enterAs, expectReadable, SCREENS } from './reading.ts'

test.use({ actionTimeout: 10_000 })
test.describe.configure({ timeout: 300_000 })

// A week before the semester ends: those who keep a place are reminded.
const TODAY = '2026-06-24'
const SALINES = 'Maison numérique des Salines'
const HALLE = 'Comptoir numérique de la Halle'
const [, NARROW] = SCREENS
const TABLE = Buffer.from(
  [
    'Établissement;Où;CP bis;Bourg;Proposé',
    'Cyberbase des Prés;4 rue des Prés;14400;Bayeux;Aide aux démarches administratives',
    `${HALLE};1 place de la Halle;14100;Lisieux;Aide aux démarches administratives`,
  ].join('\n'),
)

for (const javaScriptEnabled of [true, false])
  test.describe(`l’annuaire, ${javaScriptEnabled ? 'avec' : 'sans'} JavaScript`, () => {
    let installation: Installation
    test.beforeAll(async () => {
      installation = await Installation.create()
      await installation.startOn(TODAY)
    })
    test.afterAll(() => installation.remove())

    const visitor = (browser: Browser) => person(browser, javaScriptEnabled)
    async function member(browser: Browser, name: string): Promise<Page> {
      const page = await visitor(browser)
      await enterAs(page, installation.url, name)
      return page
    }
    const open = (page: Page, path: string) => page.goto(`${installation.url}${path}`)
    /** axe is itself a script of the page. */
    const inspect = (page: Page) =>
      javaScriptEnabled ? expectReadable(page, page.url(), NARROW) : Promise.resolve()
    /** What the program does by itself, a moment later. */
    async function comes(page: Page, words: string | RegExp): Promise<void> {
      await expect(async () => {
        await page.reload()
        await expect(main(page)).toContainText(words, { timeout: 1000 })
      }).toPass()
    }
    /** Says what is wrong of that place; the page where the answer will be read is left open. */
    async function report(page: Page, kind: string, words: string): Promise<void> {
      await follow(page, 'Signaler une erreur')
      await page.getByRole('radio', { name: kind }).check()
      await page.getByLabel(/^Ce qu’il faudrait écrire/).fill(words)
      await inspect(page)
      await press(page, 'Signaler cette erreur')
      await expect(heading(page)).toHaveText('Votre signalement')
      await expect(main(page)).toContainText('En attente de réponse')
    }

    test('une habitante trouve où se faire aider, le dit à une autre, et signale une erreur (DIR-61, DIR-63, DIR-74, DIR-77)', async ({
      browser,
    }) => {
      const page = await visitor(browser)

      await test.step('elle écrit son besoin et sa commune, puis resserre', async () => {
        await open(page, '/')
        await page.getByRole('searchbox').first().fill('remplir un papier en ligne Honfleur')
        await press(page, 'Trouver un lieu')
        await expect(main(page)).toContainText('Nous avons compris')
        await follow(page, 'À moins de 20 km')
        await expect(page).toHaveURL(/rayon=20/)
        await follow(page, /^Ouvert maintenant/)
        await expect(page).toHaveURL(/ouvert=maintenant/)
        await inspect(page)
        await follow(page, 'Retirer le filtre Ouvert maintenant')
        await expect(page).not.toHaveURL(/ouvert=/)
      })

      await test.step('la fiche dit quand venir et par où', async () => {
        await follow(page, SALINES)
        await expect(page.getByRole('table', { name: 'Horaires d’une semaine ordinaire' })).toContainText(
          '9 h – 12 h 30 et 14 h – 18 h',
        )
        await expect(main(page)).toContainText('12 rue des Salines, 14600 Honfleur')
        await expect(
          page.getByRole('link', { name: 'Voir ce qu’il y a autour, sur la carte du réseau' }),
        ).toBeVisible()
        await inspect(page)
      })

      await test.step('elle signale une erreur et suit la réponse', async () => {
        await report(page, 'Les horaires sont faux', 'Le samedi, la porte n’ouvre qu’à 10 h.')
        await inspect(page)
        await page.reload()
        await expect(main(page)).toContainText('Le samedi, la porte n’ouvre qu’à 10 h.')
      })

      await test.step('elle prépare une fiche d’orientation pour sa voisine', async () => {
        await open(page, '/fiche-orientation')
        await page.getByRole('checkbox', { name: /^Remplir un papier en ligne/ }).check()
        await press(page, 'Continuer')
        await press(page, 'Continuer')
        await press(page, 'Continuer')
        await page.getByLabel('Commune ou code postal').fill('Honfleur')
        await press(page, 'Voir les lieux')
        await page.getByRole('checkbox', { name: SALINES }).check()
        await page.getByLabel(/^Prénom de la personne/).fill('Camille')
        await page.getByLabel('Votre nom ou votre service').fill('Une voisine')
        await inspect(page)
        await press(page, 'Préparer la fiche')
        await expect(heading(page)).toContainText('Camille')
        await expect(main(page)).toContainText('12 rue des Salines')
        await inspect(page)
      })
    })

    test('un gestionnaire tient sa fiche, la confirme depuis son courriel et répond (DIR-53, DIR-58, DIR-73, DIR-74)', async ({
      browser,
    }) => {
      const malik = await member(browser, 'Malik Roussel')
      const resident = await visitor(browser)

      await test.step('il ouvre ses lieux et corrige la semaine', async () => {
        await open(malik, '/lieux/accueil')
        await follow(malik, 'Mes lieux')
        await inspect(malik)
        await follow(malik, SALINES)
        await expect(main(malik)).toContainText(/Fiche complète à \d+ %/)
        await follow(malik, 'Horaires')
        const opensOn = (day: string) =>
          malik.getByRole('textbox', { name: `${day}, première ouverture, ouvre à` })
        await opensOn('Lundi').fill('08:30')
        await press(malik, /^Copier lundi/)
        await expect(opensOn('Vendredi')).toHaveValue('08:30')
        await press(malik, 'Voir comment ces horaires seront lus')
        await expect(main(malik)).toContainText('Ces horaires seront lus ainsi')
        await inspect(malik)
        await main(malik).getByRole('button', { name: 'Enregistrer cette rubrique' }).last().click()
        await expect(status(malik)).toBeVisible()
        await follow(malik, 'Voir la page publique')
        await expect(main(malik)).toContainText('8 h 30 – 12 h 30')
      })

      await test.step('le rappel mène à sa fiche : rien n’a changé', async () => {
        await installation.query(`insert into jobs.job (name) values ('places/remind-freshness')`)
        await mailed(malik, installation.url, '', '/lieux/confirmation/')
        const line = malik.locator('p', { hasText: '/lieux/confirmation/' }).first()
        await resident.goto(/http\S+$/.exec((await line.textContent()) ?? '')?.[0] ?? '')
        await expect(heading(resident)).toContainText('est-elle juste')
        await inspect(resident)
        await press(resident, 'Rien n’a changé')
        await expect(main(resident)).toContainText('est confirmée')
      })

      await test.step('quelqu’un signale une erreur, il répond', async () => {
        await open(resident, '/lieux?q=salines')
        await follow(resident, SALINES)
        // One address says the same of a place once an hour, and the resident has spoken of the hours.
        await report(resident, 'Le téléphone est faux', 'Il manque un chiffre.')
        await open(malik, '/lieux/signalements')
        const line = malik.getByRole('row').filter({ hasText: 'Le téléphone est faux' })
        await line.filter({ hasText: SALINES }).getByRole('link').last().click()
        await malik.getByRole('radio', { name: 'La fiche est corrigée' }).check()
        await malik.getByLabel(/^Ce que lira la personne/).fill('Merci, c’est écrit sur la fiche.')
        await inspect(malik)
        await press(malik, 'Répondre')
        await expect(status(malik)).toContainText('page de suivi')
        await comes(resident, 'Merci, c’est écrit sur la fiche.')
      })
    })

    test('une chargée de mission importe, rapproche, suit et diffuse (DIR-29, DIR-35, DIR-44, DIR-47, DIR-60, DIR-81, DIR-85)', async ({
      browser,
    }) => {
      const claire = await member(browser, 'Claire Maurel')

      await test.step('elle importe un tableau dont elle nomme les colonnes', async () => {
        await open(claire, '/lieux/imports/nouveau')
        await claire
          .getByLabel('Fichier des lieux')
          .setInputFiles({ name: 'lieux-du-bessin.csv', mimeType: 'text/csv', buffer: TABLE })
        await claire.getByLabel(/^Source/).fill('Tableau du Bessin')
        await press(claire, 'Contrôler ce fichier')
        await comes(claire, 'Vérifier les colonnes')
        await follow(claire, 'Vérifier les colonnes')
        for (const [column, named] of [
          [/^Nom du lieu/, 'Établissement'],
          [/^Adresse : numéro et rue/, 'Où'],
          [/^Code postal/, 'CP bis'],
          [/^Commune/, 'Bourg'],
          [/^Services/, 'Proposé'],
        ] as const)
          await claire.getByRole('combobox', { name: column }).selectOption({ label: named })
        await inspect(claire)
        await press(claire, 'Contrôler le fichier ainsi')
        await comes(claire, 'Votre décision')
        await inspect(claire)
        await press(claire, 'Publier 1 lieu')
        await comes(claire, '1 lieu est publié')
      })

      await test.step('elle rattache la ligne qui attendait', async () => {
        await open(claire, '/lieux/imports/attente')
        const row = claire.getByRole('region', { name: HALLE })
        await expect(row).toContainText('Ressemble à un lieu de l’annuaire')
        await inspect(claire)
        await row.getByRole('button', { name: /^C’est le même lieu/ }).click()
        await expect(status(claire)).toContainText('C’est le même lieu')
        await expect(row).toBeHidden()
      })

      await test.step('elle réunit deux fiches, puis se ravise', async () => {
        await open(claire, '/lieux/doublons')
        await comes(claire, 'Mediathèque du Phare')
        await follow(claire, /Mediathèque du Phare/)
        await inspect(claire)
        await press(claire, 'Fusionner les deux fiches')
        await expect(heading(claire)).toHaveText('Fusion de deux fiches')
        await press(claire, 'Annuler la fusion')
        await expect(main(claire)).toContainText('Cette fusion est annulée.')
      })

      await test.step('elle lit qui tient ses fiches, et les chiffres du réseau', async () => {
        await open(claire, '/lieux/fraicheur')
        const line = (place: string) => claire.getByRole('row').filter({ hasText: place })
        await expect(line(SALINES)).toContainText('Val de Mer')
        await follow(claire, /^Fait/)
        await expect(line('Phare')).toContainText('Fait')
        await open(claire, '/statistiques')
        await expect(claire.getByRole('table', { name: 'Chiffres d’aujourd’hui' })).toContainText(
          'Horaires connus',
        )
      })

      await test.step('elle autorise un site à montrer la carte de son département', async () => {
        await open(claire, '/reglages/cartes-integrees')
        await claire.getByLabel('Nom du site').fill('Site de Bayeux')
        await claire.getByLabel('Adresse du site').fill('https://www.bayeux.example')
        await claire.getByLabel(/^Territoire montré/).fill('departement-14')
        await press(claire, 'Autoriser ce site')
        await expect(status(claire)).toContainText('Site de Bayeux')
        const section = main(claire).locator('section').filter({ hasText: 'Site de Bayeux' })
        await expect(section).toContainText('Calvados')
        await expect(section.locator('code').first()).toContainText('/embed.js')
      })
    })
  })
