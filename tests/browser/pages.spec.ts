import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { linkOn } from './people.ts'
import { enterAs, expectReadable, SCREENS } from './reading.ts'

const URL = () => process.env.MAILLAGE_URL ?? ''

const PUBLIC = [
  '/',
  '/lieux',
  '/lieux?q=papier',
  '/lieux?q=zzzz',
  '/lieux?vue=les-deux',
  '/lieux?vue=carte',
  '/lieux/impression',
  '/fiche-orientation',
  '/fiche-orientation/secteur',
  '/fiche-orientation/lieux?q=Honfleur&rayon=20',
  '/le-reseau',
  '/connexion',
  '/connexion/lien',
  '/connexion/courriel-envoye',
  '/connexion/mot-de-passe-oublie',
  '/connexion/lien/un-jeton',
  '/connexion/nouveau-mot-de-passe/un-jeton',
  '/connexion/cle',
  '/invitation/un-jeton',
  '/accessibilite',
  '/vie-privee',
  '/conventions-du-reseau',
  '/decisions',
  '/decisions?q=zzzz',
  '/n/baie/decisions',
  '/verification',
  `/verification/${'0'.repeat(64)}`,
  '/vie-privee/demande',
  '/vie-privee/demande-envoyee',
  '/annuaire',
  '/nulle-part',
  '/n/baie/',
  '/n/baie/lieux',
]
const MEMBER = [
  '/aujourdhui',
  '/conventions',
  '/conventions/nouvelle',
  '/conventions/echeances',
  '/conventions/reconductions',
  '/conventions/echeances/abonnements',
  '/conventions/reprise',
  '/conventions/reprise/imports',
  '/decisions/nouvelle',
  '/reglages/conventions',
  '/conventions/modeles',
  '/conventions/modeles/normandie-connectee',
  '/conventions/modeles/villes-internet',
  '/conventions/modeles/canope/differences?avec=cinov-it',
  '/lieux/imports',
  '/lieux/imports/nouveau',
  '/compte',
  '/compte/identite',
  '/compte/courriel',
  '/compte/mot-de-passe',
  '/compte/sessions',
  '/compte/organisations',
  '/compte/cles',
  '/compte/code',
  '/compte/assistance',
  '/compte/diffusion',
  '/compte/donnees',
  '/compte/donnees/demande',
  '/compte/journal',
  '/journal',
  '/journal?personne=Claire',
  '/reglages',
  '/reglages/membres',
  '/reglages/membres?etat=termines',
  '/reglages/membres/invitation',
  '/reglages/reseau',
  '/reglages/couleurs',
  '/reglages/couleurs?palette=foret',
  '/reglages/securite',
  '/reglages/reseaux',
  '/reglages/reseaux/nouveau',
  '/reglages/vie-privee',
  '/reglages/vie-privee/conservation',
  '/structures',
  '/structures?q=zzzz',
  '/structures/nouvelle',
  '/premiers-pas',
  '/menu',
  '/dev/mail',
]
/** Of one member and of one organisation, whose names a list gives. */
const OF_MEMBER = ['', '/fonction', '/assistance', '/fin']
const OF_ORGANISATION = [
  '',
  '/modification',
  '/mandats/nouveau',
  '/contacts/nouveau',
  '/references',
  '/fusion?q=val',
]
/** Acts on the first agreement of the list, that is in force, and on a draft. */
const OF_DRAFT = [
  '',
  '/projet',
  '/annexe?q=halle',
  '/negociation',
  '/negociation/partage',
  '/negociation/renseignements',
  '/negociation/articles/duree',
  '/signature',
  '/signature-en-ligne/ouverture',
  '/interlocuteurs',
  '/actes-autorite/region/nouveau',
]
/** On the draft whose signing is open: two parties are called. */
const OF_SIGNING = ['', '/signature-en-ligne/appel', '/signature-en-ligne/ailleurs', '/negociation']
const OF_AGREEMENT = [
  '',
  '/annexe',
  '/denonciation',
  '/labels/attribution',
  '/signature',
  '/simulation',
  '/lectures',
  '/texte',
  '/preuves',
  '/mise-en-demeure',
  '/mise-en-demeure/suite',
  '/resiliation',
  '/courrier',
  '/denonciation/retrait',
  '/dommages',
  '/avenants/demande',
  '/avenants/nouveau',
  '/differends/nouveau',
  '/renouvellement',
  '/obligations',
  '/reunions/nouvelle',
  '/communications/nouvelle',
  '/interlocuteurs',
  '/interlocuteurs/region/nouveau',
  '/liens/region/nouveau',
  '/actes-autorite/region/nouveau',
  '/registre-public',
  '/historique',
  '/comparaison',
  '/lectures/abstention',
  '/documents',
  '/documents/convention',
  '/documents/fiche-des-termes',
  '/documents/texte-consolide',
  '/lettres/nouvelle',
  '/lettres/nouvelle?objet=mise-en-demeure',
  '/lettres/nouvelle?objet=avis-de-reconduction',
]
/** Pages of one thing of that agreement, reached by its links: a letter, a communication, a proof, a correction. */
const LINKED_FROM: readonly (readonly [page: string, link: RegExp])[] = [
  ['', /\/lettres\/[0-9a-f-]{36}$/],
  ['', /\/communications\/[0-9a-f-]{36}$/],
  ['/preuves', /\/preuves\/[0-9a-f-]{36}$/],
  ['/historique', /\/actes\/[0-9a-f-]{36}\/correction$/],
  ['/obligations', /\/obligations\/[^/]+\/preuve/],
  ['/interlocuteurs', /\/interlocuteurs\/[0-9a-f-]{36}\/fin$/],
]

/** Lending, in the network of the bay: what its inventory opens, and the pages of one thing reached by a link. */
const OF_INVENTORY = [
  '/nouvelle-demande',
  '/passages',
  '/catalogue',
  '/catalogue/nouveau-modele',
  '/guichets',
  '/assurances',
  '/attente',
  '/retards',
  '/reglement',
  '/roles',
  '/fiche',
  '/incidents',
  '/incidents/nouveau',
  '/consommables',
  '/entretien',
  '/entretien/plans',
  '/inventaires-physiques',
  '/mises-a-jour',
  '/agendas',
  '/statistiques',
  '/statistiques/prets?chiffre=jours',
  '/bilans',
  '/echanges',
  '/imports/nouveau',
]
const ONE = '[0-9a-f-]{36}'
/** From each page, one link; the last one visited is where the next may start (`null`). */
const LINKED_IN_LENDING: readonly (readonly [from: string | null, link: RegExp])[] = [
  ['/catalogue', new RegExp(`/catalogue/${ONE}$`)],
  [null, /\/illustrations$/],
  ['/statistiques?par=exemplaire', /exemplaire=/],
  ['/guichets', new RegExp(`/guichets/${ONE}$`)],
  ['/incidents', new RegExp(`/incidents/${ONE}$`)],
  ['/entretien', new RegExp(`/plans/${ONE}/exemplaires/${ONE}$`)],
  ['/inventaires-physiques', new RegExp(`/inventaires-physiques/${ONE}$`)],
  ['/retards', /\/mise-en-demeure$/],
  ['/retards', new RegExp(`/prets/${ONE}$`)],
]
const OF_LOAN_OUT = ['', '/prolongation', '/panne', '/intervention', '/bilan', '/incidents']

async function visitIn(page: Page, address: string, screen: (typeof SCREENS)[number]): Promise<void> {
  const answer = await page.goto(new globalThis.URL(address, URL()).href)
  expect(answer?.status(), address).toBe(200)
  await expectReadable(page, address, screen)
}

/** An address; the first such link of the page that is open; or the pages under the last one so reached. */
type Step = string | RegExp | readonly string[]
const one = (folder: string) => new RegExp(`/${folder}/${ONE}$`)
/** Labels and initiatives, as those read them whose work they are. */
const OF_LABELS: readonly (readonly [who: string | null, steps: readonly Step[], base?: string])[] = [
  [
    null,
    [
      ...['/verifier-un-badge', '/labels/epn-normandie', '/labels'],
      ...[/\/l\/[^/]+$/, ['/badge'], '/initiatives', one('initiatives')],
    ],
  ],
  [
    'Claire Maurel',
    [
      ...['/labels/accueil', '/labels/suivi', '/reglages/badges', '/reglages/labels/nouveau'],
      ...['/reglages/labels', one('reglages/labels'), ['/titulaires', '/campagnes/nouvelle']],
      ...['/instruction/groupes', '/instruction', one('instruction')],
      ['/rubriques/1', '/complements', '/avis', '/visites', '/affectation', '/proposition'],
      ...['/decisions-labels', one('decisions-labels/candidatures')],
      ...['/decisions-labels', one('decisions-labels'), one('attributions'), ['/signes']],
      ...['/listes-labels', one('listes-labels'), ['/charte', '/decision']],
      ...['/listes-labels', one('listes-labels'), /\/lieux\/[^/]+\/avis$/],
      ...['/campagnes', one('campagnes'), ['/jury']],
    ],
  ],
  [
    'Malik Roussel',
    [
      ...['/candidatures/preuves', '/candidatures/nouvelle', one('candidatures/nouvelle')],
      ...['/candidatures', one('candidatures'), ['/rubriques/1', '/envoi']],
      ...['/listes-labels/nouvelle', '/decisions-labels', '/mes-initiatives/nouvelle'],
      ...['/mes-initiatives', one('mes-initiatives'), ['/modification']],
    ],
  ],
  ['Karim Benali', ['/avis-labels', one('avis-labels')]],
  ['Solène Pichard', ['/lectures', one('lectures')]],
]

/** Beside the sheet of a place, as those who keep it read it. */
const OF_SHEET = [
  ...['identite', 'horaires', 'services', 'contact', 'adresse', 'presentation', 'publics', 'programmes'].map(
    (section) => `/../modifier/${section}`,
  ),
  '/../historique',
  '/../rattachements',
]
/** The directory, its people, its figures and its federation. */
const OF_DIRECTORY: typeof OF_LABELS = [
  [
    null,
    [
      ...['/lieux?ouvert=maintenant', '/lieux?commune=14333&rayon=20', '/fiche-orientation/accueil'],
      ...['/fiche-orientation/moment', '/statistiques', '/statistiques?departement=14', '/donnees-ouvertes'],
      ...['/organisations', one('organisations'), '/animateurs', one('animateurs')],
      ...['/lieux', /^\/lieux\/[a-z-]+-\d{5}$/, ['/signaler']],
    ],
  ],
  [
    'Claire Maurel',
    [
      ...['/lieux/accueil', '/lieux/nouveau', '/lieux/a-relire', '/lieux/points', '/lieux/fraicheur'],
      ...[one('fraicheur'), '/lieux/signalements', one('signalements'), '/lieux/imports/sources'],
      ...[one('sources'), '/lieux/imports/sources/nouvelle', '/lieux/imports/attente'],
      `/lieux/imports/attente/sures?source=${encodeURIComponent('Annuaire des bibliothèques')}`,
      ...['/lieux/imports/propositions', '/lieux/imports/disparus', '/lieux/imports', one('imports')],
      ...['/lieux/doublons', new RegExp(`/doublons/${ONE}/${ONE}$`), '/lieux/doublons/certains'],
      ...['/lieux/fusions', one('fusions'), '/reglages/lieux', '/reglages/carte', '/reglages/fraicheur'],
      ...['/reglages/jours-de-fermeture', '/reglages/cartes-integrees', '/reglages/avis-de-changement'],
      ...['/reglages/territoires', '/reglages/territoires/pays-d-auge'],
      ...['/reglages/annuaire-structures', '/reglages/federation', '/reglages/federation/sources/nouvelle'],
      ...['/reglages/federation', one('federation'), '/reglages/federation/transferts?q=Quai'],
      ...[one('transferts'), '/reglages/orientation'],
      ...['/reglages/federation/lecteurs/nouveau', '/lieux/mes-lieux', new RegExp(`/lieux/${ONE}/fiche$`)],
    ],
  ],
  [
    'Rose Delatour',
    [
      ...['/n/nation/reglages/federation', one('federation'), new RegExp(`/fiches/${ONE}$`)],
      ...['/n/nation/lieux?q=Salines', /\/lieux\/maison-numerique-des-salines-\d{5}$/],
    ],
    '/n/nation',
  ],
  [
    'Malik Roussel',
    [
      '/fiche-orientation/suivis',
      ...['/lieux/mes-lieux', '/lieux/a-confirmer', '/lieux/recherches', '/compte/fiche-animateur'],
      ...['/lieux/favoris', one('favoris'), '/lieux/mes-lieux', new RegExp(`/lieux/${ONE}/fiche$`)],
      OF_SHEET,
    ],
  ],
]

for (const [what, visits] of [
  ['des labels', OF_LABELS],
  ['de l’annuaire', OF_DIRECTORY],
] as const)
  for (const screen of SCREENS)
    test(`chaque page ${what} est accessible ${screen.name}`, async ({ page }) => {
      test.setTimeout(600_000)
      await page.setViewportSize({ width: screen.width, height: 900 })
      for (const [who, steps, base = ''] of visits) {
        await page.context().clearCookies()
        if (who) await enterAs(page, URL() + base, who)
        let reached = ''
        for (const step of steps) {
          if (step instanceof RegExp) reached = await linkOn(page, step)
          const from = typeof step === 'string' ? '' : reached
          const paths = typeof step === 'string' ? [step] : step instanceof RegExp ? [''] : step
          for (const path of paths) await visitIn(page, from + path, screen)
        }
      }
    })

for (const screen of SCREENS)
  test(`chaque page du prêt est accessible ${screen.name}`, async ({ page }) => {
    test.setTimeout(600_000)
    await page.setViewportSize({ width: screen.width, height: 900 })
    const bay = `${URL()}/n/baie`
    const visit = (address: string) => visitIn(page, address, screen)
    const linked = (link: RegExp) => linkOn(page, link)

    await enterAs(page, bay, 'Louise Hamelin')
    await visit('/n/baie/materiel/gestion')
    const inventory = await linked(new RegExp(`/gestion/${ONE}$`))
    await visit('/n/baie/materiel/gestion/nouvel-inventaire')
    for (const path of OF_INVENTORY) await visit(inventory + path)
    for (const [from, link] of LINKED_IN_LENDING) {
      if (from !== null) await page.goto(URL() + inventory + from)
      await visit(await linked(link))
    }
    await page.goto(`${URL()}${inventory}/catalogue`)
    await page.goto(URL() + (await linked(new RegExp(`/catalogue/${ONE}$`))))
    const unit = await linked(new RegExp(`/exemplaires/${ONE}$`))
    for (const path of ['', '/fiche']) await visit(unit + path)
    await visit('/n/baie/materiel/guichet')
    await visit(await linked(/guichet\/etiquettes/))
    await page.goto(`${URL()}/n/baie/materiel/guichet`)
    await visit(await linked(new RegExp(`/guichet/prets/${ONE}$`)))

    await page.context().clearCookies()
    await enterAs(page, bay, 'Gwenn Tessier')
    await visit('/n/baie/materiel')
    await visit('/n/baie/materiel/agendas')
    await page.goto(`${bay}/materiel/demandes`)
    const loan = await page
      .getByRole('link', { name: 'Ordinateur portable, PC-2' })
      .first()
      .getAttribute('href')
    for (const path of OF_LOAN_OUT) await visit(`${loan}${path}`)
    await page.goto(`${bay}/materiel/demandes`)
    const closed = await page
      .getByRole('link', { name: 'Drone de prise de vue' })
      .first()
      .getAttribute('href')
    await visit(`${closed}/rendez-vous`)
  })

for (const screen of SCREENS) {
  test(`chaque page est accessible ${screen.name}`, async ({ page }) => {
    test.setTimeout(900_000)
    await page.setViewportSize({ width: screen.width, height: 900 })
    const visit = async (path: string) => {
      await page.goto(URL() + path)
      await expectReadable(page, path, screen)
    }
    for (const path of PUBLIC) await visit(path)
    await page.goto(`${URL()}/lieux`)
    const place = await page.locator('main .rows a[href^="/lieux/"]').first().getAttribute('href')
    await visit(place ?? '')
    await enterAs(page, URL(), 'Claire Maurel')
    for (const path of MEMBER) await visit(path)
    for (const [list, name, under] of [
      ['/reglages/membres', 'Malik Roussel', OF_MEMBER],
      ['/structures', 'Val de Mer', OF_ORGANISATION],
    ] as const) {
      await page.goto(URL() + list)
      const one = await page
        .getByRole('main')
        .getByRole('link', { name, exact: true })
        .first()
        .getAttribute('href')
      for (const path of under) await visit(`${one}${path}`)
    }
    await page.goto(`${URL()}/conventions?q=2026-0001`)
    const agreement = await page.getByRole('link', { name: '2026-0001' }).getAttribute('href')
    for (const path of OF_AGREEMENT) await visit(`${agreement}${path}`)
    for (const [from, link] of LINKED_FROM) {
      await page.goto(`${URL()}${agreement}${from}`)
      const links = await page
        .locator('main a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
      const found = links.find((href) => link.test(href ?? ''))
      expect(found, `${from || 'la convention'} mène à ${link.source}`).toBeTruthy()
      await visit(found ?? '')
    }
    for (const [reference, under] of [
      ['2026-0004', OF_DRAFT],
      ['2026-0006', OF_SIGNING],
    ] as const) {
      await page.goto(`${URL()}/conventions?q=${reference}`)
      const draft = await page.getByRole('link', { name: reference }).getAttribute('href')
      for (const path of under) await visit(`${draft}${path}`)
    }
  })
}

test('les pages publiques ne déposent aucun témoin, n’appellent personne d’autre et restent légères', async ({
  page,
}) => {
  const weights = new Map<string, number>()
  let sum = 0
  page.on('response', async (response) => {
    expect(new globalThis.URL(response.url()).origin, response.url()).toBe(URL())
    sum += gzipSync(await response.body().catch(() => Buffer.alloc(0))).length
  })
  for (const path of ['/', '/lieux', '/le-reseau', '/lieux?vue=les-deux']) {
    sum = 0
    await page.goto(URL() + path, { waitUntil: 'networkidle' })
    weights.set(path, sum)
  }
  expect(await page.context().cookies()).toEqual([])
  for (const [path, weight] of weights) {
    expect(weight, `${path} : ${weight} octets`).toBeLessThanOrEqual(
      path === '/lieux?vue=les-deux' ? 120_000 : 60_000,
    )
  }
})
