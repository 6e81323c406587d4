import type { Page } from '@playwright/test'
import { follow, press } from '../../tests/browser/people.ts'
import { type Open, type Pictures, scrollTo } from './picture.ts'

const LENT = '/n/baie/materiel'
const INVENTORY = 'Matériel mutualisé du Département'
const HEADSET = 'Casque de réalité virtuelle'

const AS_BORROWER = { who: 'Gwenn Tessier', network: '/n/baie' } as const
const AS_LENDER = { who: 'Louise Hamelin', network: '/n/baie' } as const
const AT_THE_DESK = { who: 'Inès Rivoal', network: '/n/baie' } as const
const PHONE = 360

export const LENDING: Pictures = {
  'emprunter-du-materiel': {
    ...AS_BORROWER,
    height: 1060,
    async take(page, open) {
      await open(LENT)
      await follow(page, HEADSET)
    },
  },
  'demander-un-pret': {
    ...AS_BORROWER,
    height: 1350,
    async take(page, open) {
      await open(LENT)
      await follow(page, HEADSET)
      await page.getByLabel('Retrait le').fill('06/07/2026')
      await page.getByLabel('Retour le').fill('10/07/2026')
      await press(page, 'Voir si c’est libre')
      await follow(page, 'Emprunter ce matériel')
    },
  },
  'repondre-aux-frais': {
    who: 'Noé Vasseur',
    network: '/n/baie',
    height: 1360,
    async take(page, open) {
      await open(`${LENT}/demandes`)
      await follow(page, 'Ordinateur portable, PC-2')
      await follow(page, /votre réponse est attendue/)
    },
  },
  'gerer-un-inventaire': {
    ...AS_LENDER,
    height: 1340,
    take: openInventory,
  },
  'reprendre-un-pret': {
    ...AS_LENDER,
    isColumn: true,
    height: 880,
    async take(page, open) {
      await openInventory(page, open)
      await follow(page, /DRONE-1$/)
      await page.getByLabel('Pour quoi').fill('Fête de la science')
      await page.getByLabel('Personne responsable').fill('Inès Rivoal')
      await page.getByLabel('Premier jour').fill('26/06/2026')
      await page.getByLabel('Dernier jour').fill('26/06/2026')
      await page
        .getByLabel('Explication pour l’emprunteur')
        .fill('Le drone filme l’ouverture de la fête de la science.')
      await press(page, 'Voir ce que la reprise changerait')
      await scrollTo(page.getByRole('heading', { name: 'Reprendre pour notre propre usage' }))
    },
  },
  'statistiques-du-pret': {
    ...AS_LENDER,
    height: 1150,
    async take(page, open) {
      await openInventory(page, open)
      await follow(page, 'Statistiques')
    },
  },
  guichet: {
    ...AT_THE_DESK,
    take: (_page, open) => open(`${LENT}/guichet?jour=2026-06-22`),
  },
  'etat-des-lieux': {
    ...AT_THE_DESK,
    width: PHONE,
    height: 1112,
    take: openReturn,
  },
  'guichet-sans-reseau': {
    ...AT_THE_DESK,
    width: PHONE,
    height: 856,
    async take(page, open) {
      await openReturn(page, open)
      for (const good of await page.locator('input[type=radio][value=good]').all()) await good.check()
      await page.context().setOffline(true)
      await press(page, 'Enregistrer l’état des lieux')
      await page.getByText('1 acte pas encore envoyé').waitFor()
      await scrollToTrail(page)
    },
  },
}

async function openInventory(page: Page, open: Open): Promise<void> {
  await open(`${LENT}/gestion`)
  await follow(page, INVENTORY)
}

/** The loan that is late, at the desk: its state is to write. */
async function openReturn(page: Page, open: Open): Promise<void> {
  await open(`${LENT}/guichet`)
  await follow(page, 'Ordinateur portable, PC-3')
  await scrollToTrail(page)
}

/** On a phone the header stands close above it. */
function scrollToTrail(page: Page): Promise<void> {
  return scrollTo(page.getByRole('navigation', { name: 'Fil d’Ariane' }), 12)
}
