import type { Page } from '@playwright/test'
import { follow, press } from '../../tests/browser/people.ts'
import { type Open, type Pictures, scrollTo } from './picture.ts'

/** In force, with Val de Mer: labels, letters, obligations. */
const IN_FORCE = '2026-0001'
const NEGOTIATED = '2026-0005'
const OF_2015 = 'CR-2015-08'

export const AGREEMENTS: Pictures = {
  'aujourd-hui': {
    who: 'Claire Maurel',
    height: 1345,
    take: (_page, open) => open('/aujourdhui'),
  },
  'negociation-article': {
    who: 'Claire Maurel',
    isColumn: true,
    height: 740,
    async take(page, open) {
      await openAgreement(page, open, NEGOTIATED)
      await page.goto(`${page.url()}/negociation/articles/objet`)
      await scrollTo(page.getByRole('heading', { name: 'Ce que les parties en disent' }))
    },
  },
  'convention-et-article': {
    who: 'Claire Maurel',
    isColumn: true,
    height: 600,
    async take(page, open) {
      await openAgreement(page, open, IN_FORCE)
      const article = page.locator('#art-8')
      await article.getByText('Pourquoi').last().click()
      await scrollTo(article)
    },
  },
  obligations: {
    who: 'Claire Maurel',
    height: 1030,
    async take(page, open) {
      await openAgreement(page, open, IN_FORCE)
      await follow(page, 'Voir chaque obligation et sa preuve')
    },
  },
  'denonciation-consequence': {
    who: 'Claire Maurel',
    height: 1010,
    async take(page, open) {
      await openAgreement(page, open, IN_FORCE)
      await follow(page, 'Enregistrer une dénonciation')
      await page.getByRole('radio', { name: 'Val de Mer' }).check()
      await page.getByLabel('Date de dépôt de la lettre').fill('16/06/2026')
      await press(page, 'Voir ce que cela change')
    },
  },
  historique: {
    who: 'Claire Maurel',
    height: 1660,
    async take(page, open) {
      await openAgreement(page, open, OF_2015)
      await page.getByText('Lectures du texte et historique').click()
      await follow(page, /^Rejouer l’historique/)
    },
  },
  'lettre-preparee': {
    who: 'Claire Maurel',
    height: 2200,
    async take(page, open) {
      await openAgreement(page, open, IN_FORCE)
      await follow(page, /^Mise en demeure$/)
    },
  },
  'adapter-un-modele': {
    who: 'Louise Hamelin',
    network: '/n/baie',
    height: 883,
    async take(page, open) {
      await open('/n/baie/conventions/modeles')
      await follow(page, 'Convention de prêt et d’animation de la Baie')
      await follow(page, /^Ouvrir le projet/)
      await follow(page, /Durée$/)
    },
  },
}

async function openAgreement(page: Page, open: Open, reference: string): Promise<void> {
  await open('/conventions')
  await follow(page, reference)
}
