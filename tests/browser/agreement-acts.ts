import { expect, type Page } from '@playwright/test'
import { follow, heading, mailed, press, status } from './people.ts'

/** The smallest file that the product takes for a scan. */
export const SCAN = {
  name: 'original-signe.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n${'Original signé sur papier. '.repeat(4)}\n%%EOF\n`),
}

/** Drafts an agreement with an organisation of the network; its address, once its blanks are filled. */
export async function draftWith(
  officer: Page,
  home: string,
  { partner, template, signer }: { partner: string; template: RegExp; signer: readonly [string, string] },
): Promise<string> {
  await officer.goto(`${home}/conventions/nouvelle?q=${encodeURIComponent(partner)}`)
  await follow(officer, partner)
  await officer.getByRole('radio', { name: template }).check()
  await officer.getByLabel('Nom et prénom').fill(signer[0])
  await officer.getByLabel('Qualité').fill(signer[1])
  await press(officer, 'Préparer la convention')
  await expect(heading(officer)).toHaveText('Compléter le projet')
  await fillBlanks(officer)
  return officer.url()
}

/** Every blank of the text, with a day where the label asks for one. */
async function fillBlanks(officer: Page): Promise<void> {
  for (const field of await officer.locator('[name^="texte."]').all()) {
    const name = (await field.getAttribute('name')) ?? ''
    if ((await field.inputValue()) === '')
      await field.fill(name.includes('date') ? '14/03/2026' : 'renseigné par les parties')
  }
  await press(officer, 'Enregistrer le projet')
  await expect(status(officer)).toContainText('Le projet est enregistré.')
}

export async function listPlace(officer: Page, agreement: string, place: string, list = ''): Promise<void> {
  await officer.goto(`${agreement}/annexe?q=${encodeURIComponent(place)}`)
  await officer.getByRole('radio', { name: place }).check()
  if (list) await officer.getByRole('radio', { name: list }).check()
  await press(officer, 'Ajouter ce lieu')
  await expect(officer.getByRole('table').filter({ hasText: place })).toBeVisible()
}

/** Each party's decision to sign, with its paper. */
export async function joinAuthority(page: Page, agreement: string, party: string): Promise<void> {
  await page.goto(`${agreement}/actes-autorite/${party}/nouveau`)
  await page.getByRole('radio', { name: 'Délibération' }).check()
  await page.getByLabel('Qui a décidé').fill('Assemblée')
  await page.getByLabel('Référence').fill('2026-17')
  await page.getByLabel('Date de l’acte').fill('14/03/2026')
  await page.getByLabel('Scan de l’acte').setInputFiles(SCAN)
  await press(page, 'Joindre l’acte')
  await expect(status(page)).toBeVisible()
}

export async function signOnPaper(
  officer: Page,
  agreement: string,
  party: string,
  day: string,
): Promise<void> {
  await officer.goto(`${agreement}/signature`)
  await officer.getByRole('radio', { name: party, exact: true }).check()
  const other = officer.getByRole('radio', { name: 'Une autre personne' })
  if ((await other.count()) > 0) await other.check()
  await officer.getByLabel('Signataire').fill('Une personne')
  await officer.getByLabel('Qualité').fill('par délégation')
  await officer.getByLabel('Date écrite sur l’original').fill(day)
  await officer.getByLabel('Scan de l’original').setInputFiles(SCAN)
  await press(officer, 'Enregistrer la signature')
  await expect(status(officer)).toBeVisible()
}

export async function approve(page: Page, agreement: string): Promise<void> {
  await page.goto(`${agreement}/negociation`)
  await press(page, 'Approuver ce texte pour signature')
  await expect(status(page)).toBeVisible()
}

/** Signs the text that was frozen, with the code that comes by mail. */
export async function signOnline(page: Page, home: string, agreement: string, email: string): Promise<void> {
  await page.goto(agreement)
  await page.getByRole('link', { name: 'Signer en ligne' }).first().click()
  await page.getByRole('checkbox', { name: /J’ai lu le texte entier/ }).check()
  await page.getByRole('checkbox', { name: /Je signe/ }).check()
  await press(page, 'Recevoir mon code par courriel')
  const codePage = page.url()
  const desk = await page.context().newPage()
  const code = /(\d{6})/.exec(await mailed(desk, new URL(home).origin, email, 'votre code'))?.[1] ?? ''
  await desk.close()
  expect(page.url()).toBe(codePage)
  await page.getByLabel('Code reçu par courriel').fill(code)
  await press(page, 'Signer la convention')
  await expect(status(page)).toBeVisible()
}
