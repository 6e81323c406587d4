import { follow, press } from '../../tests/browser/people.ts'
import type { Pictures } from './picture.ts'

export const LABELS: Pictures = {
  'ecrire-un-label': {
    who: 'Claire Maurel',
    height: 1400,
    async take(page, open) {
      await open('/reglages/labels')
      await follow(page, 'Tiers-Lieux Normandie')
      await press(page, 'Préparer la version suivante')
    },
  },
  'instruire-un-dossier': {
    who: 'Claire Maurel',
    height: 1490,
    async take(page, open) {
      await open('/instruction')
      await follow(page, 'Maison numérique des Salines')
      await page.getByText('Pourquoi').first().click()
    },
  },
  'demander-un-label': {
    who: 'Malik Roussel',
    height: 1350,
    async take(page, open) {
      await open('/candidatures')
      await page.getByRole('row').filter({ hasText: 'Brouillon' }).getByRole('link').click()
      await page.waitForLoadState()
    },
  },
  'constituer-un-jury': {
    who: 'Claire Maurel',
    height: 1080,
    async take(page, open) {
      await open('/campagnes')
      await follow(page, 'Territoires, Villes et Villages Internet 2025')
      await follow(page, 'Le jury et ses dates')
    },
  },
}
