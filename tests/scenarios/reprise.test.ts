import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { aPlace } from '../../src/modules/agreements/testing.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp({ today: day('2026-06-17') })
const FORM = '/conventions/reprise'
let officer: Browser

beforeAll(async () => {
  officer = await app.signIn('officer')
  await aPlace(app.context(), 'Cyberbase du port')
})

const PARTNER = { partenaire: 'Association des villes en réseau', nature: 'association', commune: 'Paris' }

/** What a person types for an agreement of the third template, signed in 2015. */
const of2015 = {
  ...PARTNER,
  modele: 'villes-internet',
  signe_tete: '12/03/2015',
  signe_partenaire: '20/03/2015',
  representant: 'Ana Rivière',
  qualite: 'présidente',
}

const bespoke = {
  ...PARTNER,
  modele: 'particuliers',
  duree: '2',
  reconduction: 'tacit',
  reconduction_ans: '1',
  denonciation: 'oui',
  denonciation_mois: '2',
  art_reconduction: '9',
  signe_tete: '01/09/2024',
  signe_partenaire: '15/09/2024',
}

type Fields = Record<string, string | File>

async function previewed(fields: Fields) {
  return read(await officer.post(FORM, fields))
}

/** Sends the form twice: to see what is deduced, then to record it. The file goes once, as in a browser. */
async function takenOver({ document, ...fields }: Fields) {
  const shown = await previewed({ ...fields, ...(document && { document }) })
  expect(shown.status, shown.problems.join(' ')).toBe(200)
  const done = await officer.post(FORM, {
    ...(fields as Record<string, string>),
    document_recu: shown.value('document_recu') ?? '',
    confirme: shown.value('confirme') ?? '',
  })
  expect(done.status, (await read(done.clone())).problems.join(' ')).toBe(303)
  return { shown, address: done.headers.get('location') ?? '' }
}

async function counts() {
  const { rows } = await sql<{ n: string }>`select (select count(*) from agreements.agreement) || '/' ||
    (select count(*) from agreements.act) || '/' || (select count(*) from agreements.takeover) || '/' ||
    (select count(*) from identity.organisation) n`.execute(app.services.db)
  return rows[0]?.n
}

const scan = () => new File([`%PDF-1.7 ${'convention signée '.repeat(4)}`], 'convention-2015.pdf')

describe('Reprendre une convention signée en 2015 (AGR-11, AGR-120)', () => {
  it('montre la période tacite et son rang du jour, sans aucune date tapée pour cela', async () => {
    const before = await counts()
    const shown = await previewed({ ...of2015, reference: 'VI-2015' })
    expect(shown.text).toContain('C’est sa 10e période, par reconduction tacite.')
    expect(shown.text).toContain('En vigueur, reconduite jusqu’au 19 mars 2027')
    expect(await counts()).toBe(before)

    const { address } = await takenOver({ ...of2015, reference: 'VI-2015', document: scan() })
    const page = await read(await officer.get(address))
    expect(page.text).toContain('En vigueur, reconduite jusqu’au 19 mars 2027, puis d’année en année.')
    expect(page.text).toContain('Reconduction tacite : 10e période')
    expect(page.text).toContain('Une convention reprise')
    expect(page.text).not.toContain('Le texte a encore des blancs')
  })

  it('garde le document avec son empreinte, et le rend tel quel', async () => {
    const { address } = await takenOver({ ...of2015, reference: 'VI-2015-B', document: scan() })
    const page = await read(await officer.get(address))
    expect(page.text).toContain('convention-2015.pdf')
    const file = await officer.get(`${address}/document-signe`)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(await file.text()).toBe(await scan().text())
  })

  it('n’invente rien : ce que personne ne sait est dit inconnu', async () => {
    const { representant: _r, qualite: _q, signe_partenaire: _s, ...partly } = of2015
    const { shown, address } = await takenOver({ ...partly, reference: 'VI-INCONNU' })
    expect(shown.text).toContain(
      'Resteront inconnus : Représentant du co-contractant ; Date de signature du co-contractant ; Lieux listés.',
    )
    const page = await read(await officer.get(address))
    expect(page.text).toContain('Une signature manque encore')
    expect(page.text).toContain('Date de signature du co-contractantInconnu')
  })

  it('relève des termes particuliers, et renvoie au document pour le texte', async () => {
    const { address } = await takenOver({ ...bespoke, reference: 'PART-1' })
    const page = await read(await officer.get(address))
    expect(page.text).toContain('Texte : voir le document signé.')
    expect(page.text).toContain('En vigueur : première période jusqu’au 14 septembre 2026')
    expect(page.text).toContain('Mise en demeure et résiliationInconnu')
    expect(page.text).toContain('14 juillet 2026')
  })

  it('compte ce qui s’est passé depuis, dans l’ordre des dates : une dénonciation, un lieu, une réunion', async () => {
    const { address } = await takenOver({
      ...of2015,
      reference: 'VI-SUITE',
      lieux: 'cyberbase du port, Honfleur',
      acte1: 'denunciation',
      acte1_date: '05/05/2026',
      acte1_partie: 'partenaire',
      acte2: 'meeting',
      acte2_date: '10/10/2019',
    })
    const page = await read(await officer.get(address))
    expect(page.text).toContain('Dénoncée : elle produit ses effets jusqu’au 5 août 2026 inclus.')
    expect(page.text).toContain('Cyberbase du port')
    const history = await read(await officer.get(`${address}/historique`))
    expect(history.texts('tbody th').filter((text) => text.startsWith('Réunion'))).toHaveLength(1)
  })

  it('une reconduction expresse de 2018 prolonge, une autre qui manque laisse échoir (001 art. 10)', async () => {
    const fields = {
      ...{ ...of2015, modele: 'canope', reference: 'CAN-2015' },
      ...{ acte1: 'renewal', acte1_date: '01/02/2018', acte1_duree: '3' },
    }
    const { address } = await takenOver(fields)
    expect((await read(await officer.get(address))).text).toContain('Arrivée à son terme le 19 mars 2021.')
  })
})

describe('Ce que la page refuse, et pourquoi', () => {
  it.each([
    [{ modele: '' }, 'Choisissez un modèle, ou les termes particuliers.'],
    [
      { signe_tete: '30/02/2015' },
      'Cette date n’existe pas dans le calendrier. Écrivez-la ainsi : 17/06/2026.',
    ],
    [
      { signe_tete: '18/06/2026' },
      'Cet acte est daté du 18 juin 2026 : il ne pourra être enregistré qu’à partir de ce jour.',
    ],
    [{ acte2_date: '01/01/2020' }, 'Acte 2 : choisissez de quel acte il s’agit.'],
    [{ acte3: 'denunciation', acte3_date: '01/01/2020' }, 'Acte 3 : dites quelle partie l’a envoyé.'],
    [{ acte1: 'renewal', acte1_date: '01/01/2018' }, 'Acte 1 : la durée de la reconduction est obligatoire.'],
    [
      { lieux: 'Salle qui n’existe pas' },
      'Aucun lieu de l’annuaire ne s’appelle « Salle qui n’existe pas » : vérifiez l’orthographe, ou ajoutez d’abord le lieu.',
    ],
    [
      { reference: '2026-0042' },
      'La référence 2026-0042 commence par une année que le réseau numérote lui-même : laissez vide, ou écrivez celle du document autrement.',
    ],
    [{ modele: 'particuliers' }, 'Indiquez la durée écrite dans le document, en années.'],
  ])('%o, et rien de ce qui était écrit n’est perdu', async (wrong, sentence) => {
    const before = await counts()
    const shown = await previewed({ ...of2015, ...wrong })
    expect([shown.status, shown.problems]).toEqual([422, [sentence]])
    expect(shown.value('representant')).toBe('Ana Rivière')
    expect(await counts()).toBe(before)
  })

  it('un fichier qui n’est pas un document', async () => {
    const shown = await previewed({ ...of2015, document: new File(['<script>'], 'convention.pdf') })
    expect(shown.problems).toEqual([
      'Ce fichier n’est ni un PDF, ni une image, ni un document Word (.docx) lisible.',
    ])
  })

  it('une référence déjà prise', async () => {
    await takenOver({ ...of2015, reference: 'DOUBLE' })
    const shown = await previewed({ ...of2015, reference: 'DOUBLE' })
    const again = await read(
      await officer.post(FORM, {
        ...of2015,
        reference: 'DOUBLE',
        document_recu: '',
        confirme: shown.value('confirme') ?? '',
      }),
    )
    expect(again.problems[0]).toContain('La référence DOUBLE est déjà celle d’une convention du réseau')
  })

  it('un document que la page ne portait pas : personne ne nomme le fichier d’un autre', async () => {
    const forged = `x|${'a'.repeat(64)}|application/pdf|secret.pdf`
    const { address } = await takenOver({ ...of2015, reference: 'FORGE', document_recu: forged })
    expect((await officer.get(`${address}/document-signe`)).status).toBe(404)
  })
})

describe('Qui ne peut pas', () => {
  it.each(['partner', 'reader', 'auditor'] as const)('%s', async (role) => {
    expect((await (await app.signIn(role)).get(FORM)).status).toBe(403)
  })
})

describe('Reprendre un tableau de conventions', () => {
  const header = 'reference;structure;modele;siret;signe_le_chef_de_file;signe_le_partenaire;lieux'
  const table = (...rows: string[]) => new File([[header, ...rows].join('\r\n')], 'conventions.csv')

  async function received(file: File): Promise<string> {
    const sent = await officer.post('/conventions/reprise/imports', { tableau: file })
    expect(sent.status, (await read(sent.clone())).problems.join(' ')).toBe(303)
    return sent.headers.get('location') ?? ''
  }

  const rows = [
    'T-1;Commune de Valmer;villes-internet;;12/03/2015;2015-03-20;Cyberbase du port',
    'T-2;Commune d’Orval;normandie-connectee;;01/02/2023;01/02/2023;',
    'T-3;Commune sans date;canope;;;;',
    'T-4;Commune de travers;modele-perdu;123;31/02/2015;;Salle perdue',
    'T-1;Commune de Valmer;canope;;;;',
    ';Commune sans référence;canope;;;;',
  ]

  it('est lu sans rien enregistrer : ce qui serait repris, et chaque ligne à corriger par son numéro', async () => {
    const before = await counts()
    const report = await read(await officer.get(await received(table(...rows))))
    expect(report.text).toContain('3 conventions seraient reprises')
    expect(report.text).toContain('3 lignes sont à corriger')
    const wrong = report.texts('tbody tr').find((text) => text.startsWith('5'))
    for (const part of ['modele-perdu', '« 123 »', '31/02/2015', 'Salle perdue'])
      expect(wrong).toContain(part)
    expect(report.text).toContain('La référence T-1 est déjà plus haut dans le tableau.')
    expect(report.text).toContain('En vigueur, reconduite jusqu’au 19 mars 2027')
    expect(await counts()).toBe(before)
  })

  it('puis enregistré par un travail de fond ; envoyé deux fois, il ne reprend rien de plus', async () => {
    const address = await received(table(...rows))
    const confirmed = await officer.post(`${address}/enregistrement`)
    expect(confirmed.status, (await read(confirmed.clone())).problems.join()).toBe(303)
    await app.runJobs()
    const outcome = await read(await officer.get(address))
    expect(outcome.text).toContain('La reprise est terminée')
    expect(outcome.text).toContain('Conventions reprises3')

    const before = await counts()
    const again = await received(table(...rows))
    expect((await read(await officer.get(again))).text).toContain('3 sont déjà là')
    await officer.post(`${again}/enregistrement`)
    await app.runJobs()
    expect(await counts()).toBe(before)
    const list = await read(await officer.get('/conventions?q=T-1'))
    expect(list.text).toContain('Commune de Valmer')
  })

  it('se confirme une seule fois', async () => {
    const address = await received(table('T-9;Commune neuve;canope;;;;'))
    const answers = await Promise.all([1, 2].map(() => officer.post(`${address}/enregistrement`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    await app.runJobs()
  })

  it.each([
    [new File(['nom;ville\nA;B'], 'a.csv'), 'Il manque une colonne : reference, structure, modele.'],
    [new File([header], 'a.csv'), 'Ce tableau n’a aucune ligne sous ses titres.'],
  ])('dit pourquoi il ne se lit pas', async (file, sentence) => {
    const shown = await read(await officer.post('/conventions/reprise/imports', { tableau: file }))
    expect(shown.problems.join()).toContain(sentence)
  })

  it('a un modèle qui se relit tel quel', async () => {
    const model = await (await officer.get('/conventions/reprise/modele.csv')).arrayBuffer()
    const report = await read(await officer.get(await received(new File([model], 'modele.csv'))))
    expect(report.text).toContain('Aucun lieu de l’annuaire ne s’appelle « Médiathèque »')
  })
})
