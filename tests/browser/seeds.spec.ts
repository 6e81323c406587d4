import { type Browser, expect, type Page, test } from '@playwright/test'
import {
  approve,
  draftWith,
  joinAuthority,
  listPlace,
  SCAN,
  signOnline,
  signOnPaper,
} from './agreement-acts.ts'
import { Installation } from './app.ts'
import { expectPdf } from './pdf.ts'
import { follow, heading, main, person, press, status } from './people.ts'
import { enterAs, expectAccessible } from './reading.ts'

const PARTNER = 'Val de Mer'
const MANAGER = 'malik.roussel@demonstration.example'
const SALINES = 'Maison numérique des Salines'
const RECYCLERIE = 'La Recyclerie connectée'

test.use({ actionTimeout: 10_000 })

/** The officer of the network and the manager of one of its partners, each in a browser of their own. */
async function both(browser: Browser, url: string, javaScriptEnabled = true) {
  const officer = await person(browser, javaScriptEnabled)
  const manager = await person(browser, javaScriptEnabled)
  await enterAs(officer, url, 'Claire Maurel')
  await enterAs(manager, url, 'Malik Roussel')
  return { officer, manager }
}

/** A story on an installation of its own, begun on that day. */
function story(
  title: string,
  from: string,
  tell: (about: {
    installation: Installation
    browser: Browser
    audit: (page: Page) => Promise<void>
  }) => Promise<void>,
  javaScriptEnabled = true,
): void {
  test(`${title}, ${javaScriptEnabled ? 'avec' : 'sans'} JavaScript`, async ({ browser }) => {
    test.setTimeout(480_000)
    const installation = await Installation.create()
    try {
      await installation.startOn(from)
      // axe is itself a script of the page.
      const audit = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve())
      await tell({ installation, browser, audit })
    } finally {
      await installation.remove()
    }
  })
}

for (const javaScriptEnabled of [true, false]) {
  story(
    '000, le réseau d’une Région : négociée, signée, labellisée, résiliée (AGR-117, AGR-118, AGR-125)',
    '2026-06-17',
    async ({ installation, browser, audit }) => {
      const { url } = installation
      const { officer, manager } = await both(browser, url, javaScriptEnabled)
      let agreement = ''

      await test.step('le projet : ses blancs, ses deux listes de lieux, l’acte de chaque partie', async () => {
        agreement = await draftWith(officer, url, {
          partner: PARTNER,
          template: /Normandie Connectée/,
          signer: ['Sophie Tanguy', 'présidente'],
        })
        await listPlace(officer, agreement, SALINES, 'Espaces publics numériques')
        await listPlace(officer, agreement, RECYCLERIE, 'Tiers-lieux')
        await officer.goto(agreement)
        await expect(main(officer)).toContainText('Des pièces manquent pour signer en ligne')
        await joinAuthority(officer, agreement, 'region')
        await officer.goto(`${agreement}/negociation`)
        await follow(officer, 'Partager le projet')
        await press(officer, /Partager le projet avec/)
        await expect(status(officer)).toContainText(PARTNER)
        await joinAuthority(manager, agreement, 'cocontractant')
        await audit(officer)
      })

      await test.step('le partenaire propose, la Région accepte, les deux approuvent un même texte', async () => {
        await manager.goto(`${agreement}/negociation/articles/objet`)
        const text = manager.getByLabel('Texte de l’article')
        await text.fill(`${await text.inputValue()}\n\nLes ateliers itinérants comptent comme des lieux.`)
        await press(manager, 'Proposer ce texte à l’autre partie')
        await expect(status(manager)).toBeVisible()
        await officer.goto(`${agreement}/negociation/articles/objet`)
        await expect(main(officer)).toContainText('Les ateliers itinérants comptent comme des lieux.')
        await audit(officer)
        await press(officer, 'Accepter cette proposition')
        await approve(officer, agreement)
        await approve(manager, agreement)
        await manager.goto(agreement)
        await expect(main(manager)).toContainText('Chaque partie a approuvé ce texte pour signature.')
      })

      await test.step('la Région signe sur papier, le partenaire en ligne avec un code reçu par courriel', async () => {
        await officer.goto(agreement)
        await follow(officer, 'Ouvrir la signature en ligne')
        await officer
          .getByRole('group', { name: 'Qui signe pour Région Estuaire ?' })
          .getByRole('radio', { name: 'Sur papier' })
          .check()
        await officer.getByRole('radio', { name: /Malik Roussel/ }).check()
        await officer.getByRole('radio', { name: 'Dans n’importe quel ordre' }).check()
        await press(officer, 'Figer le texte et appeler à signer')
        await expect(status(officer)).toBeVisible()
        await signOnline(manager, url, agreement, MANAGER)
        await signOnPaper(officer, agreement, 'Région Estuaire', '12/06/2026')
        await officer.goto(agreement)
        await expect(main(officer)).toContainText('première période jusqu’au 16 juin 2029')
        await audit(officer)
      })

      await test.step('ses documents se lisent ailleurs : convention, texte consolidé, fiche des termes', async () => {
        await expectPdf(officer, `${agreement}/documents/convention/pdf`, {
          title: /Convention/,
          words: [PARTNER, SALINES, RECYCLERIE, 'Les ateliers itinérants comptent comme des lieux.'],
        })
        await expectPdf(manager, `${agreement}/documents/texte-consolide/pdf`, {
          title: /consolidé/,
          words: ['Les ateliers itinérants comptent comme des lieux.'],
        })
        await expectPdf(officer, `${agreement}/documents/fiche-des-termes/pdf`, {
          title: /Fiche des termes/,
          words: ['16 juin 2029', 'trois ans'],
        })
      })

      await test.step('le label est attribué : le public le voit', async () => {
        await officer.goto(`${agreement}/labels/attribution`)
        await officer.getByRole('radio', { name: 'Tiers-Lieux Normandie' }).check()
        await officer.getByRole('checkbox', { name: RECYCLERIE }).check()
        await press(officer, 'Attribuer le label')
        expect(await labelled(officer, url)).toBe(true)
      })

      await test.step('une mise en demeure se prépare en PDF, puis se dépose', async () => {
        await officer.goto(agreement)
        await follow(officer, 'Préparer un courrier')
        await officer.goto(`${agreement}/lettres/nouvelle?objet=mise-en-demeure`)
        await officer.getByRole('radio', { name: 'Région Estuaire' }).check()
        await officer.getByLabel('Manquements reprochés').fill('Article 4 : aucun accueil depuis mars.')
        await officer.getByRole('radio', { name: 'La convention entière' }).check()
        await officer.getByLabel('Jour prévu du dépôt à La Poste').fill('17/06/2026')
        await press(officer, 'Préparer la lettre')
        await expect(status(officer)).toBeVisible()
        await audit(officer)
        const letter = officer.url().split('/').at(-1)
        await expectPdf(officer, `${agreement}/documents/lettre-${letter}/pdf`, {
          title: /[Mm]ise en demeure/,
          words: ['Article 4 : aucun accueil depuis mars.', 'article 12', '17 juillet 2026'],
        })
        await officer.goto(`${agreement}/lettres/${letter}/depot`)
        await officer.getByLabel('Date du bordereau de dépôt').fill('17/06/2026')
        await officer.getByLabel('Scan du bordereau').setInputFiles(SCAN)
        await press(officer, 'Enregistrer le dépôt')
        await expect(heading(officer)).toHaveText('Enregistrer une mise en demeure')
        await recordSeen(officer, 'Enregistrer la mise en demeure')
        await officer.goto(agreement)
        await expect(main(officer)).toContainText('Dernier jour pour réparer : 17 juillet 2026')
      })

      await test.step('le trente et unième jour, la seconde lettre : le label n’est plus montré', async () => {
        await installation.startOn('2026-07-18')
        const then = await person(browser, javaScriptEnabled)
        await enterAs(then, installation.url, 'Claire Maurel')
        const address = agreement.replace(url, installation.url)
        await then.goto(address)
        await follow(then, 'Enregistrer une résiliation')
        await then.getByRole('radio', { name: 'Région Estuaire', exact: true }).check()
        await then.getByRole('radio', { name: 'La convention entière' }).check()
        await then.getByRole('radio', { name: 'Lettre recommandée avec avis de réception' }).check()
        await then.getByLabel('Jour d’envoi ou de notification').fill('18/07/2026')
        await recordSeen(then, 'Enregistrer la résiliation', audit)
        await installation.startOn('2026-07-19')
        expect(await labelled(await person(browser, javaScriptEnabled), installation.url)).toBe(false)
      })
    },
    javaScriptEnabled,
  )
}

story(
  '001, l’État et un réseau d’ateliers : reconduite par un acte, comptes rendus validés, différend, puis échue (AGR-121, AGR-129)',
  '2026-06-17',
  async ({ installation, browser, audit }) => {
    const { url } = installation
    const { officer, manager } = await both(browser, url)
    let agreement = ''

    await test.step('signée sur papier par les deux, elle ne se reconduit pas d’elle-même', async () => {
      await proposeEveryTemplate(officer, url)
      agreement = await draftWith(officer, url, {
        partner: PARTNER,
        template: /réseau national d’ateliers/,
        signer: ['Sophie Tanguy', 'présidente'],
      })
      await shareAndSignOnPaper(officer, agreement, '20/06/2023')
      await officer.goto(agreement)
      await expect(main(officer)).toContainText('En vigueur jusqu’au 19 juin 2026 inclus.')
      await expect(main(officer)).toContainText('Rien ne reconduit cette convention d’elle-même (art. 10)')
      await audit(officer)
    })

    await test.step('les deux parties signent une reconduction de deux ans', async () => {
      for (const party of ['Région Estuaire', PARTNER]) {
        await officer.goto(`${agreement}/renouvellement`)
        await officer.getByLabel('Durée de la reconduction').fill('2')
        const choice = officer.getByRole('radio', { name: party, exact: true })
        if ((await choice.count()) > 0) await choice.check()
        await fillSigner(officer, '17/06/2026')
        await recordSeen(officer, 'Enregistrer la signature')
      }
      await officer.goto(agreement)
      await expect(main(officer)).toContainText('En vigueur jusqu’au 19 juin 2028 inclus.')
    })

    await test.step('le compte rendu du comité est validé par les deux', async () => {
      await officer.goto(`${agreement}/reunions/nouvelle`)
      await officer.getByRole('radio', { name: 'Comité de pilotage' }).check()
      await officer.getByLabel('Jour de la réunion').fill('16/06/2026')
      await officer.getByLabel('Personnes présentes').fill('Une personne de chaque partie')
      await officer.getByLabel('Compte rendu').setInputFiles(SCAN)
      await press(officer, 'Enregistrer la réunion')
      await officer.goto(agreement)
      await follow(officer, /Comité de pilotage du 16 juin 2026/)
      const meeting = officer.url()
      await audit(officer)
      for (const page of [officer, manager]) {
        await page.goto(meeting)
        await page.getByRole('radio', { name: 'Je valide cette version du compte rendu' }).check()
        await press(page, 'Envoyer cette réponse')
        await expect(status(page)).toBeVisible()
      }
      await expect(main(manager).locator('.tag', { hasText: 'Validé' }).first()).toBeVisible()
    })

    await test.step('une lettre signale un différend ; non réclamée, elle compte de sa première présentation', async () => {
      await officer.goto(`${agreement}/lettres/nouvelle?objet=differend`)
      await officer.getByRole('radio', { name: 'Région Estuaire' }).check()
      await officer.getByLabel('Objet du désaccord').fill('Le nombre d’ateliers ouverts au public.')
      await officer.getByLabel(/Jour prévu/).fill('17/06/2026')
      await press(officer, 'Préparer la lettre')
      await expect(status(officer)).toBeVisible()
      const letter = officer.url().split('/').at(-1)
      await expectPdf(officer, `${agreement}/documents/lettre-${letter}/pdf`, {
        title: /différend/,
        words: ['Le nombre d’ateliers ouverts au public.', 'article 13', 'trente jours'],
      })
      await officer.goto(`${agreement}/differends/nouveau`)
      await officer.getByRole('radio', { name: 'Région Estuaire', exact: true }).check()
      await officer.getByLabel('Ce qui oppose les parties').fill('Le nombre d’ateliers')
      await officer.getByLabel('Date de dépôt de la lettre recommandée').fill('01/06/2026')
      await press(officer, 'Ouvrir le différend')
      for (const [fact, day] of [
        ['Première présentation', '03/06/2026'],
        ['Retour : le pli n’a pas été réclamé', '17/06/2026'],
      ] as const) {
        await officer.goto(agreement)
        await follow(officer, 'Enregistrer la réception de la lettre')
        await officer.getByRole('radio', { name: fact }).check()
        await officer.getByLabel('Jour de ce fait').fill(day)
        await recordSeen(officer, 'Enregistrer ce suivi')
      }
      await officer.goto(agreement)
      await expect(main(officer)).toContainText('Recherche d’un accord jusqu’au 3 juillet 2026')
      await expect(main(officer)).toContainText('à partir du 4 juillet 2026')
      await expectPdf(manager, `${agreement}/documents/fiche-des-termes/pdf`, {
        title: /Fiche des termes/,
        words: ['19 juin 2028'],
      })
    })

    await test.step('sans autre acte, elle est échue le lendemain de son terme', async () => {
      await installation.startOn('2028-06-20')
      const then = await person(browser)
      await enterAs(then, installation.url, 'Claire Maurel')
      await then.goto(agreement.replace(url, installation.url))
      await expect(main(then)).toContainText('Arrivée à son terme le 19 juin 2028.')
      await expect(main(then)).toContainText('Aucun acte ne peut plus la changer')
      await audit(then)
    })
  },
)

story(
  '002, les territoires apprenants : décision publiée, pas de dénonciation, un vote favorable ne reconduit rien (AGR-122, AGR-131)',
  '2026-06-17',
  async ({ installation, browser, audit }) => {
    const home = `${installation.url}/n/baie`
    const officer = await person(browser)
    await enterAs(officer, home, 'Louise Hamelin')
    await officer.goto(`${home}/conventions`)
    await follow(officer, '2026-0001')
    const agreement = officer.url()

    await test.step('une décision sans voies de recours ne se publie pas ; avec elles, chacun la lit', async () => {
      await officer.goto(`${home}/decisions/nouvelle`)
      await officer.getByRole('radio', { name: 'Décision' }).check()
      await officer.getByLabel('Référence').fill('P017')
      await officer.getByLabel('Qui a décidé').fill('Présidente du Département de la Baie')
      await officer.getByLabel('Objet').fill('Adhésion d’un bassin au réseau')
      await officer.getByLabel('Date de la décision').fill('10/06/2026')
      await officer.getByLabel('Textes sur lesquels elle s’appuie').fill('Délibération du 4 mai 2026.')
      await officer.getByLabel('Texte de la décision').fill('Le bassin adhère au réseau.')
      await press(officer, 'Préparer la décision')
      await expect(main(officer)).toContainText('Elle ne peut pas encore être publiée')
      const decision = officer.url()
      await officer.goto(`${decision}/projet`)
      await officer
        .getByLabel('Délais et voies de recours')
        .fill('Devant le tribunal administratif de Caen, dans les deux mois de sa publication.')
      await officer.getByLabel('Transmise au représentant de l’État le').fill('11/06/2026')
      await press(officer, 'Enregistrer le projet')
      await officer.getByLabel('Jour de la publication').fill('12/06/2026')
      await press(officer, 'Publier la décision')
      const visitor = await person(browser)
      await visitor.goto(decision)
      await expect(main(visitor)).toContainText('À vérifier : un tiers pourrait la contester')
      await expect(main(visitor)).toContainText('tribunal administratif de Caen')
      await audit(visitor)
      await expectPdf(visitor, `${decision}/decision.pdf`, {
        title: /P017/,
        words: ['Le bassin adhère au réseau.', 'tribunal administratif de Caen'],
      })
    })

    await test.step('elle dit ce qu’elle ne prévoit pas, et ce qu’elle prête', async () => {
      await officer.goto(agreement)
      await expect(main(officer)).toContainText('Cette convention ne prévoit pas de dénonciation')
      await expectPdf(officer, `${agreement}/documents/fiche-des-termes/pdf`, {
        title: /Fiche des termes/,
        words: ['Prêt de matériel', 'trente jours au plus'],
      })
    })

    await test.step('le comité vote pour la reconduction, personne ne la signe', async () => {
      await follow(officer, /Comité du réseau du/)
      await follow(officer, /Enregistrer une décision/)
      await officer.getByLabel('Ce qui a été mis au vote').fill('Reconduire la convention')
      await officer.getByRole('checkbox', { name: /reconduction de la convention/ }).check()
      for (const vote of await officer.getByRole('radio', { name: /^Pour/ }).all()) await vote.check()
      await press(officer, 'Enregistrer la décision')
      await expect(status(officer)).toBeVisible()
      await officer.goto(agreement)
      await expect(main(officer)).toContainText('En vigueur jusqu’au 18 juillet 2026 inclus.')
    })

    await test.step('au lendemain du terme, elle est échue, et la page en prévient', async () => {
      await installation.startOn('2026-07-19')
      const then = await person(browser)
      await enterAs(then, `${installation.url}/n/baie`, 'Louise Hamelin')
      await then.goto(agreement.replace(home, `${installation.url}/n/baie`))
      await expect(main(then)).toContainText('Arrivée à son terme le 18 juillet 2026.')
      await expect(main(then)).toContainText('Le renouvellement est décidé, mais l’acte n’est pas signé.')
      await audit(then)
    })
  },
)

story(
  '003, l’État et une association : reprise d’un seul formulaire, tacite depuis 2015, une promotion attend (AGR-120, AGR-130)',
  '2026-06-17',
  async ({ installation, browser, audit }) => {
    const { url } = installation
    const { officer, manager } = await both(browser, url)
    let agreement = ''

    await test.step('son modèle, incomplet, ne se propose plus', async () => {
      await proposeEveryTemplate(officer, url)
      await officer.goto(`${url}/conventions/modeles/villes-internet`)
      await expect(main(officer)).toContainText('on n’en tire pas de nouvelle convention')
      await officer.goto(`${url}/conventions/nouvelle`)
      await expect(main(officer)).not.toContainText('association de collectivités numériques')
    })

    await test.step('la convention de 2015 est reprise : période et rang viennent de ses dates', async () => {
      await officer.goto(`${url}/conventions`)
      await follow(officer, 'Reprendre une convention déjà signée')
      await officer.getByLabel('Nom', { exact: true }).fill(PARTNER)
      await officer.getByLabel('Nature').first().selectOption({ label: 'Intercommunalité (EPCI)' })
      await officer.getByLabel('Référence').fill('VI-2015')
      await officer.getByLabel('Scan ou fichier Word').setInputFiles(SCAN)
      await officer.getByRole('radio', { name: /association de collectivités/ }).check()
      await officer.getByLabel(/Signé par Région Estuaire le/).fill('12/03/2015')
      await officer.getByLabel(/Signé par le co-contractant le/).fill('20/03/2015')
      await press(officer, 'Voir ce qui en serait déduit')
      await expect(main(officer)).toContainText('C’est sa 10e période, par reconduction tacite.')
      await audit(officer)
      await press(officer, 'Reprendre cette convention')
      await expect(status(officer)).toBeVisible()
      await officer.goto(`${url}/conventions?q=VI-2015`)
      await follow(officer, 'VI-2015')
      agreement = officer.url()
      await expect(main(officer)).toContainText('En vigueur, reconduite jusqu’au 19 mars 2027')
      await expectPdf(officer, `${agreement}/documents/fiche-des-termes/pdf`, {
        title: /Fiche des termes/,
        words: ['19 mars 2027'],
      })
    })

    await test.step('une promotion demandée attend toujours après soixante jours, puis est accordée', async () => {
      await manager.goto(`${agreement}/communications/nouvelle`)
      await manager.getByRole('radio', { name: /Une opération de promotion/ }).check()
      await manager.getByLabel('Public visé').fill('Les habitants')
      await manager.getByLabel('Supports').fill('Affiches')
      await manager.getByLabel('Jour prévu de l’opération').fill('15/09/2026')
      await manager.getByLabel('Texte').fill('Le label se fête avec l’État.')
      await manager.getByRole('checkbox', { name: 'J’ai vérifié ces quatre points' }).check()
      await press(manager, 'Envoyer la demande')
      await expect(status(manager)).toBeVisible()
      await installation.startOn('2026-08-17')
      const then = await person(browser)
      await enterAs(then, installation.url, 'Claire Maurel')
      await then.goto(agreement.replace(url, installation.url))
      await follow(then, /Une opération de promotion/)
      await expect(main(then)).toContainText('En attente d’une réponse')
      await audit(then)
      await then.getByRole('radio', { name: 'Je donne mon accord' }).check()
      await press(then, 'Envoyer cette réponse')
      await expect(main(then)).toContainText('Après l’opération, un bilan court est dû')
    })
  },
)

story(
  '004, l’État et des employeurs : signée en ligne par les deux, dénoncée, puis la dénonciation retirée (AGR-124, AGR-132)',
  '2026-06-17',
  async ({ installation, browser, audit }) => {
    const { url } = installation
    const { officer, manager } = await both(browser, url)
    const director = await person(browser)
    await enterAs(director, url, 'Yann Belloir')
    let agreement = ''

    await test.step('le mandat de qui signe pour le chef de file', async () => {
      await officer.goto(`${url}/structures`)
      await main(officer).getByRole('link', { name: 'Région Estuaire' }).click()
      await follow(officer, 'Enregistrer un mandat')
      await officer.getByLabel('Nom et prénom').fill('Yann Belloir')
      await officer.getByLabel('Qualité').fill('directeur')
      await officer.getByLabel(/Son compte/).selectOption({ label: 'Yann Belloir' })
      await officer.getByRole('radio', { name: 'Arrêté ou décision de nomination' }).check()
      await officer.getByLabel('Premier jour').fill('01/04/2026')
      await press(officer, 'Enregistrer le mandat')
      await expect(status(officer)).toContainText('Le mandat est enregistré.')
    })

    await test.step('préparée, approuvée, signée en ligne par les deux parties', async () => {
      await proposeEveryTemplate(officer, url)
      agreement = await draftWith(officer, url, {
        partner: PARTNER,
        template: /organisation d’employeurs/,
        signer: ['Sophie Tanguy', 'présidente'],
      })
      await officer.goto(`${agreement}/negociation/partage`)
      await press(officer, /Partager le projet avec/)
      await approve(officer, agreement)
      await approve(manager, agreement)
      await officer.goto(`${agreement}/signature-en-ligne/ouverture`)
      await officer.getByRole('radio', { name: /Yann Belloir/ }).check()
      await officer.getByRole('radio', { name: /Malik Roussel/ }).check()
      await officer.getByRole('radio', { name: 'Le co-contractant d’abord' }).check()
      await press(officer, 'Figer le texte et appeler à signer')
      await signOnline(manager, url, agreement, MANAGER)
      await signOnline(director, url, agreement, 'yann.belloir@demonstration.example')
      await director.goto(agreement)
      await expect(main(director)).toContainText('En vigueur')
    })

    await test.step('le document final est scellé, et un autre programme le dit valide', async () => {
      const final = officer.getByRole('link', { name: /Document final/ })
      await expect(async () => {
        await officer.goto(`${agreement}/preuves`)
        await expect(final).toBeVisible({ timeout: 1000 })
      }).toPass()
      const address = new URL((await final.getAttribute('href')) ?? '', url).href
      await expectPdf(officer, address, { title: /Convention/, words: [PARTNER], seals: 3 })
    })

    await test.step('simuler, puis dénoncer : la conséquence d’abord', async () => {
      await officer.goto(`${agreement}/simulation`)
      await officer.getByRole('radio', { name: 'Une dénonciation' }).check()
      await officer.getByRole('radio', { name: PARTNER }).check()
      await officer.getByLabel('Le jour de l’envoi ou de la signature').fill('17/06/2026')
      await press(officer, 'Voir ce que cela change')
      await expect(main(officer)).toContainText('17 septembre 2026')
      await audit(officer)
      await officer.goto(`${agreement}/denonciation`)
      await officer.getByRole('radio', { name: PARTNER }).check()
      await officer.getByLabel('Date de dépôt de la lettre').fill('17/06/2026')
      await recordSeen(officer, 'Enregistrer la dénonciation', audit)
      await officer.goto(agreement)
      await expect(main(officer)).toContainText(
        'Dénoncée : elle produit ses effets jusqu’au 17 septembre 2026',
      )
      expect(await boardOf(officer, agreement)).toContain('17 septembre 2026')
    })

    await test.step('les deux parties la retirent : la convention reprend son cours', async () => {
      await officer.goto(agreement)
      await follow(officer, 'Retirer la dénonciation')
      await officer.getByRole('checkbox', { name: 'Région Estuaire' }).check()
      await officer.getByRole('checkbox', { name: PARTNER }).check()
      await officer.getByLabel('Jour du dernier accord').fill('17/06/2026')
      await recordSeen(officer, 'Enregistrer le retrait', audit)
      await officer.goto(agreement)
      await expect(main(officer)).not.toContainText('Dénoncée :')
      expect(await boardOf(officer, agreement)).not.toContain('17 septembre 2026')
    })
  },
)

/** The network offers the templates of the other seeds too. */
async function proposeEveryTemplate(officer: Page, home: string): Promise<void> {
  await officer.goto(`${home}/reglages/reseau`)
  for (const box of await officer.locator('[name="modeles"]').all()) await box.check()
  await main(officer)
    .getByRole('button', { name: /^Enregistrer/ })
    .first()
    .click()
  await expect(status(officer)).toBeVisible()
}

async function shareAndSignOnPaper(officer: Page, agreement: string, day: string): Promise<void> {
  await officer.goto(`${agreement}/negociation/partage`)
  await press(officer, /Partager le projet avec/)
  for (const party of ['Région Estuaire', PARTNER]) await signOnPaper(officer, agreement, party, day)
}

/** Whoever signed, when no mandate is chosen. */
async function fillSigner(officer: Page, day: string): Promise<void> {
  const other = officer.getByRole('radio', { name: 'Une autre personne' })
  if ((await other.count()) > 0) await other.check()
  await officer.getByLabel('Signataire').fill('Une personne')
  await officer.getByLabel('Qualité').fill('par délégation')
  await officer.getByLabel(/^Date écrite/).fill(day)
}

/** What the board says of that agreement. */
async function boardOf(officer: Page, agreement: string): Promise<string> {
  await officer.goto(agreement)
  const [reference = ''] = /\d{4}-\d{4}/.exec((await main(officer).textContent()) ?? '') ?? []
  await officer.goto(`${new URL(agreement).origin}/conventions/echeances?q=${reference}`)
  return (await main(officer).textContent()) ?? ''
}

/** Does the public page of the place carry the label? */
async function labelled(page: Page, url: string): Promise<boolean> {
  await page.goto(`${url}/lieux?q=${encodeURIComponent(RECYCLERIE)}`)
  await page.getByRole('link', { name: RECYCLERIE }).first().click()
  await expect(heading(page)).toContainText(RECYCLERIE)
  return (await page.locator('.tag', { hasText: 'Tiers-Lieux Normandie' }).count()) > 0
}

/** The consequence is read first; then the same page records the act. */
async function recordSeen(
  page: Page,
  button: string,
  audit: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await press(page, 'Voir ce que cela change')
  await expect(main(page)).toContainText('Rien n’est encore enregistré')
  await audit(page)
  await press(page, button)
  await expect(status(page)).toBeVisible()
}
