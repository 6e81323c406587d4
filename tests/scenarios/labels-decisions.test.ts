import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Id, newId } from '../../src/kernel/id.ts'
import { aPlace } from '../../src/modules/agreements/testing.ts'
import { aDelegation, anOrganisation } from '../../src/modules/identity/testing-organisations.ts'
import type { SchemeContent } from '../../src/modules/labels/domain/schemes/scheme.ts'
import {
  aDecidedLabel,
  aHeadWhoSigns,
  aProposedFile,
  OWN_MONTHS,
} from '../../src/modules/labels/testing-decisions.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp, words } from '../support.ts'

const app = useApp({ today: '2026-06-17' as never })
let officer: Browser
let power: { mandate: string; delegation: string; elsewhere: string }
let count = 0

beforeAll(async () => {
  const signing = await aHeadWhoSigns(app.context())
  const elsewhere = await aDelegation(app.context(), signing.head, signing.mandate, {
    holderName: 'Nadia Ferrand',
    subjects: ['equipment'],
  })
  power = {
    mandate: signing.mandate,
    delegation: `${signing.mandate}.${signing.delegation}`,
    elsewhere: `${signing.mandate}.${elsewhere}`,
  }
  officer = await app.signIn('officer')
})

interface File {
  candidature: Id<'application'>
  partner: Browser
  organisation: OrganisationId
  place: Id<'place'>
  label: Awaited<ReturnType<typeof aDecidedLabel>>
}

/** Une candidature proposée à la décision, et la personne qui répond pour la structure. */
async function candidature(content: Partial<SchemeContent> = {}): Promise<File> {
  const isTown = content.holderKind === 'collectivite'
  count += 1
  const context = app.context()
  const organisation = await anOrganisation(context, { name: `Commune ${count}` })
  const place = await aPlace(context, `Maison ${count}`)
  const code = `essai-${count}`
  const label = await aDecidedLabel(context, { code, name: `Label ${count}` }, { ...OWN_MONTHS, ...content })
  const holder = isTown
    ? ({ kind: 'organisation', id: organisation } as const)
    : ({ kind: 'place', id: place } as const)
  const id = await aProposedFile(context, label, { holder, applicant: organisation })
  const partner = await app.signIn('partner', { organisation })
  return { candidature: id, partner, organisation, place, label }
}

const VOIES = 'Tribunal administratif de Caen, dans un délai de deux mois.'
const accord = () => ({ sens: 'granted', signataire: power.mandate, date: '17/06/2026', effet: '17/06/2026' })
const refus = () => ({
  ...accord(),
  sens: 'refused',
  motifs: '# Accueil\n- horaires non affichés\n- accès fermé',
  motif_A1: 'Aucune preuve reçue',
  voies: VOIES,
  delai: '2',
})

type Fields = Record<string, string | string[]>

/** Relit la lettre, puis signe. */
async function sign(browser: Browser, address: string, fields: Fields): Promise<Response> {
  const shown = await read(await browser.post(address, fields))
  if (shown.problems.length > 0) throw new Error(shown.problems.join())
  return browser.post(address, { ...fields, confirme: shown.value('confirme') ?? '' })
}

async function decide(file: File, fields: Fields): Promise<string> {
  const address = `/decisions-labels/candidatures/${file.candidature}`
  const seen = (await read(await officer.get(address))).value('vu') ?? ''
  const answer = await sign(officer, address, { ...fields, vu: seen })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

async function rows(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await app.database.pool.query(text, values)).rows
}

async function awardOf({ candidature: id }: File): Promise<string> {
  const [row] = await rows('select id from labels.award where application_id = $1', [id])
  return String(row?.id)
}

async function status(award: string): Promise<string> {
  return (await read(await officer.get(`/attributions/${award}`))).texts('.summary .tag')[0] ?? ''
}

beforeEach(() => app.moveTo('2026-06-17'))

describe('Une décision et sa lettre', () => {
  it('LAB-60 : un refus sans voies de recours ne se signe pas ; avec elles, la lettre cite les motifs par critère et le délai court à la notification (LAB-15, LAB-16, LAB-52)', async () => {
    const file = await candidature()
    const address = `/decisions-labels/candidatures/${file.candidature}`
    const without = await officer.post(address, { ...refus(), voies: '', vu: '' })
    expect(without.status).toBe(422)
    const shown = await read(without)
    expect(shown.problems.join()).toContain('voies et délais de recours')
    expect(shown.links.some(({ href }) => href === '#champ-voies')).toBe(true)
    expect(shown.value('motifs')).toContain('horaires non affichés')
    expect(await rows('select 1 from labels.decision where application_id = $1', [file.candidature])).toEqual(
      [],
    )

    const decision = await decide(file, refus())
    await app.runJobs()
    const read1 = await read(await officer.get(decision))
    for (const said of ['horaires non affichés', 'Aucune preuve reçue', 'Tribunal administratif de Caen'])
      expect(read1.text).toContain(said)
    expect(read1.text).toContain('Le délai de recours ne court pas encore.')
    const mails = await rows(
      `select body from platform.mail where subject like 'Label Label%' order by written_at desc limit 1`,
    )
    expect(String(mails[0]?.body)).not.toMatch(/refus/i)

    app.moveTo('2026-06-20')
    const gate = await read(await file.partner.get(decision))
    expect(gate.text).not.toContain('horaires non affichés')
    expect((await file.partner.get(`${decision}/lettre.pdf`)).status).toBe(404)
    expect((await file.partner.post(`${decision}/ouverture`)).status).toBe(303)
    const opened = await read(await file.partner.get(decision))
    expect(opened.text).toContain('Notifiée le 20 juin 2026')
    expect(opened.text).toContain('Contestable jusqu’au 21 août 2026 inclus')
    expect(opened.text).toContain('horaires non affichés')
    app.moveTo('2026-06-25')
    await file.partner.post(`${decision}/ouverture`)
    expect((await read(await file.partner.get(decision))).text).toContain('Notifiée le 20 juin 2026')
    const letter = await file.partner.get(`${decision}/lettre.pdf`)
    expect(
      Buffer.from(await letter.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('un signataire sans délégation pour les labels est refusé, son champ nommé (LAB-52)', async () => {
    const file = await candidature()
    const address = `/decisions-labels/candidatures/${file.candidature}`
    for (const signataire of [power.elsewhere, '']) {
      const refused = await read(await officer.post(address, { ...refus(), signataire, vu: '' }))
      expect(refused.status).toBe(422)
      expect(refused.links.some(({ href }) => href === '#champ-signataire')).toBe(true)
    }
    const decision = await decide(file, { ...refus(), signataire: power.delegation })
    expect((await read(await officer.get(decision))).text).toContain('par délégation de Odile Marchand')
  })

  it('une réserve s’écrit avec sa date, et se lit dans la lettre (LAB-15)', async () => {
    const file = await candidature()
    const fields = { ...refus(), sens: 'granted_with_reserve' }
    const address = `/decisions-labels/candidatures/${file.candidature}`
    expect((await read(await officer.post(address, { ...fields, vu: '' }))).problems.join()).toContain(
      'réserve',
    )
    const reserves = { reserve_texte: ['Afficher les horaires', ''], reserve_date: ['01/09/2026', ''] }
    const decision = await decide(file, { ...fields, ...reserves })
    expect((await read(await officer.get(decision))).text).toContain(
      'Afficher les horaires (au plus tard le 1er septembre 2026)',
    )
  })

  it('une lettre recommandée retournée notifie par sa présentation ; sans date connue, rien ne court (LAB-16)', async () => {
    const file = await candidature()
    const decision = await decide(file, refus())
    app.moveTo('2026-07-10')
    const note = (fait: string, le: string) =>
      officer.post(`${decision}/notification`, { fait, le, suivi: '1A' })
    expect((await read(await note('received', '16/06/2026'))).problems.join()).toContain(
      'avant celle de la décision',
    )
    await note('posted', '18/06/2026')
    await note('presented', '19/06/2026')
    expect((await read(await officer.get(decision))).text).toContain('Pas encore notifiée')
    await note('returned', '06/07/2026')
    const shown = await read(await officer.get(decision))
    expect(shown.text).toContain('Notifiée le 19 juin 2026 (lettre recommandée présentée, puis retournée)')
    expect(shown.text).toContain('Contestable jusqu’au 20 août 2026 inclus')
  })
})

describe('Deux personnes à la fois', () => {
  it('LAB-85 : deux signent la décision en même temps, une seule décision existe (LAB-53)', async () => {
    const file = await candidature()
    const address = `/decisions-labels/candidatures/${file.candidature}`
    const colleague = await app.signIn('officer')
    const fields = { ...accord(), vu: '' }
    const [one, other] = [officer, colleague]
    const ready = await Promise.all(
      [one, other].map(async (who) => ({ who, shown: await read(await who.post(address, fields)) })),
    )
    const answers = await Promise.all(
      ready.map(({ who, shown }) =>
        who.post(address, { ...fields, confirme: shown.value('confirme') ?? '' }),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409])
    const late = answers.find((answer) => answer.status === 409)
    expect((await read(late as Response)).problems.join()).toContain('vient d’être décidée')
    expect(
      await rows('select 1 from labels.decision where application_id = $1', [file.candidature]),
    ).toHaveLength(1)
    expect(
      await rows('select 1 from labels.award where application_id = $1', [file.candidature]),
    ).toHaveLength(1)
  })

  it('une preuve arrivée entre-temps demande de confirmer avant de décider (LAB-53)', async () => {
    const file = await candidature()
    const address = `/decisions-labels/candidatures/${file.candidature}`
    const shown = await read(await officer.post(address, { ...accord(), vu: '' }))
    await rows(
      `with p as (insert into labels.proof (id, network_id, organisation_id, kind, words, name, added_at)
         values (gen_random_uuid(), $2, $3, 'declaration', 'Nous avons ouvert.', 'Attestation d’ouverture', $4) returning id)
       insert into labels.application_proof (application_id, code, proof_id, added_at)
         select $1, 'A1', p.id, $4 from p`,
      [file.candidature, app.networks.estuaire, file.organisation, app.clock.now()],
    )
    const confirme = shown.value('confirme') ?? ''
    const stopped = await officer.post(address, { ...accord(), vu: '', confirme })
    expect(stopped.status).toBe(409)
    const told = await read(stopped)
    expect(told.problems.join()).toContain('Attestation d’ouverture')
    expect(told.value('effet')).toBe('17/06/2026')
    await decide(file, accord())
    expect(
      await rows('select 1 from labels.decision where application_id = $1', [file.candidature]),
    ).toHaveLength(1)
  })
})

describe('Recours et rectifications', () => {
  const levels: Partial<SchemeContent> = {
    holderKind: 'collectivite',
    grading: {
      kind: 'levels',
      unit: 'arobases',
      levels: [1, 2, 3, 4, 5].map((level) => ({ level, from: level - 0.5 })),
    },
  }

  it('LAB-88 : un recours accepté porte 3 @ à 4 @ à partir d’une date ; panneau, badge et données suivent, la première décision reste lisible (LAB-17)', async () => {
    const file = await candidature(levels)
    const first = await decide(file, { ...accord(), niveau: '3', delai: '2', voies: VOIES })
    await app.runJobs()
    const award = await awardOf(file)
    const panel = async () =>
      Buffer.from(await (await file.partner.get(`/attributions/${award}/signes/panneau.pdf`)).arrayBuffer())
    const before3 = await panel()
    await file.partner.post(`${first}/ouverture`)
    const filed = await file.partner.post(`${first}/recours`, {
      nature: 'gracious',
      motifs: 'Nos initiatives.',
    })
    expect(filed.status).toBe(303)
    const appeal = filed.headers.get('location') ?? ''
    expect(
      (
        await read(await file.partner.post(`${first}/recours`, { nature: 'gracious', motifs: 'Encore.' }))
      ).problems.join(),
    ).toContain('existe déjà')

    const members = await rows(
      `select m.person_id, d.recorded_by from identity.membership m join labels.decision d on d.id = $1 where m.role = 'officer'`,
      [first.split('/').at(-1)],
    )
    const decider = String(members[0]?.recorded_by)
    const alone = await read(await officer.post(`${appeal}/examen`, { examine_par: decider }))
    expect(alone.problems.join()).toContain('a pris la première décision')
    const another = members.map(({ person_id }) => String(person_id)).find((one) => one !== decider) ?? ''
    expect((await officer.post(`${appeal}/examen`, { examine_par: another })).status).toBe(303)

    app.moveTo('2026-09-01')
    const recours = appeal.split('/').at(-1) ?? ''
    const accept = {
      ...{
        recours,
        pourquoi: 'appeal',
        etendue: 'entier',
        rectification: 'Deux initiatives n’avaient pas été lues.',
      },
      ...{ ...accord(), niveau: '4', date: '01/09/2026', effet: '01/09/2026', voies: VOIES, delai: '2' },
    }
    const replaced = await sign(officer, `${first}/remplacement`, accept)
    expect(replaced.status).toBe(303)
    await app.runJobs()

    expect((await read(await officer.get(appeal))).text).toContain('Accepté')
    const before = await read(await officer.get(first))
    expect(before.text).toContain('Cette décision a été remplacée')
    expect(before.text).toContain('3 arobases')
    const shown = await rows(
      'select level, from_day::text, until_day::text from labels.shown_label where award_id = $1 order by 2',
      [award],
    )
    expect(shown).toMatchObject([
      { level: 3, from_day: '2026-06-17', until_day: '2026-09-01' },
      { level: 4, from_day: '2026-09-01' },
    ])
    const [{ slug } = {}] = await rows('select slug from labels.award where id = $1', [award])
    expect((await read(await app.visitor().get(`/l/${slug}`))).text).toContain('4 arobases')
    const data = (await (await app.visitor().get('/labels/donnees.json')).json()) as unknown
    expect(JSON.stringify(data)).toContain('"niveau":4')
    const after = await panel()
    expect(after.subarray(0, 5).toString()).toBe('%PDF-')
    expect(after.equals(before3)).toBe(false)
    const badges = await rows('select level from labels.badge where award_id = $1 order by valid_from', [
      award,
    ])
    expect(badges.map(({ level }) => level)).toEqual([3, 4])
    const again = await read(await officer.post(`${first}/remplacement`, { ...accept, effet: '02/09/2026' }))
    expect(again.text).toBeTruthy()
    expect(
      await rows('select 1 from labels.decision where application_id = $1', [file.candidature]),
    ).toHaveLength(2)
  })

  it('un recours se rejette avec ses motifs, ou s’abandonne ; il se répond une fois (LAB-17)', async () => {
    const file = await candidature()
    const decision = await decide(file, refus())
    expect((await file.partner.get(`${decision}/recours`)).status).toBe(404)
    await file.partner.post(`${decision}/ouverture`)
    const post = (nature: string) => file.partner.post(`${decision}/recours`, { nature, motifs: 'Injuste.' })
    const gracious = (await post('gracious')).headers.get('location') ?? ''
    const higher = (await post('hierarchical')).headers.get('location') ?? ''
    expect((await read(await officer.post(`${gracious}/rejet`, { motif: 'Non' }))).problems).toHaveLength(1)
    const [{ person_id: reviewer } = {}] = await rows(
      `select m.person_id from identity.membership m, labels.decision d where m.role = 'officer'
         and d.id = $1 and m.person_id <> d.recorded_by limit 1`,
      [decision.split('/').at(-1)],
    )
    await officer.post(`${gracious}/examen`, { examine_par: String(reviewer) })
    expect((await read(await officer.post(`${gracious}/rejet`))).problems.join()).toContain('motifs')
    expect((await officer.post(`${gracious}/rejet`, { motif: 'Les horaires manquent.' })).status).toBe(303)
    expect((await file.partner.post(`${gracious}/abandon`)).status).toBe(422)
    expect((await file.partner.post(`${higher}/abandon`)).status).toBe(303)
    expect((await read(await file.partner.get(gracious))).text).toContain('Les horaires manquent.')
  })

  it('une décision prise par erreur est remplacée avec son motif, jamais modifiée ni effacée (LAB-18)', async () => {
    const file = await candidature()
    const first = await decide(file, accord())
    const award = await awardOf(file)
    const fields = { ...refus(), pourquoi: 'mistake' }
    const bare = await sign(officer, `${first}/remplacement`, fields)
    expect((await read(bare)).problems.join()).toContain('Dites pourquoi')
    const mistaken = { ...fields, rectification: 'Le dossier d’un autre lieu avait été lu.' }
    const second = await sign(officer, `${first}/remplacement`, mistaken)
    expect(second.status).toBe(303)
    await app.runJobs()
    expect(await status(award)).toBe('Retiré')
    const letter = await read(await officer.get(second.headers.get('location') ?? ''))
    expect(letter.text).toContain('Elle remplace la décision du 17 juin 2026')
    expect(letter.text).toContain('Le dossier d’un autre lieu avait été lu.')
    const once = await sign(officer, `${first}/remplacement`, mistaken)
    expect(once.status).toBe(409)
    for (const act of [
      'update labels.decision set reasons = $1',
      'delete from labels.decision where reasons <> $1',
    ])
      await expect(rows(act, ['autre'])).rejects.toThrow()
  })
})

describe('La vie d’un label porté', () => {
  const decideOn = async (award: string, fields: Fields) => {
    const seen = (await read(await officer.get(`/attributions/${award}/decision`))).value('vu') ?? ''
    const shown = await read(await officer.post(`/attributions/${award}/decision`, { ...fields, vu: seen }))
    if (shown.problems.length > 0) return shown
    const confirme = shown.value('confirme') ?? ''
    return read(await officer.post(`/attributions/${award}/decision`, { ...fields, vu: seen, confirme }))
  }
  const words2 = () => ({
    signataire: power.mandate,
    date: '17/06/2026',
    effet: '17/06/2026',
    motifs: 'Faits.',
    voies: VOIES,
    delai: '2',
  })

  it('LAB-80 : une suspension ne s’enregistre pas dans un label dont les règles ne la prévoient pas', async () => {
    const file = await candidature()
    await decide(file, accord())
    const award = await awardOf(file)
    const page = await read(await officer.get(`/attributions/${award}/decision`))
    expect(page.texts('label').map(words)).not.toContain('Suspension')
    const asked = await officer.post(`/attributions/${award}/observations`, {
      ...{ objet: 'suspended', griefs: 'Fermé', jusqu_au: '10/07/2026' },
    })
    expect((await read(asked)).problems.join()).toContain('ne prévoient pas de suspension')
    const refused = await decideOn(award, { ...words2(), sens: 'suspended', condition: 'Réouverture' })
    expect(refused.problems.join()).toContain('ne prévoient pas de suspension')
    expect(
      await rows(`select 1 from labels.award_act where award_id = $1 and kind = 'suspended'`, [award]),
    ).toEqual([])
  })

  it('une suspension prévue par les règles vient après les observations du titulaire, et se lève par un acte (LAB-33)', async () => {
    const content = {
      maySuspend: true,
      publicNames: { active: 'Labellisé', ended: 'Porté', withdrawn: 'Retiré', suspended: 'Suspendu' },
    }
    const file = await candidature(content)
    await decide(file, accord())
    const award = await awardOf(file)
    const suspend = { ...words2(), sens: 'suspended', cesse_le: '17/12/2026' }
    expect((await decideOn(award, suspend)).problems.join()).toContain('observations')
    const asked = await officer.post(`/attributions/${award}/observations`, {
      ...{ objet: 'suspended', griefs: 'Le lieu est fermé.', jusqu_au: '10/07/2026' },
    })
    expect(asked.status).toBe(303)
    await app.runJobs()
    expect((await decideOn(award, suspend)).problems.join()).toContain('10 juillet 2026')
    const hearing = (await read(await file.partner.get(`/attributions/${award}`))).links.find(({ href }) =>
      href.includes('/observations/'),
    )?.href
    expect((await read(await file.partner.get(hearing ?? ''))).text).toContain('Le lieu est fermé.')
    expect((await file.partner.post(hearing ?? '', { reponse: 'Des travaux.' })).status).toBe(303)
    expect((await decideOn(award, { ...suspend, cesse_le: '' })).problems.join()).toContain(
      'quand la suspension cesse',
    )
    expect((await decideOn(award, { ...suspend, voies: '' })).problems.join()).toContain('voies')
    expect((await decideOn(award, suspend)).problems).toEqual([])
    expect(await status(award)).toBe('Suspendu')
    const letter = (await rows(`select id from labels.decision where award_id = $1`, [award]))[0]
    expect((await read(await officer.get(`/decisions-labels/${letter?.id}`))).text).toContain(
      'vous avez répondu',
    )

    app.moveTo('2026-07-01')
    const lift = {
      ...words2(),
      sens: 'lifted',
      date: '01/07/2026',
      effet: '01/07/2026',
      voies: '',
      motifs: '',
    }
    expect((await decideOn(award, lift)).problems).toEqual([])
    expect(await status(award)).toBe('En cours')
    app.moveTo('2026-12-18')
    expect(await status(award)).toBe('En cours')
  })

  it('un recours accepté contre une suspension la lève par une décision qui la remplace (LAB-17, LAB-36)', async () => {
    await app.signIn('officer')
    const content = {
      maySuspend: true,
      publicNames: { active: 'Labellisé', ended: 'Porté', withdrawn: 'Retiré', suspended: 'Suspendu' },
    }
    const file = await candidature(content)
    await decide(file, accord())
    const award = await awardOf(file)
    const ask = { objet: 'suspended', griefs: 'Fermé.', jusqu_au: '24/06/2026' }
    await officer.post(`/attributions/${award}/observations`, ask)
    app.moveTo('2026-06-25')
    const on = (day: string) => ({ ...words2(), date: day, effet: day })
    const suspended = { ...on('25/06/2026'), sens: 'suspended', condition: 'La réouverture du lieu' }
    expect((await decideOn(award, suspended)).problems).toEqual([])
    expect(await status(award)).toBe('Suspendu')
    const [taken] = await rows(
      `select d.id, d.recorded_by, (select m.person_id from identity.membership m where m.role = 'officer'
         and m.person_id <> d.recorded_by limit 1) as reviewer
       from labels.decision d where d.award_id = $1`,
      [award],
    )
    const decision = `/decisions-labels/${taken?.id}`
    await file.partner.post(`${decision}/ouverture`)
    const filed = await file.partner.post(`${decision}/recours`, { nature: 'gracious', motifs: 'Rouvert.' })
    expect(filed.status).toBe(303)
    const appeal = filed.headers.get('location') ?? ''
    const entrusted = await officer.post(`${appeal}/examen`, { examine_par: String(taken?.reviewer) })
    expect((await read(entrusted)).problems).toEqual([])
    expect(entrusted.status).toBe(303)
    const accept = (await read(await officer.get(appeal))).links.find(({ text }) =>
      text.startsWith('Accepter'),
    )?.href
    expect(accept).toContain(`/attributions/${award}/decision?recours=`)
    expect((await read(await officer.get(accept ?? ''))).text).toContain('Réponse au recours')
    app.moveTo('2026-07-05')
    const lift = {
      ...{ ...on('05/07/2026'), sens: 'lifted', recours: appeal.split('/').at(-1) ?? '' },
      ...{ pourquoi: 'appeal', etendue: 'partie', rectification: 'Le lieu a rouvert.' },
    }
    expect((await decideOn(award, lift)).problems).toEqual([])
    expect(await status(award)).toBe('En cours')
    expect((await read(await file.partner.get(appeal))).text).toContain('Accepté en partie')
    expect((await read(await file.partner.get(decision))).text).toContain('Cette décision a été remplacée')
  })

  it('un retrait motivé se rétablit par un nouvel acte à partir d’une date, et l’interruption reste visible (LAB-36)', async () => {
    const file = await candidature()
    await decide(file, accord())
    const award = await awardOf(file)
    await officer.post(`/attributions/${award}/observations`, {
      ...{ objet: 'withdrawn', griefs: 'Plus d’accueil.', jusqu_au: '24/06/2026' },
    })
    app.moveTo('2026-07-01')
    const on = (day: string) => ({ ...words2(), date: day, effet: day })
    expect((await decideOn(award, { ...on('01/07/2026'), sens: 'withdrawn' })).problems).toEqual([])
    expect(await status(award)).toBe('Retiré')
    app.moveTo('2026-10-01')
    const back = { ...on('01/10/2026'), sens: 'restored' }
    expect((await decideOn(award, back)).problems.join()).toContain('pourquoi')
    const why = { pourquoi: 'judgement', rectification: 'Jugement du 20 septembre 2026.' }
    expect((await decideOn(award, { ...back, ...why })).problems).toEqual([])
    expect(await status(award)).toBe('En cours')
    const shown = await rows(
      'select from_day::text, until_day::text, outcome from labels.shown_label where award_id = $1 order by 1',
      [award],
    )
    expect(shown).toMatchObject([
      { from_day: '2026-06-17', until_day: '2026-07-01', outcome: 'withdrawn' },
      { from_day: '2026-10-01' },
    ])
    const page = await read(await officer.get(`/attributions/${award}`))
    expect(page.text).toContain('Remplacée, toujours lisible')
    expect((await decideOn(award, { ...on('01/10/2026'), sens: 'restored', ...why })).problems).toHaveLength(
      1,
    )
  })

  it('la validité et l’ouverture du renouvellement se lisent ; le suivant commence à la fin du premier (LAB-31, LAB-54)', async () => {
    const file = await candidature()
    await decide(file, accord())
    const award = await awardOf(file)
    const page = await read(await officer.get(`/attributions/${award}`))
    expect(page.text).toContain('jusqu’à la veille du 17 juin 2029')
    expect(page.text).toContain('Il pourra être demandé à partir du 17 décembre 2028.')
    app.moveTo('2029-01-10')
    expect((await read(await officer.get(`/attributions/${award}`))).text).toContain(
      'Il peut être demandé depuis',
    )
    const holder = { kind: 'place', id: file.place } as const
    const renewal = {
      ...file,
      candidature: await aProposedFile(app.context(), file.label, { holder, applicant: file.organisation }),
    }
    const address = `/decisions-labels/candidatures/${renewal.candidature}`
    expect((await read(await officer.get(address))).value('effet')).toBe('17/06/2029')
    const early = { ...accord(), date: '10/01/2029', effet: '10/01/2029', vu: '' }
    const refused = await read(await sign(officer, address, early))
    expect(refused.problems.join()).toContain('déjà porté')
    await decide(renewal, { ...early, effet: '17/06/2029' })
    app.moveTo('2029-06-17')
    expect(await status(award)).toBe('Terminé')
    expect(await status(await awardOf(renewal))).toBe('En cours')
  })

  it('la base refuse deux labels actifs à la fois et un numéro repris (LAB-54)', async () => {
    const file = await candidature()
    await decide(file, accord())
    const copy = (number: string, slug: string, from: string) =>
      rows(
        `insert into labels.award (id, scheme_id, place_id, granted_on, number, slug, recorded_at)
         select gen_random_uuid(), scheme_id, place_id, $4::date, coalesce(nullif($2, ''), number), $3, recorded_at
         from labels.award where id = $1`,
        [award, number, slug, from],
      )
    const award = await awardOf(file)
    await expect(copy('AUTRE', 'autre-adresse', '2027-01-01')).rejects.toMatchObject({
      constraint: 'one_active_award_per_holder',
    })
    await expect(copy('', 'encore-une', '2035-01-01')).rejects.toMatchObject({
      constraint: 'one_award_per_number',
    })
  })
})

describe('La base refuse en dernier', () => {
  const insert = (change: Record<string, unknown>) => {
    const row: Record<string, unknown> = {
      ...{
        id: newId(),
        network_id: app.networks.estuaire,
        kind: 'refused',
        authority: 'Région',
        signer_name: 'O. M.',
      },
      ...{
        signer_title: '',
        decided_on: '2026-06-17',
        effect_from: '2026-06-17',
        reasons: 'Motifs',
        remedies: VOIES,
      },
      ...{ recorded_at: app.clock.now(), ...change },
    }
    const names = Object.keys(row)
    const places = names.map((_, rank) => `$${rank + 1}`)
    return rows(`insert into labels.decision (${names.join()}) values (${places.join()})`, Object.values(row))
  }

  it('une décision défavorable sans voies de recours ni motifs, une suspension sans observations (LAB-15, LAB-33)', async () => {
    const { label } = await candidature()
    const about = { scheme_id: label.scheme.id }
    const cases: [Record<string, unknown>, string][] = [
      [{ remedies: '' }, 'decision_against_its_reader_says_the_remedies'],
      [{ reasons: ' ' }, 'decision_against_its_reader_says_why'],
      [{ kind: 'suspended', until_condition: 'Réouverture' }, 'suspension_comes_after_its_hearing'],
      [{ kind: 'suspended', hearing_id: newId() }, 'suspension_says_when_it_stops'],
    ]
    for (const [change, constraint] of cases)
      await expect(insert({ ...about, ...change })).rejects.toMatchObject({ constraint })
  })
})

describe('Chacun chez soi', () => {
  it('la décision d’une autre structure n’existe pas ; la tête de réseau n’ouvre pas à sa place', async () => {
    const [mine, other] = [await candidature(), await candidature()]
    const decision = await decide(mine, refus())
    expect((await other.partner.get(decision)).status).toBe(404)
    expect((await other.partner.post(`${decision}/ouverture`)).status).toBe(404)
    expect((await officer.post(`${decision}/ouverture`)).status).toBe(403)
    expect((await read(await mine.partner.get('/decisions-labels'))).text).toContain('À ouvrir')
    expect((await read(await mine.partner.get('/decisions-labels'))).text).not.toContain('Refus')
  })
})
