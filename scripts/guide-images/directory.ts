import type { Page } from '@playwright/test'
import { follow, linkOn, press } from '../../tests/browser/people.ts'
import { type Open, type Pictures, scrollTo } from './picture.ts'

const ONE = '[0-9a-f-]{36}'

export const DIRECTORY: Pictures = {
  'page-publique-du-lieu': {
    who: null,
    height: 765,
    take: (_page, open) => open('/lieux/maison-numerique-des-salines-14333'),
  },
  'donnees-ouvertes': { who: null, height: 830, take: (_page, open) => open('/donnees-ouvertes') },
  'tenir-une-fiche': {
    who: 'Malik Roussel',
    async take(page, open) {
      await open('/lieux/mes-lieux')
      await follow(page, 'Maison numérique des Salines')
    },
  },
  'tenir-l-annuaire': {
    who: 'Claire Maurel',
    isColumn: true,
    height: 846,
    async take(page, open) {
      await open('/lieux/doublons')
      await open(await linkOn(page, new RegExp(`/doublons/${ONE}/${ONE}$`)))
      await scrollTo(page.getByRole('heading', { name: 'C’est le même lieu' }))
    },
  },
  'import-colonnes': {
    who: 'Claire Maurel',
    height: 1180,
    async take(page, open) {
      await sendFile(page, open, 'Pays du Bocage', [
        'Nom de la structure;Rue;CP;Ville;Téléphone du lieu;Ce qu’on y fait',
        'Maison des Usages;12 rue du Port;14000;Caen;02 31 00 00 10;Aide aux démarches administratives',
        'Atelier des Prés;4 rue des Prés;14400;Bayeux;02 31 00 00 11;Internet et matériel',
      ])
      await follow(page, 'Vérifier les colonnes')
    },
  },
  'lire-un-fichier': {
    who: 'Claire Maurel',
    isColumn: true,
    height: 1300,
    async take(page, open) {
      await sendFile(page, open, 'Fablabs du Bocage', [
        'Recensement des fablabs du Bocage',
        ...Array.from(
          { length: 18 },
          (_, rank) => `Version ${rank + 1} : relue par la communauté de communes`,
        ),
        'Intitulé;Rue;Ville',
        'Atelier du Bocage;3 quai Nord;Vire Normandie',
        'Fablab des Prés;1 rue Haute;Bayeux',
      ])
      await follow(page, 'Dire comment lire ce fichier')
      await scrollTo(page.getByText('telles qu’elles sont écrites'))
    },
  },
  'import-bilan': {
    who: 'Claire Maurel',
    height: 1335,
    async take(page, open) {
      const row = (id: number, name: string, more = 'Bayeux,14400,4 rue des Prés,02 31 00 00 12') =>
        `${id},${name},${more},Aide aux démarches administratives`
      await sendFile(page, open, 'Communauté de communes des Prés', [
        'id,nom,commune,code_postal,adresse,telephone,services',
        row(1, 'Cyberbase des Prés'),
        row(2, 'Médiathèque du Moulin', 'Vire Normandie,14500,2 rue du Moulin,02 31 00 00 13'),
        row(3, 'Maison des Usages', 'Caen,14000,12 rue du Port,02 31'),
        row(4, 'Point info du Marché', 'Lisieux,14100,1 place du Marché,02 31 00 00 15'),
        row(5, 'Bus du soir', ',,,02 31 00 00 16'),
      ])
    },
  },
}

async function sendFile(page: Page, open: Open, source: string, lines: readonly string[]): Promise<void> {
  await open('/lieux/imports/nouveau')
  const buffer = Buffer.from(lines.join('\n'))
  await page.locator('input[type=file]').setInputFiles({ name: 'lieux.csv', mimeType: 'text/csv', buffer })
  await page.getByLabel(/^Source/).fill(source)
  await press(page, 'Contrôler ce fichier')
  await page.getByRole('button', { name: 'Abandonner cet import' }).waitFor()
}
