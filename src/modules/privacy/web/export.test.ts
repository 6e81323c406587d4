import { describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support.ts'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { laterBy } from '../../../kernel/instant.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { personOf } from '../../../platform/session/actor.ts'
import { privacyParts } from '../../../privacy-parts.ts'
import { anAgreementInForce, aPlace } from '../../agreements/testing.ts'
import { type Somebody, somebody } from '../../identity/testing-members.ts'
import { aDelegation, aMandate } from '../../identity/testing-organisations.ts'
import { addScheme, grantLabel } from '../../labels/index.ts'
import { latestPerson, memberAs } from '../testing.ts'

const app = useApp()

/** Columns of the register that a person does not find in their export, and why. */
const LEFT_OUT: Record<string, string> = {
  'identity.credential.password': 'a secret: whoever reads it may come in',
  'identity.verification.identifier': 'a secret link',
  'identity.verification.value': 'a secret link',
  'platform.mail.body': 'may hold a secret link',
  'platform.rate_window.key': 'a digest or an address, for an hour',
  'identity.network.contact_email': 'of the network, published',
  'identity.network.dpo_name': 'of the network, published',
  'identity.network.dpo_email': 'of the network, published',
  'identity.network_placement.asked_by': 'in the journal lines of the act',
  'identity.network_placement.answered_by': 'in the journal lines of the act',
  'identity.mandate.recorded_by': 'in the journal lines of the act',
  'identity.delegation.recorded_by': 'in the journal lines of the act',
  'identity.invitation.invited_by': 'in the journal lines of the act',
  'agreements.signing.opened_by': 'in the journal lines of the act',
  'agreements.signing.closed_by': 'in the journal lines of the act',
  'agreements.signature_document.added_by': 'in the journal lines of the act',
  'agreements.signature_document.kept_by_head': 'where an original is kept: nobody’s account',
  'agreements.signature_document.kept_by_partner': 'where an original is kept: nobody’s account',
  'places.place.phone': 'of a place, published',
  'places.place.emails': 'of a place, published',
  'places.import_finding.value': 'cells of a file: nobody’s account',
  'places.import_row.fields': 'cells of a file: nobody’s account',
  'places.import_row.raw': 'cells of a file: nobody’s account',
  'places.held_row.fields': 'cells of a file: nobody’s account',
  'places.held_row.raw': 'cells of a file: nobody’s account',
  'places.accepted_correction.value': 'cells of a file: nobody’s account',
  'places.import_trace.before': 'what a place said: nobody’s account',
  'places.removed_place.place': 'what a place said: nobody’s account',
  'places.external_ref.fields': 'cells of a file: nobody’s account',
  'places.external_ref.raw': 'cells of a file: nobody’s account',
  'places.source_proposal.value': 'cells of a file: nobody’s account',
  'places.source.contact': 'whom a source says to write to: nobody’s account',
  'privacy.erasure.person_id': 'an erased person has no account to ask with',
}

/** Sections of which no row is made here: their columns are held to the register above, their rows are not read. */
const NOT_FILLED_HERE = [
  // Read beside the pages of the directory and of the federation.
  ...['lieux-ou-vous-travaillez', 'personnes-rattachees', 'structures-rattachees', 'brouillons-de-fiches'],
  ...['changements-proposes', 'relecture-des-fiches', 'fiches-modifiees', 'confirmations-par-courriel'],
  ...['dispenses-de-lieux', 'suivi-de-lieux', 'regle-de-fraicheur', 'signalements', 'fusions'],
  ...['lieux-distingues', 'imports-annules', 'lignes-decidees', 'lignes-ignorees', 'corrections-acceptees'],
  ...['propositions-des-sources', 'recherches-gardees', 'cartes-sur-d-autres-sites', 'avis-de-changement'],
  ...['demandes-de-vos-programmes', 'reseaux-declares', 'rapprochements-repondus', 'notes-sur-des-fiches'],
  ...['fichiers-refuses', 'lieux-proposes-a-un-reseau', 'lieux-proposes-par-un-reseau'],
  // Read beside the pages of initiatives, of labels and of imports.
  ...['initiatives', 'revisions-d-initiatives', 'copies-d-initiatives', 'colonnes-de-fichiers'],
  ...['dossiers-de-labels', 'etapes-de-dossiers', 'rubriques', 'reponses', 'pieces'],
  ...['listes-de-lieux', 'lieux-proposes', 'tableaux-de-lieux', 'chartes-signees', 'lieux-deplaces'],
  ...[
    'decisions-sur-les-labels',
    'notifications-de-decisions',
    'observations-demandees',
    'observations-donnees',
  ],
  ...['recours-sur-les-labels', 'recours-examines', 'labels-publies', 'labels-en-preparation'],
  ...['jurys', 'liens-declares', 'notes-de-jury', 'jurys-constitues', 'jures-nommes', 'seances-de-jury'],
  ...['recevabilites', 'lectures-confiees', 'liens-notes', 'decisions-de-jury', 'comparaisons'],
  ...['campagnes-de-labels', 'campagnes-prolongees'],
  // Read beside the pages of the instruction of labels.
  ...['groupes-ouverts', 'groupes-d-instruction', 'dossiers-confies', 'rubriques-examinees', 'constats'],
  ...[
    'demandes-de-complements',
    'complements',
    'avis',
    'visites',
    'photos-de-visites',
    'propositions',
    'presence',
  ],
  'modeles',
  'modele-de-reference',
  'projets-partages',
  'articles-de-projet',
  'fils-de-projet',
  'approbations-de-projet',
  'fonctions',
  'interlocuteurs-enregistres',
  'doubles-fonctions',
  'actes-autorite',
  'demandes-de-dommages',
  'actes-a-confirmer',
  'fondements-de-publication',
  'decisions',
  'regles-des-conventions',
  'conventions-reprises',
  'tableaux-repris',
  'preuves-declarees',
  'presences',
  'confirmations',
  'avenants',
  'lettres-preparees',
  'documents-emis',
  'agendas',
  'appels-a-signer',
  'preuves-de-signature',
  'reglements',
  'roles-materiel',
  'exemplaires',
  'demandes-de-pret',
  'actes-de-pret',
  'reservations-materiel',
  'remises',
  'etats-des-lieux',
  'signatures-materiel',
  'incidents',
  'suites-d-incident',
  'entretiens',
  'mises-a-jour',
  'inventaires-physiques',
  'bilans-de-pret',
  'agendas-materiel',
  'envois-du-guichet',
  'passages-a-trancher',
  'fichiers-d-inventaire',
  'consommables',
  'transferts',
  'reexamens',
]

/** The key that makes a row theirs: told by the section itself. */
const isOwner = (column: string) => /\.person_id$/.test(column)

describe('the export of one’s data', () => {
  it('holds every personal column, or says why not', async () => {
    await app.signIn('facilitator')
    const { id, email } = await latestPerson(app)
    const read = await Promise.all(
      privacyParts.personalData.map((provider) => provider.read(app.services.db, { id, email }, null)),
    )
    const shown = new Set(read.flat().flatMap(({ columns }) => columns.map(({ from }) => from)))
    const missing = privacyParts.register
      .flatMap(({ columns }) => columns)
      .filter((column) => !shown.has(column) && !isOwner(column) && !(column in LEFT_OUT))
    expect(missing).toEqual([])
    expect(Object.keys(LEFT_OUT).filter((column) => shown.has(column))).toEqual([])
  })

  it('keeps another network’s facts from this one’s desk', async () => {
    await app.signIn('facilitator', { network: app.networks.baie })
    const { id, email } = await latestPerson(app)
    const read = await Promise.all(
      privacyParts.personalData.map((provider) =>
        provider.read(app.services.db, { id, email }, app.networks.estuaire),
      ),
    )
    const memberships = read.flat().find(({ key }) => key === 'appartenances')
    expect(memberships?.rows).toEqual([])
  })
})

describe('a person about whom everything is kept', () => {
  it('finds each kind of it in the file, and no secret', async () => {
    const person = await somebody(app, 'facilitator')
    const { personId, organisationId, browser } = person
    const secrets = await keepEverything(person)
    const answer = await browser.get('/compte/donnees.json')
    const text = await answer.text()
    const { parties } = JSON.parse(text) as {
      parties: { sections: { cle: string; lignes: Record<string, unknown>[] }[] }[]
    }
    const sections = parties.flatMap((part) => part.sections)
    expect(sections.length).toBeGreaterThan(20)
    const empty = sections.filter(({ lignes }) => lignes.length === 0).map(({ cle }) => cle)
    expect(empty.filter((cle) => !NOT_FILLED_HERE.includes(cle))).toEqual([])
    for (const known of [person.email, 'Conseillère déléguée', 'Clé du bureau', 'fiche.pdf', organisationId])
      expect(text).toContain(known)
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    // The same holds for the page, which shows the same facts.
    const page = await (await browser.get('/compte/donnees')).text()
    expect(secrets.filter((secret) => page.includes(secret))).toEqual([])
    expect(text).toContain(personId)
  })
})

/** One row of each kind about them, in every module; returns what nobody may read. */
async function keepEverything({ browser, personId, organisationId, email, id }: Somebody): Promise<string[]> {
  const { db } = app.services
  const at = app.clock.now()
  const their = { person_id: personId }
  const acting = app.context({
    actor: memberAs(app, personId),
    origin: { address: '192.0.2.9', userAgent: 'Essai' },
  })
  const mandate = await aMandate(app.context(), organisationId, { personId, quality: 'Conseillère déléguée' })
  await aDelegation(app.context(), organisationId, mandate, { personId })
  const here = { network_id: app.context().network.id }
  const changed = { ...here, changed_at: at, changed_by: personId }
  await db
    .insertInto('facilitators.profile')
    .values({ ...here, ...their, updated_at: at })
    .execute()
  await db
    .insertInto('facilitators.organisation_offer')
    .values({ ...changed, organisation_id: organisationId, is_listed: false })
    .execute()
  await db
    .insertInto('facilitators.organisation_directory')
    .values({ ...changed, is_open: false })
    .execute()
  await db
    .insertInto('places.orientation_rule')
    .values({ ...changed, follows: true })
    .execute()
  await db
    .insertInto('places.orientation_follow_up')
    .values({
      ...{ ...here, id: newId(), given_on: app.clock.today(), given_by: personId, agreed_at: at },
      ...{ first_name: 'Une personne', prescriber: 'Essai' },
    })
    .execute()
  await db
    .insertInto('places.orientation_answer')
    .values({
      ...{ ...here, id: newId(), month: '2026-06-01' as Day, outcome: 'came' },
      ...{ answered_at: at, answered_on: app.clock.today(), answered_by: personId },
    })
    .execute()
  const secret = (name: string) => `secret-${name}-${personId}`
  const kept = {
    password: secret('password'),
    tokens: ['access', 'refresh', 'id'].map(secret),
    totp: secret('totp'),
    recovery: secret('recovery'),
    key: secret('key'),
    publicKey: secret('public-key'),
    device: secret('device'),
    link: secret('link'),
    invitation: secret('invitation'),
    apiKey: secret('api-key'),
  }
  const { id: membership_id } = await db
    .selectFrom('identity.membership')
    .where('person_id', '=', personId)
    .select('id')
    .executeTakeFirstOrThrow()
  const lasts = { created_at: at, expires_at: laterBy(at, 86_400) }
  await db
    .insertInto('identity.api_key')
    .values({
      ...their,
      ...lasts,
      id: newId(),
      membership_id,
      name: 'Clé',
      digest: kept.apiKey,
      scopes: ['read'],
    })
    .execute()
  const credential = { ...their, updated_at: at }
  await db
    .insertInto('identity.credential')
    .values([
      { ...credential, id: newId(), provider: 'credential', account: personId, password: kept.password },
      {
        ...credential,
        id: newId(),
        provider: 'proconnect',
        account: 'sujet-proconnect',
        access_token: kept.tokens[0] ?? '',
        refresh_token: kept.tokens[1] ?? '',
        id_token: kept.tokens[2] ?? '',
      },
    ])
    .execute()
  await db
    .insertInto('identity.passkey')
    .values({
      ...their,
      id: newId(),
      name: 'Clé du bureau',
      public_key: kept.publicKey,
      credential: kept.key,
      counter: 0,
      device_type: 'singleDevice',
      backed_up: false,
    })
    .execute()
  const code = { ...their, id: newId<'two-factor'>(), secret: kept.totp, backup_codes: kept.recovery }
  await db.insertInto('identity.two_factor').values(code).execute()
  const seen = { first_seen_at: at, last_seen_at: at }
  await db
    .insertInto('identity.known_device')
    .values({ ...their, ...seen, digest: kept.device, label: 'Firefox' })
    .execute()
  await db
    .insertInto('identity.verification')
    .values({
      id: newId<'verification'>(),
      identifier: `email:${kept.link}`,
      value: JSON.stringify({ personId, email }),
      expires_at: laterBy(at, 3600),
    })
    .execute()
  const invitation = {
    id: newId<'invitation'>(),
    network_id: app.networks.estuaire,
    organisation_id: organisationId,
    role: 'facilitator',
    email,
    digest: kept.invitation,
    invited_at: at,
    sent_at: at,
    expires_at: laterBy(at, 86_400),
  }
  await db.insertInto('identity.invitation').values(invitation).execute()
  const contact = { name: 'Elle-même', email, purpose: 'general', added_at: at }
  await db
    .insertInto('identity.contact')
    .values({ ...contact, id: newId(), organisation_id: organisationId })
    .execute()
  await db
    .insertInto('identity.support_consent')
    .values({
      ...their,
      id: newId(),
      network_id: app.networks.estuaire,
      may_write: false,
      given_at: at,
      until_at: laterBy(at, 3600),
    })
    .execute()
  await db
    .insertInto('identity.impersonation')
    .values({
      id: newId(),
      impersonator_id: personId,
      membership_id: id,
      network_id: app.networks.estuaire,
      reason: 'Essai',
      started_at: at,
      ends_at: laterBy(at, 3600),
      ended_at: at,
    })
    .execute()
  await keepActs(acting)
  await browser.post('/compte/donnees/demande', { nature: 'access', message: 'Tout.' })
  await browser.post('/compte/diffusion', {
    name: 'public',
    job_title: 'personne',
    organisation: 'personne',
    email: 'personne',
    phone: 'personne',
  })
  await browser.post('/compte/identite', { prenom: 'Camille', nom: 'Nouveau', telephone: '' })
  await app.runJobs()
  const rows = await Promise.all([
    db.selectFrom('identity.session').select('token as secret').where('person_id', '=', personId).execute(),
    db.selectFrom('privacy.request').select('digest as secret').where('person_id', '=', personId).execute(),
  ])
  return [...Object.values(kept).flat(), ...rows.flat().map((row) => row.secret)]
}

/** What a person does with an agreement, a label, places and a file. */
async function keepActs(context: Context): Promise<void> {
  const { db, now, network } = context
  const placeId = await aPlace(context)
  const agreementId = await anAgreementInForce(context, undefined, { places: [placeId] })
  const scheme = { code: 'epn', name: 'EPN', description: '' }
  const schemeId = await addScheme(db, network.id, scheme)
  const granted = { agreementId, schemeId, placeIds: [placeId], grantedOn: context.today }
  expect(isRefusal(await grantLabel(context, granted))).toBe(false)
  const by = personOf(context.actor)?.personId ?? null
  await db
    .insertInto('places.import_run')
    .values({
      id: newId(),
      network_id: network.id,
      source: 'essai',
      file_name: 'lieux.csv',
      created_at: now,
      created_by: by,
    })
    .execute()
  await db
    .insertInto('platform.file')
    .values({
      id: newId(),
      sha256: 'a'.repeat(64),
      name: 'fiche.pdf',
      media_type: 'application/pdf',
      bytes: 3,
      network_id: network.id,
      added_at: now,
      added_by: by,
    })
    .execute()
}
