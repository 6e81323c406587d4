import type { Pictures } from './picture.ts'

export const NETWORK: Pictures = {
  'premiers-pas': {
    who: null,
    isFirstRun: true,
    width: 1000,
    height: 1000,
    async take(page) {
      await page.getByLabel('Nom du réseau').fill('Estuaire connecté')
      await page
        .getByLabel('Phrase d’accueil')
        .fill('Des lieux et des gens pour vous aider avec le numérique.')
      await page.getByLabel('Nom', { exact: true }).first().fill('Région Estuaire')
      await page.locator(':focus').blur()
    },
  },
  membres: {
    who: 'Claire Maurel',
    height: 880,
    take: (_page, open) => open('/reglages/membres'),
  },
}
