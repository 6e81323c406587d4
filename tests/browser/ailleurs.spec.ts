import { createServer, type Server } from 'node:http'
import { expect, test } from '@playwright/test'
import { Installation } from './app.ts'
import { main, person, press } from './people.ts'
import { enterAs, expectAccessible } from './reading.ts'

test.describe.configure({ timeout: 120_000 })

// The site of a town, on another origin than the network: the officer gives it a line, its webmaster copies it.

let installation: Installation
let town: Server
let line = ''

test.beforeAll(async () => {
  installation = await Installation.create()
  await installation.startOn('2026-06-17')
  town = createServer((_request, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end(`<!doctype html><html lang="fr"><title>Notre ville</title><h1>Notre ville</h1>${line}</html>`)
  })
  await new Promise<void>((listening) => town.listen(0, listening))
})
test.afterAll(async () => {
  town.close()
  await installation.remove()
})

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the site of the town does not listen')
  return address.port
}

test('la carte se pose sur le site d’une ville, prend sa hauteur, et ne se montre nulle part ailleurs (DIR-85)', async ({
  browser,
}) => {
  const site = `http://localhost:${portOf(town)}`
  const officer = await person(browser)
  await enterAs(officer, installation.url, 'Claire Maurel')
  await officer.goto(`${installation.url}/reglages/cartes-integrees`)
  await officer.getByLabel('Nom du site').fill('Site de notre ville')
  await officer.getByLabel('Adresse du site').fill(site)
  await press(officer, 'Autoriser ce site')
  line = (await main(officer).locator('code', { hasText: '<script' }).last().textContent()) ?? ''

  const passer = await person(browser)
  await passer.goto(site)
  const frame = passer.locator('iframe')
  await expect(frame).toHaveAttribute('title', /\S/)
  const inside = passer.frameLocator('iframe')
  await expect(inside.getByRole('heading', { level: 1 })).toContainText('Les lieux')
  await expect(inside.getByRole('link', { name: 'Médiathèque du Phare' }).last()).toBeVisible()
  const content = await inside.locator('html').evaluate((html) => html.scrollHeight)
  expect(content).toBeGreaterThan(700)
  await expect(frame).toHaveAttribute('height', String(content))
  expect(await passer.context().cookies()).toEqual([])

  await inside.getByLabel('Une commune, un code postal, un besoin').fill('caen')
  await inside.getByRole('button', { name: 'Chercher' }).click()
  await expect(inside.getByText('1 lieu', { exact: true })).toBeVisible()
  await passer.goto((await frame.getAttribute('src')) ?? '')
  await expectAccessible(passer)

  // The same line, copied by a site that was not authorised.
  await passer.goto(`http://127.0.0.1:${portOf(town)}`)
  await expect(passer.locator('iframe')).toBeAttached()
  await passer.waitForLoadState('networkidle')
  await expect(passer.frameLocator('iframe').getByRole('heading')).toHaveCount(0)
})
