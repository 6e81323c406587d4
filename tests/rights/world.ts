import { type Id, newId } from '../../src/kernel/id.ts'
import { laterBy } from '../../src/kernel/instant.ts'
import { anAgreementInForce, aPlace } from '../../src/modules/agreements/testing.ts'
import { aDispute, anAmendment } from '../../src/modules/agreements/testing-amendments.ts'
import { aPreparedLetter } from '../../src/modules/agreements/testing-documents.ts'
import { aCommunication, aMeeting, anEvidence } from '../../src/modules/agreements/testing-duties.ts'
import { asTakenOver, aTakeoverImport } from '../../src/modules/agreements/testing-history.ts'
import { aProposal } from '../../src/modules/agreements/testing-negotiation.ts'
import { somePapers } from '../../src/modules/agreements/testing-offices.ts'
import { aSealedDocument, aSignedOriginal } from '../../src/modules/agreements/testing-signing.ts'
import { aWrittenTemplate } from '../../src/modules/agreements/testing-templates.ts'
import { aLoanOf, asShown } from '../../src/modules/equipment/testing.ts'
import { aListedOrganisation, aShownFacilitator } from '../../src/modules/facilitators/testing.ts'
import { aFollowedNetwork } from '../../src/modules/federation/testing.ts'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import {
  aContact,
  aDelegation,
  aMandate,
  someDocument,
} from '../../src/modules/identity/testing-organisations.ts'
import { aPublicInitiative } from '../../src/modules/initiatives/testing.ts'
import { aDraftOf } from '../../src/modules/labels/testing-applications.ts'
import { aLabelByList, aSignedList } from '../../src/modules/labels/testing-bulk.ts'
import { aDecidedFile } from '../../src/modules/labels/testing-decisions.ts'
import { someInstruction } from '../../src/modules/labels/testing-instruction.ts'
import { anAward, aPublishedScheme } from '../../src/modules/labels/testing-proof.ts'
import { aWrittenScheme } from '../../src/modules/labels/testing-schemes.ts'
import { keepBadge } from '../../src/modules/labels/use-cases/badges/keep-badge.ts'
import { aFavouriteList, aReportOn } from '../../src/modules/places/testing-freshness.ts'
import { anAwaitedChange, aWorkerAt, runBy } from '../../src/modules/places/testing-life.ts'
import { someDuplicates } from '../../src/modules/places/testing-merges.ts'
import { aFollowedOrientation } from '../../src/modules/places/testing-orientation.ts'
import { someSettings } from '../../src/modules/places/testing-settings.ts'
import { recordErasure } from '../../src/modules/privacy/data/erasures.store.ts'
import { addRequest } from '../../src/modules/privacy/data/requests.store.ts'
import { dueOn } from '../../src/modules/privacy/domain/request.ts'
import { requestToken, tokenDigest } from '../../src/modules/privacy/use-cases/request-token.ts'
import type { Context } from '../../src/platform/context.ts'
import type { FileStore } from '../../src/platform/files/file-store.ts'
import { keepFile } from '../../src/platform/files/kept-files.ts'
import type { Services } from '../../src/platform/services.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../src/platform/session/actor.ts'
import type { useApp } from '../support.ts'

/** One thing of each kind, all of one organisation of one network: what addresses name. */
export interface Things {
  network: NetworkId
  organisation: OrganisationId
  place: string
  placeId: Id<'place'>
  /** An orientation that leads to it, followed. */
  followUp: string
  /** That its organisation runs it, that somebody works there, and a change of it that waits. */
  keptLink: string
  workLink: string
  awaitedChange: string
  /** An error that somebody reported about it, and a list of places that a person keeps. */
  errorReport: Id<'error-report'>
  favouriteList: Id<'favourite-list'>
  /** What the network set for its directory. */
  embedKey: Id<'embed-key'>
  webhook: Id<'webhook'>
  dayOff: Id<'holiday-rule'>
  territory: string
  search: Id<'saved-search'>
  agreement: string
  /** The number of one of its amendments, and one of its disputes. */
  amendment: string
  dispute: string
  /** A letter prepared for it and deposited, and a PDF issued from it. */
  letter: Id<'prepared-letter'>
  issuedDocument: string
  /** A proposal made on one of its clauses while it was a draft. */
  proposal: Id<'draft-remark'>
  /** A signature on paper, and the scan of its original. */
  signature: string
  signatureDocument: string
  /** Its signed document, with its last seal. */
  sealedDocument: string
  /** A template of the network's own: a published version, and the draft of the next. */
  template: string
  /** People in office, papers and decisions beside it. */
  office: string
  linkedOffice: string
  authority: string
  claim: string
  waiting: string
  decision: string
  decisionDraft: string
  /** A meeting and a request to communicate, and an evidence declared with its document. */
  meeting: string
  communication: string
  evidence: string
  evidenceFile: string
  /** An inventory it owns, a desk, a model and a unit of it, and a draft of a loan of its own. */
  inventory: Id<'inventory'>
  loanDesk: Id<'desk'>
  loanModel: Id<'model'>
  /** A photo and a notice of that model, shown to everybody. */
  modelPhoto: Id<'model-photo'>
  modelNotice: Id<'model-notice'>
  unit: Id<'unit'>
  loanRequest: Id<'loan-request'>
  loanLine: Id<'loan-line'>
  /** A file sent to its inventory. */
  stockImport: Id<'import-run'>
  /** A plan of upkeep of that unit’s model, and a stock-taking that has begun. */
  upkeepPlan: Id<'maintenance-plan'>
  stockTaking: Id<'stock-taking'>
  /** A label its place bears, and the end of the address of its public proof. */
  award: Id<'award'>
  proof: string
  /** Its badge, one of the keys that signed it, and the list that tells its status. */
  badge: Id<'badge'>
  badgeKey: Id<'badge-key'>
  badgeList: Id<'badge-list'>
  /** A list of places it proposed for a label, its charter signed, and a file sent for it. */
  placeList: Id<'place-list'>
  listUpload: Id<'list-upload'>
  /** One it declared, which everybody reads. */
  initiative: Id<'initiative'>
  /** A network that is followed, a place of it, and what a reader offered. */
  peer: Id<'peer'>
  copy: Id<'place'>
  sameOffer: Id<'same-offer'>
  transfer: string
  /** A label being written again, with a version published and a campaign. */
  scheme: Id<'scheme'>
  schemeCode: string
  campaign: Id<'edition'>
  /** An application of its own that waits for a decision; one decided, contested, its label, and what is held against it. */
  proposedFile: Id<'application'>
  decidedFile: Id<'decision'>
  decisionAppeal: Id<'appeal'>
  decidedAward: Id<'award'>
  hearing: Id<'hearing'>
  mandate: Id<'mandate'>
  delegation: Id<'delegation'>
  contact: Id<'contact'>
  run: string
  /** Who makes a file of places, and what it says of a field that somebody wrote. */
  placeSource: string
  sourceProposal: string
  /** Two places that may be one, and a merge of two others. */
  duplicates: readonly [Id<'place'>, Id<'place'>]
  placeMerge: string
  /** A table of agreements to take over. */
  takeoverImport: string
  membership: Id<'membership'>
  /** Somebody who helps residents for it, shown to everybody with a photo. */
  facilitator: PersonId
  facilitatorPhoto: Id<'file'>
  invitation: Id<'invitation'>
  /** An erasure asked for and confirmed, by whom an account of the network belongs to. */
  request: Id<'request'>
  requestToken: string
  erasure: Id<'erasure'>
  /** An application of its own under instruction, a group, a visit to come and an opinion asked. */
  instructed: Id<'application'>
  instructorGroup: Id<'instructor-group'>
  visit: Id<'visit'>
  opinion: Id<'opinion'>
  /** A draft of an application of its own, a proof it holds, and the label it is about. */
  application: Id<'application'>
  ownProof: Id<'proof'>
  ownLabel: Id<'scheme'>
}

export interface World {
  own: Things
  /** Of another organisation, in the same network. */
  neighbour: Things
  /** Of another network. */
  foreign: Things
}

export async function makeWorld(app: ReturnType<typeof useApp>): Promise<World> {
  const here = app.context()
  const foreign = app.networks.baie
  const there: Context = {
    ...here,
    network: { ...here.network, id: foreign, slug: 'baie', base: '/n/baie' },
    reach: { kind: 'all', network: foreign },
  }
  return {
    own: await thingsOf(app, here, 'Structure du monde'),
    neighbour: await thingsOf(app, here, 'Structure voisine'),
    foreign: await thingsOf(app, there, 'Structure d’ailleurs'),
  }
}

async function thingsOf(
  { services }: ReturnType<typeof useApp>,
  context: Context,
  partner: string,
): Promise<Things> {
  const { db, network, now } = context
  const fields = { name: partner, kind: 'epci', siret: null, commune: 'Honfleur' }
  const organisation = await addOrganisation(db, network.id, fields, now)
  const placeId = await aPlace(context, `Lieu de ${partner}`)
  const agreement = await anAgreementInForce(context, undefined, { places: [placeId], partner })
  const document = await someDocument(services.files)
  const mandate = await aMandate(context, organisation, { document })
  await asTakenOver(context, agreement, document)
  return {
    network: network.id,
    organisation,
    ...{ place: placeId, placeId, agreement, mandate },
    keptLink: await runBy(context, placeId, organisation),
    workLink: await aWorkerAt(context, placeId),
    awaitedChange: await anAwaitedChange(context, placeId),
    followUp: await aFollowedOrientation(context, placeId),
    errorReport: await aReportOn(context, placeId),
    favouriteList: await aFavouriteList(context),
    ...(await someSettings(context)),
    delegation: await aDelegation(context, organisation, mandate, { document }),
    contact: await aContact(context, organisation),
    takeoverImport: await aTakeoverImport(context, services.files),
    ...(await aSignedOriginal(context, agreement, document)),
    ...(await aSealedDocument(context, agreement, document)),
    proposal: await aProposal(context, agreement),
    amendment: await anAmendment(context, agreement),
    dispute: await aDispute(context, agreement),
    meeting: await aMeeting(context, agreement),
    communication: await aCommunication(context, agreement),
    ...(await anEvidence(context, agreement, document)),
    ...(await somePapers(context, agreement, document)),
    ...(await aPreparedLetter(context, services.files, agreement)),
    template: await aWrittenTemplate(context),
    ...(await aWrittenScheme(context)),
    ...(await aBorneLabel(services, context, agreement, placeId)),
    initiative: await aPublicInitiative(context, organisation),
    ...(await aFollowedNetwork(context, placeId)),
    ...(await aProposedList(context, document, { organisation, agreement, place: placeId, mandate })),
    ...(await anOwnFile(context, document, { organisation, place: placeId })),
    ...(await aFileDecided(context, document, { organisation, place: placeId })),
    ...(await someInstruction(context, organisation)),
    run: await aRun(context, services.files, organisation),
    ...(await aSource(context, placeId)),
    ...(await someDuplicates(context)),
    invitation: await anInvitation(context, organisation),
    ...(await aPublicLoan(services, context, organisation, agreement, `Matériel de ${partner}`)),
    ...(await aFacilitator(services, context, organisation, document)),
  }
}

/** A list of places proposed for a label of its own, with the minutes of its committee. */
async function aProposedList(
  context: Context,
  document: Awaited<ReturnType<typeof someDocument>>,
  about: Omit<Parameters<typeof aSignedList>[1], 'file'>,
): Promise<Pick<Things, 'placeList' | 'listUpload'>> {
  const file = await keepFile(context.db, context, document, document.sha256)
  const version = await aLabelByList(context, { code: `liste-${newId()}` })
  const { list, listUpload } = await aSignedList(context, { ...about, file }, version)
  return { placeList: list, listUpload }
}

/** A draft of an application, and a proof it may show. */
async function anOwnFile(
  context: Context,
  document: Awaited<ReturnType<typeof someDocument>>,
  { organisation, place }: { organisation: OrganisationId; place: Id<'place'> },
): Promise<Pick<Things, 'application' | 'ownProof' | 'ownLabel'>> {
  const file = await keepFile(context.db, context, document, document.sha256)
  const { application, proof, label } = await aDraftOf(context, { organisation, place, file })
  return { application, ownProof: proof, ownLabel: label }
}

/** A decision with its letter, opened and contested. */
async function aFileDecided(
  context: Context,
  document: Awaited<ReturnType<typeof someDocument>>,
  about: { organisation: OrganisationId; place: Id<'place'> },
): Promise<Pick<Things, 'proposedFile' | 'decidedFile' | 'decisionAppeal' | 'decidedAward' | 'hearing'>> {
  const file = await keepFile(context.db, context, document, document.sha256)
  const { decision, appeal, ...made } = await aDecidedFile(context, { ...about, file })
  return { ...made, decidedFile: decision, decisionAppeal: appeal }
}

async function aBorneLabel(
  services: Services,
  context: Context,
  agreementId: Parameters<typeof aLoanOf>[2],
  place: Id<'place'>,
): Promise<Pick<Things, 'award' | 'proof' | 'badge' | 'badgeKey' | 'badgeList'>> {
  const scheme = await aPublishedScheme(context, { code: `monde-${newId()}`, name: 'Label du monde' })
  const { award, proofSlug } = await anAward(context, scheme, { agreementId, place, on: context.today })
  const { config, clock } = services
  const world = { config, today: clock.today(), now: clock.now() }
  const badge = await keepBadge(context.db, world, award)
  if (!badge) throw new Error('the label of the world has no badge')
  const names = { badge: badge.id, badgeKey: badge.ed25519KeyId, badgeList: badge.place.list }
  return { award, proof: proofSlug, ...names }
}

/** What it lends, to whoever asks for it; everybody may look at it. */
async function aPublicLoan(
  services: Services,
  context: Context,
  organisation: OrganisationId,
  agreement: Parameters<typeof aLoanOf>[2],
  name: string,
) {
  const made = await aLoanOf(context, organisation, agreement, name)
  return { ...made, ...(await asShown(context, services.files, made)) }
}

/** Whose request also waits; and what the organisation offers, in the open directory. */
async function aFacilitator(
  services: Services,
  context: Context,
  organisation: OrganisationId,
  document: Awaited<ReturnType<typeof someDocument>>,
) {
  await aListedOrganisation(context, organisation)
  const { asks: facilitator, ...made } = await aRequest(services, context, organisation)
  return { ...made, facilitator, facilitatorPhoto: await aShownFacilitator(context, facilitator, document) }
}

/** An erasure that waits, and one that was done for somebody else. */
async function aRequest({ config }: Services, context: Context, organisation: OrganisationId) {
  const { db, network, now } = context
  const request = newId<'request'>()
  const token = requestToken(config, request)
  const [asks, gone] = [newId<'person'>(), newId<'person'>()]
  await db
    .insertInto('identity.person')
    .values(
      [asks, gone].map((id) => ({
        id,
        given_name: 'Camille',
        family_name: 'Demande',
        email: `${id}@example.fr`,
        created_at: now,
      })),
    )
    .execute()
  const membership = newId<'membership'>()
  await db
    .insertInto('identity.membership')
    .values({
      id: membership,
      person_id: asks,
      network_id: network.id,
      organisation_id: organisation,
      role: 'facilitator',
      from_day: context.today,
    })
    .execute()
  await addRequest(db, {
    id: request,
    networkId: network.id,
    kind: 'erasure',
    name: 'Camille Demande',
    email: `${asks}@example.fr`,
    message: '',
    personId: asks,
    filedAt: now,
    filedOn: context.today,
    dueOn: dueOn(context.today, { extended: false }),
    digest: tokenDigest(config, token),
    verifiedAt: now,
  })
  const erasure = newId<'erasure'>()
  await recordErasure(db, {
    id: erasure,
    networkId: network.id,
    personId: gone,
    doneAt: now,
    ground: 'inactivity',
    requestId: null,
    gone: [],
    kept: [],
  })
  return { asks, membership, request, requestToken: token, erasure }
}

async function anInvitation({ db, network, now }: Context, organisation: OrganisationId) {
  const id = newId<'invitation'>()
  await db
    .insertInto('identity.invitation')
    .values({
      id,
      network_id: network.id,
      organisation_id: organisation,
      role: 'facilitator',
      email: `${id}@example.fr`,
      digest: id,
      invited_at: now,
      sent_at: now,
      expires_at: laterBy(now, 14 * 86_400),
    })
    .execute()
  return id
}

async function aSource({ db, network, now }: Context, place: Id<'place'>) {
  const [placeSource, sourceProposal] = [newId<'source'>(), newId<'source-proposal'>()]
  const source = `source ${placeSource}`
  await db
    .insertInto('places.source')
    .values({ id: placeSource, network_id: network.id, name: source, added_at: now })
    .execute()
  await db
    .insertInto('places.source_proposal')
    .values({
      ...{ id: sourceProposal, network_id: network.id, place_id: place, source, column_name: 'detail' },
      ...{ value: '"Autre"', made_at: now },
    })
    .execute()
  return { placeSource, sourceProposal }
}

/** A file of places that its organisation sent. */
async function aRun(
  { db, network, now }: Context,
  files: FileStore,
  organisation: OrganisationId,
): Promise<string> {
  const id = newId<'import-run'>()
  const sha256 = await files.put(new TextEncoder().encode('titre,ville\nEspace du monde,Honfleur\n'))
  await db
    .insertInto('places.import_run')
    .values({
      ...{ id, network_id: network.id, source: `monde ${id}`, file_name: 'lieux.csv', created_at: now },
      ...{ file_sha256: sha256, awaits_mapping: true, organisation_id: organisation },
    })
    .execute()
  return id
}
