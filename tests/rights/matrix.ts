import type { Role } from '../../src/platform/session/actor.ts'
import type { Things } from './world.ts'

/**
 * Who may use a route. `everybody`: visitors too. `signed-in`: for what is one's own, whatever the membership, but not while a
 * second factor is owed; `factor-owed`: even then, since it is given there.
 * `support`: only in somebody's place. Roles under `all` reach their network, under `own` their organisation.
 */
export type Who =
  | 'everybody'
  | 'signed-in'
  | 'factor-owed'
  | 'whoever-holds-a-session'
  | 'support'
  | { readonly all?: readonly Role[]; readonly own?: readonly Role[] }

export interface Row {
  readonly who: Who
  /** What the parameters of the address name: tried with one's own, a neighbour's and another network's. */
  readonly about?: (things: Things) => Readonly<Record<string, string>>
  /** Things of the network, the same for every organisation. */
  readonly shared?: true
  /** A thing of one person: whoever asks here is somebody else, and must find nothing. */
  readonly personal?: true
}

const HEAD = ['officer', 'reader', 'data_protection_officer', 'auditor'] as const
const OTHERS = [
  'partner',
  'facilitator',
  'committee_member',
  'juror',
  'expert',
  'desk_agent',
  'donor',
  'refurbisher',
  'sponsor',
] as const

const everybody: Row = { who: 'everybody' }
const factorOwed: Row = { who: 'factor-owed' }
const signedIn: Row = { who: 'signed-in' }
const everyMember: Row = { who: { own: [...HEAD, ...OTHERS] } }
const lendingBrowsers: Row = { who: { all: [...HEAD], own: [...OTHERS] } }
const borrowers: Row = { who: { own: ['officer', 'partner', 'facilitator'] } }
const applicants: Row = { who: { own: ['partner', 'facilitator'] } }
/** An instructor sits in a group, whatever their role: the page itself looks whether the file lies there. */
const PLACED = [...HEAD, ...OTHERS].filter((role) => !['officer', 'reader', 'auditor'].includes(role))
const instructed = ({ instructed, visit, opinion }: Things) => ({
  ...{ id: instructed, visite: visit, avis: opinion, rubrique: '1', fichier: 'inconnu' },
})
const seesFiles: Row = {
  who: { all: ['officer', 'reader', 'auditor'], own: PLACED },
  ...{ about: instructed, personal: true },
}
const instructs: Row = {
  who: { all: ['officer'], own: ['reader', ...PLACED] },
  about: instructed,
  personal: true,
}
const readsGroups: Row = { who: { all: ['officer', 'reader', 'auditor'] } }
const aboutGroup = {
  about: ({ instructorGroup }: Things) => ({ id: instructorGroup, membre: 'inconnu' }),
  shared: true as const,
}
const expert: Row = { who: { own: ['expert'] } }
const askedOfExpert: Row = { ...expert, about: instructed, personal: true }
const answersInstruction: Row = {
  who: { own: ['partner', 'facilitator'] },
  about: ({ instructed, visit }) => ({ id: instructed, visite: visit, critere: 'A1', fichier: 'inconnu' }),
}
const ownFile: Row = { ...applicants, about: ({ application }) => ({ id: application }) }
const ownProof: Row = { ...applicants, about: ({ ownProof }) => ({ preuve: ownProof }) }
const ownLoan = ({ loanLine }: Things) => ({ pret: loanLine })
const ownReport = ({ loanLine }: Things) => ({ pret: loanLine, sens: 'depart' })
const ownDraft = ({ loanRequest }: Things) => ({ demande: loanRequest })
const loanAtDesk = ({ loanLine }: Things) => ({ ligne: loanLine, sens: 'depart' })
const deskKept: Row = { ...everyMember, about: () => ({ guichet: 'inconnu' }), personal: true }
const deskRead: Row = { ...everyMember, about: loanAtDesk, personal: true }
const deskWork: Row = {
  who: { own: [...HEAD.filter((role) => role !== 'auditor'), ...OTHERS] },
  about: loanAtDesk,
  personal: true,
}
const officers: Row = { who: { all: ['officer'] } }
const initiative = ({ initiative }: Things) => ({ id: initiative })
const initiativeReaders: Row = {
  who: { all: ['officer', 'reader', 'auditor'], own: ['partner', 'facilitator'] },
}
const placeList = ({ placeList }: Things) => ({ id: placeList })
const listedPlace = ({ placeList, placeId }: Things) => ({ id: placeList, lieu: placeId })
const listUpload = ({ placeList, listUpload }: Things) => ({ id: placeList, fichier: listUpload })
const listProposers: Row = { who: { own: ['partner'] } }
const initiativeWriters: Row = { who: { own: ['partner', 'facilitator'] } }
const followers: Row = { who: { all: ['officer', 'reader'], own: ['partner', 'facilitator'] } }
const agreement = ({ agreement }: Things) => ({ id: agreement })
const letter = ({ agreement, letter }: Things) => ({ id: agreement, lettre: letter })
const piece = ({ agreement }: Things) => ({ id: agreement, piece: 'fiche-des-termes' })
const issuedDocument = (things: Things) => ({ id: things.agreement, document: things.issuedDocument })
const draftClause = ({ agreement }: Things) => ({ id: agreement, cle: 'duree' })
const proposal = ({ agreement, proposal }: Things) => ({ id: agreement, proposition: proposal })
const keepers: Row = { who: { all: ['officer'], own: ['partner'] } }
const organisation = (things: Things) => ({ id: things.organisation })
const contact = (things: Things) => ({ id: things.organisation, contact: things.contact })
const mandate = (things: Things) => ({ id: things.organisation, mandat: things.mandate })
const delegation = (things: Things) => ({ id: things.organisation, delegation: things.delegation })
const privacyDesk: Row = { who: { all: ['officer', 'data_protection_officer'] } }
const request = ({ request }: Things) => ({ id: request })
const requestLink = ({ requestToken }: Things) => ({ jeton: requestToken })
const erasure = ({ erasure }: Things) => ({ id: erasure })
const run = ({ run }: Things) => ({ id: run })
const membership = ({ membership }: Things) => ({ id: membership })
const invitation = ({ invitation }: Things) => ({ id: invitation })
const schemeReaders: Row = { who: { all: ['officer', 'reader', 'auditor'] } }
const ofScheme = { about: ({ scheme }: Things) => ({ id: scheme }), shared: true } as const
const ofSchemeVersion = ({ scheme }: Things) => ({ id: scheme, version: '1.1' })
const ofCriterion = { about: ({ scheme }: Things) => ({ id: scheme, rang: '1' }), shared: true } as const
const ofCampaign = {
  about: ({ scheme, campaign }: Things) => ({ id: scheme, campagne: campaign }),
  shared: true,
} as const
const badgeFile =
  (form: string) =>
  ({ badge }: Things) => ({ file: `${badge}.${form}` })
const signReaders: Row = {
  who: { all: ['officer', 'reader', 'auditor'], own: ['partner', 'facilitator'] },
}
const labelCode = ({ schemeCode }: Things) => ({ code: schemeCode })
const readers: Row = { who: { all: HEAD } }
const memberReaders: Row = { who: { all: HEAD, own: ['partner'] } }
/** Whoever may be called to sign; the call names one person. */
const signers: Row = { who: { all: ['officer', 'reader'], own: ['partner'] } }
const takeoverImport = ({ takeoverImport }: Things) => ({ id: takeoverImport })
const signature = (things: Things) => ({
  id: things.agreement,
  acte: things.signature,
  document: things.signatureDocument,
})
const sealedDocument = (things: Things) => ({ id: things.agreement, document: things.sealedDocument })
const amendment = ({ agreement, amendment }: Things) => ({ id: agreement, numero: amendment })
const article = (things: Things) => ({ ...amendment(things), cle: 'objet' })
const template = ({ template }: Things) => ({ id: template })
const templateClause = ({ template }: Things) => ({ id: template, cle: 'duree' })
const dispute = ({ agreement, dispute }: Things) => ({ id: agreement, differend: dispute })
const ownSide = ({ agreement }: Things) => ({ id: agreement, partie: 'cocontractant' })
const office = ({ agreement, office }: Things) => ({ id: agreement, fonction: office })
const linkedOffice = ({ agreement, linkedOffice }: Things) => ({ id: agreement, lien: linkedOffice })
const authority = ({ agreement, authority }: Things) => ({ id: agreement, acte: authority })
const claim = ({ agreement, claim }: Things) => ({ id: agreement, demande: claim })
const waitingAct = ({ agreement, waiting }: Things) => ({ id: agreement, acte: waiting })
const decision = ({ decision }: Things) => ({ id: decision })
const decisionDraft = ({ decisionDraft }: Things) => ({ id: decisionDraft })
const meeting = ({ agreement, meeting }: Things) => ({ id: agreement, reunion: meeting })
const communication = (things: Things) => ({ id: things.agreement, communication: things.communication })
const duty = ({ agreement }: Things) => ({ id: agreement, obligation: 'campaigns_and_exchanges' })
const evidence = ({ agreement, evidence }: Things) => ({ id: agreement, preuve: evidence })
const evidenceFile = ({ agreement, evidenceFile }: Things) => ({ id: agreement, fichier: evidenceFile })
const agreementPlace = ({ agreement, placeId }: Things) => ({ id: agreement, place: placeId })
/** Closed to everybody. */
const nobody: Row = { who: {} }
const sealed: Row = { who: { all: ['officer', 'data_protection_officer', 'auditor'] } }

/** Whoever may sit in a jury; the page is that of their own seat. */
const JUDGES = [...HEAD.filter((role) => role !== 'auditor'), ...OTHERS]
const jurySeats: Row = { who: { all: ['officer'], own: JUDGES.filter((role) => role !== 'officer') } }
const ofJury = ({ campaign }: Things) => ({ id: campaign, dossier: 'inconnu', juror: 'inconnu' })
const aJury: Row = { ...jurySeats, about: ofJury, personal: true }
const runsJury: Row = { ...officers, about: ofJury, personal: true }
const aReading: Row = {
  who: { own: JUDGES },
  about: () => ({ lecture: 'inconnu', piece: 'inconnu' }),
  personal: true,
}
const decisionReaders: Row = {
  who: { all: ['officer', 'reader', 'auditor'], own: ['partner', 'facilitator'] },
}
const ofDecision = { about: ({ decidedFile }: Things) => ({ id: decidedFile }) }
const ofAppeal = {
  about: ({ decidedFile, decisionAppeal }: Things) => ({ id: decidedFile, recours: decisionAppeal }),
}
const ofDecidedAward = { about: ({ decidedAward }: Things) => ({ id: decidedAward }) }
const ofHearing = { about: ({ decidedAward, hearing }: Things) => ({ id: decidedAward, demande: hearing }) }
const toDecide = { about: ({ proposedFile }: Things) => ({ candidature: proposedFile }) }

/** Every route of the product: a route without its line fails, a line without its route too. */
/** Roles in an inventory are given by name, beside those of the network: the page itself finds who works there. */
const lender = (about: (things: Things) => Readonly<Record<string, string>>): Row => ({
  ...{ who: { own: [...HEAD, ...OTHERS] }, about, personal: true },
})
const lending = (about: (things: Things) => Readonly<Record<string, string>>): Row => ({
  who: { own: [...HEAD, ...OTHERS].filter((role) => role !== 'auditor') },
  ...{ about, personal: true },
})
const inventory = (things: Things) => ({ inventaire: things.inventory })
const stockImport = (things: Things) => ({ inventaire: things.inventory, import: things.stockImport })
const lendingDesk = (things: Things) => ({ inventaire: things.inventory, guichet: things.loanDesk })
const lendingFeed = (things: Things) => ({ inventaire: things.inventory, agenda: things.loanLine })
const lentModel = (things: Things) => ({ inventaire: things.inventory, modele: things.loanModel })
const lentUnit = (things: Things) => ({ inventaire: things.inventory, exemplaire: things.unit })
const upkeepPlan = (things: Things) => ({
  inventaire: things.inventory,
  plan: things.upkeepPlan,
  exemplaire: things.unit,
})
const stockTaking = (things: Things) => ({ inventaire: things.inventory, seance: things.stockTaking })
const incident = (things: Things) => ({ inventaire: things.inventory, incident: 'inconnu' })
const ownIncident = ({ loanLine }: Things) => ({ pret: loanLine, incident: 'inconnu' })
const apiLine = ({ loanLine }: Things) => ({ line: loanLine })
const lentLine = (things: Things) => ({ inventaire: things.inventory, ligne: things.loanLine })

export const matrix: Readonly<Record<string, Row>> = {
  'GET /': everybody,
  'GET /le-reseau': everybody,
  'GET /accessibilite': everybody,
  'GET /vie-privee': everybody,
  'GET /vie-privee/demande': everybody,
  'POST /vie-privee/demande': everybody,
  'GET /vie-privee/demande-envoyee': everybody,
  'GET /vie-privee/demande/:jeton': { ...everybody, about: requestLink, shared: true },
  'POST /vie-privee/demande/:jeton': { ...everybody, about: requestLink, shared: true },
  'GET /vie-privee/attestation/:id': { ...everybody, about: erasure, shared: true },
  'GET /vie-privee/attestation/:id/pdf': { ...everybody, about: erasure, shared: true },
  'GET /annuaire': everybody,
  'GET /compte/donnees': signedIn,
  'GET /compte/donnees.json': signedIn,
  'GET /compte/donnees/demande': signedIn,
  'POST /compte/donnees/demande': signedIn,
  'GET /compte/diffusion': signedIn,
  'POST /compte/diffusion': signedIn,
  'GET /reglages/vie-privee': { who: { all: HEAD } },
  'GET /reglages/vie-privee/conservation': { who: { all: HEAD } },
  'GET /reglages/vie-privee/demandes/:id': { who: { all: HEAD }, about: request, shared: true },
  'POST /reglages/vie-privee/demandes/:id/prolongation': { ...privacyDesk, about: request, shared: true },
  'POST /reglages/vie-privee/demandes/:id/reponse': { ...privacyDesk, about: request, shared: true },
  'GET /reglages/vie-privee/demandes/:id/donnees.json': { ...privacyDesk, about: request, shared: true },
  'GET /reglages/vie-privee/demandes/:id/effacement': { ...privacyDesk, about: request, shared: true },
  'POST /reglages/vie-privee/demandes/:id/effacement': { ...privacyDesk, about: request, shared: true },
  'GET /:sheet{theme-[0-9a-f]+\\.css}': everybody,

  'GET /lieux': everybody,
  'GET /lieux/carte': everybody,
  'GET /lieux/carte.json': everybody,
  'GET /lieux/fond-de-carte/:file{[0-9a-f]+\\.json}': everybody,
  'GET /lieux/standard.csv': everybody,
  'GET /lieux/:slug': { who: 'everybody', about: ({ place }) => ({ slug: place }), shared: true },
  'GET /lieux/imports': { who: { all: ['officer', 'reader', 'auditor'] } },
  'GET /lieux/imports/:id': { who: { all: ['officer', 'reader', 'auditor'] }, about: run, shared: true },
  'GET /lieux/imports/:id/rapport.csv': {
    who: { all: ['officer', 'reader', 'auditor'] },
    about: run,
    shared: true,
  },
  'GET /lieux/imports/nouveau': officers,
  'POST /lieux/imports/nouveau': officers,
  'POST /lieux/imports/:id/publication': { ...officers, about: run, shared: true },
  'GET /lieux/imports/:id/colonnes': { ...officers, about: run, shared: true },
  'POST /lieux/imports/:id/colonnes': { ...officers, about: run, shared: true },
  'POST /lieux/imports/:id/abandon': { ...officers, about: run, shared: true },

  'GET /aujourdhui': everyMember,
  'GET /menu': everyMember,
  'GET /conventions': { who: { all: HEAD, own: ['partner', 'facilitator'] } },
  'GET /conventions/:id': { who: { all: HEAD, own: ['partner', 'facilitator'] }, about: agreement },
  'GET /conventions/:id/convention.pdf': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: agreement,
  },
  'GET /conventions/echeances': { who: { all: HEAD, own: ['partner', 'facilitator'] } },
  'GET /conventions/echeances.csv': { who: { all: HEAD, own: ['partner', 'facilitator'] } },
  'GET /conventions/reconductions': { who: { all: HEAD, own: ['partner', 'facilitator'] } },
  // Whose calendar it is stands in the secret of the address: without it, there is nothing.
  'GET /conventions/echeances.ics': everybody,
  'GET /conventions/echeances/abonnements': { who: { all: HEAD, own: ['partner', 'facilitator'] } },
  'POST /conventions/echeances/abonnements': followers,
  // Another person's address does not exist; one's own are tried beside the pages.
  'POST /conventions/echeances/abonnements/:id/retrait': { ...followers, about: agreement },
  'GET /conventions/:id/simulation': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: agreement,
  },
  'GET /conventions/:id/lectures/:parametre': {
    ...officers,
    about: (things) => ({ id: things.agreement, parametre: 'abstention' }),
  },
  'POST /conventions/:id/lectures/:parametre': {
    ...officers,
    about: (things) => ({ id: things.agreement, parametre: 'abstention' }),
  },
  'GET /conventions/:id/historique': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: agreement,
  },
  'GET /conventions/:id/actes/:acte/correction': { ...officers, about: signature },
  'POST /conventions/:id/actes/:acte/correction': { ...officers, about: signature },
  'GET /conventions/:id/document-signe': { ...memberReaders, about: agreement },
  'GET /conventions/reprise': officers,
  'POST /conventions/reprise': officers,
  'GET /conventions/reprise/modele.csv': officers,
  'GET /conventions/reprise/imports': officers,
  'POST /conventions/reprise/imports': officers,
  'GET /conventions/reprise/imports/:id': { ...officers, about: takeoverImport, shared: true },
  'POST /conventions/reprise/imports/:id/enregistrement': {
    ...officers,
    about: takeoverImport,
    shared: true,
  },
  'GET /conventions/:id/lectures': { who: { all: HEAD, own: ['partner', 'facilitator'] }, about: agreement },
  'GET /conventions/:id/interlocuteurs': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: agreement,
  },
  'GET /conventions/:id/interlocuteurs/:partie/nouveau': { ...keepers, about: ownSide },
  'POST /conventions/:id/interlocuteurs/:partie/nouveau': { ...keepers, about: ownSide },
  'GET /conventions/:id/interlocuteurs/:fonction/fin': { ...keepers, about: office },
  'POST /conventions/:id/interlocuteurs/:fonction/fin': { ...keepers, about: office },
  'GET /conventions/:id/liens/:partie/nouveau': { ...keepers, about: ownSide },
  'POST /conventions/:id/liens/:partie/nouveau': { ...keepers, about: ownSide },
  'GET /conventions/:id/liens/:lien/fin': { ...keepers, about: linkedOffice },
  'POST /conventions/:id/liens/:lien/fin': { ...keepers, about: linkedOffice },
  'GET /conventions/:id/actes-autorite/:partie/nouveau': { ...keepers, about: ownSide },
  'POST /conventions/:id/actes-autorite/:partie/nouveau': { ...keepers, about: ownSide },
  'GET /conventions/:id/actes-autorite/:acte/retrait': { ...keepers, about: authority },
  'POST /conventions/:id/actes-autorite/:acte/retrait': { ...keepers, about: authority },
  'GET /conventions/:id/actes-autorite/:acte/document': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: authority,
  },
  'GET /conventions/:id/dommages': { ...officers, about: agreement },
  'POST /conventions/:id/dommages': { ...officers, about: agreement },
  'GET /conventions/:id/dommages/:demande/document': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: claim,
  },
  'GET /conventions/:id/a-confirmer/:acte': { ...officers, about: waitingAct },
  'POST /conventions/:id/a-confirmer/:acte': { ...officers, about: waitingAct },
  'POST /conventions/:id/a-confirmer/:acte/abandon': { ...officers, about: waitingAct },
  'GET /conventions/:id/registre-public': { ...officers, about: agreement },
  'POST /conventions/:id/registre-public': { ...officers, about: agreement },
  'POST /conventions/:id/registre-public/retrait': { ...officers, about: agreement },
  'GET /decisions': everybody,
  'GET /decisions/nouvelle': officers,
  'POST /decisions/nouvelle': officers,
  'GET /decisions/:id': { ...everybody, about: decision, shared: true },
  'GET /decisions/:id/decision.pdf': { ...everybody, about: decision, shared: true },
  'GET /decisions/:id/projet': { ...officers, about: decisionDraft, shared: true },
  'POST /decisions/:id/projet': { ...officers, about: decisionDraft, shared: true },
  'POST /decisions/:id/publication': { ...officers, about: decisionDraft, shared: true },
  'GET /decisions/:id/transmission': { ...officers, about: decision, shared: true },
  'POST /decisions/:id/transmission': { ...officers, about: decision, shared: true },
  'GET /decisions/:id/retrait': { ...officers, about: decision, shared: true },
  'POST /decisions/:id/retrait': { ...officers, about: decision, shared: true },
  'GET /reglages/conventions': officers,
  'POST /reglages/conventions': officers,
  'GET /conventions-du-reseau': everybody,
  'GET /conventions-du-reseau.csv': everybody,
  'GET /conventions/modeles': { who: { all: HEAD, own: ['partner', 'facilitator'] } },
  'POST /conventions/modeles/reference': officers,
  'GET /conventions/modeles/:id': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: template,
    shared: true,
  },
  'GET /conventions/modeles/:id/differences': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: template,
    shared: true,
  },
  'POST /conventions/modeles/:id/copie': { ...officers, about: template },
  'POST /conventions/modeles/:id/version': { ...officers, about: template },
  'GET /conventions/modeles/:id/retrait': { ...officers, about: template },
  'POST /conventions/modeles/:id/retrait': { ...officers, about: template },
  'GET /conventions/modeles/:id/projet': { ...officers, about: template },
  'POST /conventions/modeles/:id/projet': { ...officers, about: template },
  'POST /conventions/modeles/:id/projet/articles': { ...officers, about: template },
  'GET /conventions/modeles/:id/projet/articles/:cle': { ...officers, about: templateClause },
  'POST /conventions/modeles/:id/projet/articles/:cle': { ...officers, about: templateClause },
  'POST /conventions/modeles/:id/projet/articles/:cle/place': { ...officers, about: templateClause },
  'POST /conventions/modeles/:id/projet/articles/:cle/retrait': { ...officers, about: templateClause },
  'GET /conventions/modeles/:id/projet/termes': { ...officers, about: template },
  'POST /conventions/modeles/:id/projet/termes': { ...officers, about: template },
  'GET /conventions/modeles/:id/projet/lectures': { ...officers, about: template },
  'POST /conventions/modeles/:id/projet/lectures': { ...officers, about: template },
  'GET /conventions/modeles/:id/projet/annexes': { ...officers, about: template },
  'POST /conventions/modeles/:id/projet/annexes': { ...officers, about: template },
  'GET /conventions/modeles/:id/projet/variables': { ...officers, about: template },
  'POST /conventions/modeles/:id/projet/variables': { ...officers, about: template },
  'GET /conventions/modeles/:id/projet/apercu': { ...officers, about: template },
  'GET /conventions/modeles/:id/projet/publication': { ...officers, about: template },
  'POST /conventions/modeles/:id/projet/publication': { ...officers, about: template },
  'POST /conventions/modeles/:id/projet/abandon': { ...officers, about: template },
  'GET /conventions/:id/comparaison': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: agreement,
  },
  'GET /conventions/nouvelle': officers,
  'POST /conventions/nouvelle': officers,
  'GET /conventions/:id/projet': { ...officers, about: agreement },
  'POST /conventions/:id/projet': { ...officers, about: agreement },
  'GET /conventions/:id/annexe': { ...officers, about: agreement },
  'POST /conventions/:id/annexe': { ...officers, about: agreement },
  'POST /conventions/:id/annexe/:place/retrait': {
    ...officers,
    about: (things) => ({ id: things.agreement, place: things.placeId }),
  },
  'GET /conventions/:id/negociation': { ...keepers, about: agreement },
  'GET /conventions/:id/negociation/partage': { ...officers, about: agreement },
  'POST /conventions/:id/negociation/partage': { ...officers, about: agreement },
  'GET /conventions/:id/negociation/renseignements': { ...keepers, about: agreement },
  'POST /conventions/:id/negociation/renseignements': { ...keepers, about: agreement },
  'POST /conventions/:id/negociation/approbation': { ...keepers, about: agreement },
  'GET /conventions/:id/negociation/projet.docx': { ...keepers, about: agreement },
  'POST /conventions/:id/negociation/word': { ...keepers, about: agreement },
  'GET /conventions/:id/negociation/articles/:cle': { ...keepers, about: draftClause },
  'POST /conventions/:id/negociation/articles/:cle/redaction': { ...officers, about: draftClause },
  'POST /conventions/:id/negociation/articles/:cle/texte': { ...keepers, about: draftClause },
  'POST /conventions/:id/negociation/articles/:cle/terme': { ...keepers, about: draftClause },
  'POST /conventions/:id/negociation/articles/:cle/commentaire': { ...keepers, about: draftClause },
  'POST /conventions/:id/negociation/propositions/:proposition/accord': { ...keepers, about: proposal },
  'POST /conventions/:id/negociation/propositions/:proposition/refus': { ...keepers, about: proposal },
  'POST /conventions/:id/negociation/propositions/:proposition/retrait': { ...keepers, about: proposal },
  'GET /conventions/:id/signature': { ...officers, about: agreement },
  'POST /conventions/:id/signature': { ...officers, about: agreement },
  'GET /conventions/:id/denonciation': { ...officers, about: agreement },
  'POST /conventions/:id/denonciation': { ...officers, about: agreement },
  'GET /conventions/:id/denonciation/retrait': { ...officers, about: agreement },
  'POST /conventions/:id/denonciation/retrait': { ...officers, about: agreement },
  'GET /conventions/:id/courrier': { ...officers, about: agreement },
  'POST /conventions/:id/courrier': { ...officers, about: agreement },
  'GET /conventions/:id/lettres/nouvelle': { ...officers, about: agreement },
  'POST /conventions/:id/lettres/nouvelle': { ...officers, about: agreement },
  'GET /conventions/:id/lettres/:lettre': { ...officers, about: letter },
  'GET /conventions/:id/lettres/:lettre/lettre.docx': { ...officers, about: letter },
  'GET /conventions/:id/lettres/:lettre/depot': { ...officers, about: letter },
  'POST /conventions/:id/lettres/:lettre/depot': { ...officers, about: letter },
  'GET /conventions/:id/lettres/:lettre/bordereau': { ...officers, about: letter },
  'POST /conventions/:id/lettres/:lettre/abandon': { ...officers, about: letter },
  'GET /conventions/:id/documents': { ...memberReaders, about: agreement },
  'GET /conventions/:id/documents/:piece': { ...memberReaders, about: piece },
  'GET /conventions/:id/documents/:piece/pdf': { ...memberReaders, about: piece },
  'GET /conventions/:id/documents-emis/:document': { ...memberReaders, about: issuedDocument },
  'GET /conventions/:id/mise-en-demeure': { ...officers, about: agreement },
  'POST /conventions/:id/mise-en-demeure': { ...officers, about: agreement },
  'GET /conventions/:id/mise-en-demeure/suite': { ...officers, about: agreement },
  'POST /conventions/:id/mise-en-demeure/suite': { ...officers, about: agreement },
  'GET /conventions/:id/resiliation': { ...officers, about: agreement },
  'POST /conventions/:id/resiliation': { ...officers, about: agreement },
  'GET /conventions/:id/signature-en-ligne/ouverture': { ...officers, about: agreement },
  'POST /conventions/:id/signature-en-ligne/ouverture': { ...officers, about: agreement },
  'POST /conventions/:id/signature-en-ligne/fermeture': { ...officers, about: agreement },
  'GET /conventions/:id/signature-en-ligne': { ...signers, about: agreement },
  'POST /conventions/:id/signature-en-ligne': { ...signers, about: agreement },
  'POST /conventions/:id/signature-en-ligne/code': { ...signers, about: agreement },
  'GET /conventions/:id/signature-en-ligne/refus': { ...signers, about: agreement },
  'POST /conventions/:id/signature-en-ligne/refus': { ...signers, about: agreement },
  'POST /conventions/:id/signature-en-ligne/reprise': { ...signers, about: agreement },
  'GET /conventions/:id/signature-en-ligne/appel': { ...officers, about: agreement },
  'POST /conventions/:id/signature-en-ligne/appel': { ...officers, about: agreement },
  'GET /conventions/:id/signature-en-ligne/ailleurs': { ...officers, about: agreement },
  'POST /conventions/:id/signature-en-ligne/ailleurs': { ...officers, about: agreement },
  'GET /conventions/:id/document-a-signer': { ...memberReaders, about: agreement },
  'GET /conventions/:id/documents-signes/:document': { ...memberReaders, about: sealedDocument },
  'GET /verification': everybody,
  'POST /verification': everybody,
  // About no thing: it says no to what it does not know.
  'GET /verification/:empreinte': everybody,
  'GET /conventions/:id/preuves': { ...memberReaders, about: agreement },
  'GET /conventions/:id/preuves/:acte': { ...memberReaders, about: signature },
  'POST /conventions/:id/preuves/:acte/original': { ...officers, about: signature },
  'GET /conventions/:id/preuves/:acte/ratification': { ...officers, about: signature },
  'POST /conventions/:id/preuves/:acte/ratification': { ...officers, about: signature },
  'GET /conventions/:id/preuves/:acte/documents/:document': { ...memberReaders, about: signature },
  'GET /conventions/:id/texte': { who: { all: HEAD, own: ['partner', 'facilitator'] }, about: agreement },
  'GET /conventions/:id/avenants/demande': { ...keepers, about: agreement },
  'POST /conventions/:id/avenants/demande': { ...keepers, about: agreement },
  'GET /conventions/:id/obligations': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: agreement,
  },
  'GET /conventions/:id/obligations/:obligation/preuve': { ...keepers, about: duty },
  'POST /conventions/:id/obligations/:obligation/preuve': { ...keepers, about: duty },
  'GET /conventions/:id/preuves-declarees/:preuve/retrait': { ...keepers, about: evidence },
  'POST /conventions/:id/preuves-declarees/:preuve/retrait': { ...keepers, about: evidence },
  'POST /conventions/:id/lieux/:place/confirmation': {
    who: { all: ['officer'], own: ['partner', 'facilitator'] },
    about: agreementPlace,
  },
  'GET /conventions/:id/pieces/:fichier': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: evidenceFile,
  },
  'GET /conventions/:id/reunions/nouvelle': { ...officers, about: agreement },
  'POST /conventions/:id/reunions/nouvelle': { ...officers, about: agreement },
  'GET /conventions/:id/reunions/:reunion': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: meeting,
  },
  'GET /conventions/:id/reunions/:reunion/decision': { ...officers, about: meeting },
  'POST /conventions/:id/reunions/:reunion/decision': { ...officers, about: meeting },
  'GET /conventions/:id/reunions/:reunion/compte-rendu': { ...officers, about: meeting },
  'POST /conventions/:id/reunions/:reunion/compte-rendu': { ...officers, about: meeting },
  'POST /conventions/:id/reunions/:reunion/avis': { ...keepers, about: meeting },
  'GET /conventions/:id/communications/nouvelle': { ...keepers, about: agreement },
  'POST /conventions/:id/communications/nouvelle': { ...keepers, about: agreement },
  'GET /conventions/:id/communications/:communication': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: communication,
  },
  'POST /conventions/:id/communications/:communication/reponse': { ...keepers, about: communication },
  'GET /conventions/:id/communications/:communication/bilan': { ...keepers, about: communication },
  'POST /conventions/:id/communications/:communication/bilan': { ...keepers, about: communication },
  'GET /conventions/:id/avenants/nouveau': { ...officers, about: agreement },
  'POST /conventions/:id/avenants/nouveau': { ...officers, about: agreement },
  'GET /conventions/:id/avenants/:numero': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: amendment,
  },
  'GET /conventions/:id/avenants/:numero/termes': { ...officers, about: amendment },
  'POST /conventions/:id/avenants/:numero/termes': { ...officers, about: amendment },
  'GET /conventions/:id/avenants/:numero/articles/:cle': { ...officers, about: article },
  'POST /conventions/:id/avenants/:numero/articles/:cle': { ...officers, about: article },
  'GET /conventions/:id/avenants/:numero/lieux': { ...officers, about: amendment },
  'POST /conventions/:id/avenants/:numero/lieux': { ...officers, about: amendment },
  'POST /conventions/:id/avenants/:numero/lieux/ajout': { ...officers, about: amendment },
  'GET /conventions/:id/avenants/:numero/signature': { ...officers, about: amendment },
  'POST /conventions/:id/avenants/:numero/signature': { ...officers, about: amendment },
  'GET /conventions/:id/renouvellement': { ...officers, about: agreement },
  'POST /conventions/:id/renouvellement': { ...officers, about: agreement },
  'GET /conventions/:id/differends/nouveau': { ...officers, about: agreement },
  'POST /conventions/:id/differends/nouveau': { ...officers, about: agreement },
  'GET /conventions/:id/differends/:differend/reglement': { ...officers, about: dispute },
  'POST /conventions/:id/differends/:differend/reglement': { ...officers, about: dispute },
  'GET /instruction': { who: { all: ['officer', 'reader', 'auditor'], own: PLACED } },
  'GET /instruction/groupes': readsGroups,
  'POST /instruction/groupes': officers,
  'GET /instruction/groupes/:id': { ...readsGroups, ...aboutGroup },
  'POST /instruction/groupes/:id': { ...officers, ...aboutGroup },
  'POST /instruction/groupes/:id/fermeture': { ...officers, ...aboutGroup },
  'POST /instruction/groupes/:id/membres': { ...officers, ...aboutGroup },
  'POST /instruction/groupes/:id/membres/:membre/fin': { ...officers, ...aboutGroup },
  'GET /instruction/:id': seesFiles,
  'POST /instruction/:id/prise-en-charge': instructs,
  'GET /instruction/:id/affectation': instructs,
  'POST /instruction/:id/affectation': instructs,
  'GET /instruction/:id/rubriques/:rubrique': seesFiles,
  'POST /instruction/:id/rubriques/:rubrique': instructs,
  'GET /instruction/:id/complements': instructs,
  'POST /instruction/:id/complements': instructs,
  'GET /instruction/:id/sans-suite': instructs,
  'POST /instruction/:id/sans-suite': instructs,
  'GET /instruction/:id/avis': seesFiles,
  'POST /instruction/:id/avis': instructs,
  'POST /instruction/:id/avis/:avis/retrait': instructs,
  'GET /instruction/:id/visites': seesFiles,
  'POST /instruction/:id/visites': instructs,
  'GET /instruction/:id/visites/:visite': instructs,
  'POST /instruction/:id/visites/:visite': instructs,
  'GET /instruction/:id/visites/:visite/grille': seesFiles,
  'POST /instruction/:id/visites/:visite/annulation': instructs,
  'GET /instruction/:id/proposition': instructs,
  'POST /instruction/:id/proposition': instructs,
  'GET /instruction/:id/reprise': instructs,
  'POST /instruction/:id/reprise': instructs,
  'GET /instruction/:id/documents/:fichier': seesFiles,
  'GET /avis-labels': expert,
  'GET /avis-labels/:avis': askedOfExpert,
  'POST /avis-labels/:avis': askedOfExpert,
  'GET /avis-labels/:avis/documents/:fichier': askedOfExpert,
  'GET /candidatures/:id/complements': answersInstruction,
  'POST /candidatures/:id/complements': answersInstruction,
  'POST /candidatures/:id/complements/:critere': answersInstruction,
  'GET /candidatures/:id/complements/documents/:fichier': { ...answersInstruction, personal: true },
  'GET /candidatures/:id/visites': answersInstruction,
  'POST /candidatures/:id/visites/:visite/reponse': answersInstruction,
  'POST /candidatures/:id/visites/:visite/replique': answersInstruction,
  'GET /listes-labels': initiativeReaders,
  'GET /listes-labels/nouvelle': listProposers,
  'POST /listes-labels/nouvelle': listProposers,
  'GET /listes-labels/:id': { ...initiativeReaders, about: placeList },
  'GET /listes-labels/:id/avenant': { ...listProposers, about: placeList },
  'POST /listes-labels/:id/avenant': { ...listProposers, about: placeList },
  'GET /listes-labels/:id/compte-rendu': { ...initiativeReaders, about: placeList },
  'GET /listes-labels/:id/lieux': { ...listProposers, about: placeList },
  'POST /listes-labels/:id/lieux': { ...listProposers, about: placeList },
  'POST /listes-labels/:id/lieux/:lieu/retrait': { ...listProposers, about: listedPlace },
  'GET /listes-labels/:id/lieux/:lieu/avis': { ...officers, about: listedPlace },
  'POST /listes-labels/:id/lieux/:lieu/avis': { ...officers, about: listedPlace },
  'GET /listes-labels/:id/fichier': { ...listProposers, about: placeList },
  'POST /listes-labels/:id/fichier': { ...listProposers, about: placeList },
  'GET /listes-labels/:id/fichiers/:fichier': { ...listProposers, about: listUpload },
  'POST /listes-labels/:id/fichiers/:fichier': { ...listProposers, about: listUpload },
  'GET /listes-labels/:id/fichiers/:fichier/lignes-a-revoir.csv': { ...listProposers, about: listUpload },
  'GET /listes-labels/:id/charte': { ...initiativeReaders, about: placeList },
  'POST /listes-labels/:id/charte': { ...listProposers, about: placeList },
  'GET /listes-labels/:id/decision': { ...officers, about: placeList },
  'POST /listes-labels/:id/decision': { ...officers, about: placeList },
  'GET /candidatures': applicants,
  'GET /candidatures/nouvelle': applicants,
  'GET /candidatures/nouvelle/:label': {
    ...applicants,
    about: ({ ownLabel }) => ({ label: ownLabel }),
    shared: true,
  },
  'POST /candidatures/nouvelle/:label': {
    ...applicants,
    about: ({ ownLabel }) => ({ label: ownLabel }),
    shared: true,
  },
  'GET /candidatures/preuves': applicants,
  'POST /candidatures/preuves': applicants,
  'GET /candidatures/preuves/:preuve/fichier': ownProof,
  'GET /candidatures/preuves/:preuve/remplacement': ownProof,
  'POST /candidatures/preuves/:preuve/remplacement': ownProof,
  'GET /candidatures/:id': ownFile,
  'GET /candidatures/:id/lecture': ownFile,
  'GET /candidatures/:id/envoi': ownFile,
  'POST /candidatures/:id/envoi': ownFile,
  'GET /candidatures/:id/retrait': ownFile,
  'POST /candidatures/:id/retrait': ownFile,
  'POST /candidatures/:id/version': ownFile,
  'POST /candidatures/:id/candidature': ownFile,
  'GET /candidatures/:id/rubriques/:rang': {
    ...applicants,
    about: ({ application }) => ({ id: application, rang: '1' }),
  },
  'POST /candidatures/:id/rubriques/:rang': {
    ...applicants,
    about: ({ application }) => ({ id: application, rang: '1' }),
  },
  'GET /campagnes': jurySeats,
  'GET /campagnes/:id': aJury,
  'GET /campagnes/:id/jury': aJury,
  'POST /campagnes/:id/jury': runsJury,
  'POST /campagnes/:id/jury/membres': runsJury,
  'POST /campagnes/:id/jury/membres/:juror/fin': runsJury,
  'POST /campagnes/:id/repartition': runsJury,
  'POST /campagnes/:id/cloture': runsJury,
  'GET /campagnes/:id/resultats': aJury,
  'POST /campagnes/:id/seances': aJury,
  'GET /campagnes/:id/proces-verbal': aJury,
  'GET /campagnes/:id/publication': runsJury,
  'POST /campagnes/:id/publication': runsJury,
  'GET /campagnes/:id/dossiers/:dossier': aJury,
  'POST /campagnes/:id/dossiers/:dossier/recevabilite': runsJury,
  'POST /campagnes/:id/dossiers/:dossier/declaration': aJury,
  'POST /campagnes/:id/dossiers/:dossier/decision': aJury,
  'GET /lectures': { who: { own: JUDGES } },
  'GET /lectures/:lecture': aReading,
  'POST /lectures/:lecture/declaration': aReading,
  'POST /lectures/:lecture/grille': aReading,
  'GET /lectures/:lecture/pieces/:piece': aReading,
  'GET /candidatures/:id/comparaison': { ...ownFile, personal: true },
  'POST /candidatures/:id/comparaison': { ...ownFile, personal: true },
  'GET /decisions-labels': decisionReaders,
  'GET /decisions-labels/candidatures/:candidature': { ...officers, ...toDecide },
  'POST /decisions-labels/candidatures/:candidature': { ...officers, ...toDecide },
  'GET /decisions-labels/:id': { ...decisionReaders, ...ofDecision },
  'POST /decisions-labels/:id/ouverture': { who: { own: ['partner'] }, ...ofDecision },
  'GET /decisions-labels/:id/lettre.pdf': { ...decisionReaders, ...ofDecision },
  'POST /decisions-labels/:id/notification': { ...officers, ...ofDecision },
  'GET /decisions-labels/:id/remplacement': { ...officers, ...ofDecision },
  'POST /decisions-labels/:id/remplacement': { ...officers, ...ofDecision },
  'GET /decisions-labels/:id/recours': { ...keepers, ...ofDecision },
  'POST /decisions-labels/:id/recours': { ...keepers, ...ofDecision },
  'GET /decisions-labels/:id/recours/:recours': { ...decisionReaders, ...ofAppeal },
  'POST /decisions-labels/:id/recours/:recours/examen': { ...officers, ...ofAppeal },
  'POST /decisions-labels/:id/recours/:recours/rejet': { ...officers, ...ofAppeal },
  'POST /decisions-labels/:id/recours/:recours/abandon': { ...keepers, ...ofAppeal },
  'GET /attributions/:id': { ...decisionReaders, ...ofDecidedAward },
  'GET /attributions/:id/decision': { ...officers, ...ofDecidedAward },
  'POST /attributions/:id/decision': { ...officers, ...ofDecidedAward },
  'GET /attributions/:id/observations': { ...officers, ...ofDecidedAward },
  'POST /attributions/:id/observations': { ...officers, ...ofDecidedAward },
  'GET /attributions/:id/observations/:demande': { ...decisionReaders, ...ofHearing },
  'POST /attributions/:id/observations/:demande': { ...keepers, ...ofHearing },
  'GET /labels/accueil': {
    who: {
      all: ['officer', 'reader', 'auditor'],
      own: ['partner', 'facilitator', 'committee_member', 'expert', 'juror'],
    },
  },
  'GET /labels/:code': { ...everybody, about: labelCode },
  'GET /reglages/labels': schemeReaders,
  'GET /reglages/labels/nouveau': officers,
  'POST /reglages/labels/nouveau': officers,
  'GET /reglages/labels/:id': { ...schemeReaders, ...ofScheme },
  'GET /reglages/labels/:id/nom': { ...officers, ...ofScheme },
  'POST /reglages/labels/:id/nom': { ...officers, ...ofScheme },
  'POST /reglages/labels/:id/version': { ...officers, ...ofScheme },
  'GET /reglages/labels/:id/versions/:version': { ...schemeReaders, about: ofSchemeVersion, shared: true },
  'GET /reglages/labels/:id/titulaires': { ...schemeReaders, ...ofScheme },
  'GET /reglages/labels/:id/projet': { ...officers, ...ofScheme },
  'GET /reglages/labels/:id/projet/forme': { ...officers, ...ofScheme },
  'POST /reglages/labels/:id/projet/forme': { ...officers, ...ofScheme },
  'GET /reglages/labels/:id/projet/niveaux': { ...officers, ...ofScheme },
  'POST /reglages/labels/:id/projet/niveaux': { ...officers, ...ofScheme },
  'GET /reglages/labels/:id/projet/convention': { ...officers, ...ofScheme },
  'POST /reglages/labels/:id/projet/convention': { ...officers, ...ofScheme },
  'GET /reglages/labels/:id/projet/duree': { ...officers, ...ofScheme },
  'POST /reglages/labels/:id/projet/duree': { ...officers, ...ofScheme },
  'GET /reglages/labels/:id/projet/jury': { ...officers, ...ofScheme },
  'POST /reglages/labels/:id/projet/jury': { ...officers, ...ofScheme },
  'GET /reglages/labels/:id/projet/recours': { ...officers, ...ofScheme },
  'POST /reglages/labels/:id/projet/recours': { ...officers, ...ofScheme },
  'GET /reglages/labels/:id/projet/mots': { ...officers, ...ofScheme },
  'POST /reglages/labels/:id/projet/mots': { ...officers, ...ofScheme },
  'GET /reglages/labels/:id/projet/criteres': { ...officers, ...ofScheme },
  'POST /reglages/labels/:id/projet/criteres': { ...officers, ...ofScheme },
  'GET /reglages/labels/:id/projet/publication': { ...officers, ...ofScheme },
  'POST /reglages/labels/:id/projet/publication': { ...officers, ...ofScheme },
  'GET /reglages/labels/:id/projet/apercu': { ...officers, ...ofScheme },
  'POST /reglages/labels/:id/projet/abandon': { ...officers, ...ofScheme },
  'GET /reglages/labels/:id/projet/criteres/:rang': { ...officers, ...ofCriterion },
  'GET /reglages/labels/:id/projet/criteres/:rang/question': { ...officers, ...ofCriterion },
  'POST /reglages/labels/:id/projet/criteres/:rang/question': { ...officers, ...ofCriterion },
  'GET /reglages/labels/:id/projet/criteres/:rang/exigence': { ...officers, ...ofCriterion },
  'POST /reglages/labels/:id/projet/criteres/:rang/exigence': { ...officers, ...ofCriterion },
  'GET /reglages/labels/:id/projet/criteres/:rang/preuves': { ...officers, ...ofCriterion },
  'POST /reglages/labels/:id/projet/criteres/:rang/preuves': { ...officers, ...ofCriterion },
  'GET /reglages/labels/:id/projet/criteres/:rang/echelle': { ...officers, ...ofCriterion },
  'POST /reglages/labels/:id/projet/criteres/:rang/echelle': { ...officers, ...ofCriterion },
  'POST /reglages/labels/:id/projet/criteres/:rang/place': { ...officers, ...ofCriterion },
  'POST /reglages/labels/:id/projet/criteres/:rang/retrait': { ...officers, ...ofCriterion },
  'GET /reglages/labels/:id/campagnes/nouvelle': { ...officers, ...ofScheme },
  'POST /reglages/labels/:id/campagnes/nouvelle': { ...officers, ...ofScheme },
  'GET /reglages/labels/:id/campagnes/:campagne/prolongation': { ...officers, ...ofCampaign },
  'POST /reglages/labels/:id/campagnes/:campagne/prolongation': { ...officers, ...ofCampaign },
  'GET /conventions/:id/labels/attribution': { ...officers, about: agreement },
  'POST /conventions/:id/labels/attribution': { ...officers, about: agreement },

  'GET /labels': everybody,
  'GET /labels/donnees.csv': everybody,
  'GET /labels/donnees.json': everybody,
  'GET /l/:slug': { ...everybody, about: ({ proof }) => ({ slug: proof }), shared: true },
  'GET /l/:slug/donnees.jsonld': { ...everybody, about: ({ proof }) => ({ slug: proof }), shared: true },
  'GET /badges/emetteur': everybody,
  'GET /badges/cles/:id': { ...everybody, about: ({ badgeKey }) => ({ id: badgeKey }), shared: true },
  'GET /badges/etats/:id/:purpose{revocation|suspension}': {
    ...everybody,
    about: ({ badgeList }) => ({ id: badgeList, purpose: 'revocation' }),
    shared: true,
  },
  'GET /badges/titulaires/:id': { ...everybody, about: ({ placeId }) => ({ id: placeId }), shared: true },
  'GET /badges/labels/:id': { ...everybody, about: ({ scheme }) => ({ id: scheme }), shared: true },
  'GET /badges/reconnaissances/:id': {
    ...everybody,
    about: ({ organisation }) => ({ id: organisation }),
    shared: true,
  },
  'GET /badges/:id': { ...everybody, about: ({ badge }) => ({ id: badge }), shared: true },
  'GET /badges/:file{[^/]+\\.jwt}': { ...everybody, about: badgeFile('jwt'), shared: true },
  'GET /badges/:file{[^/]+\\.json}': { ...everybody, about: badgeFile('json'), shared: true },
  'GET /badges/:file{[^/]+\\.png}': { ...everybody, about: badgeFile('png'), shared: true },
  'GET /badges/:file{[^/]+\\.svg}': { ...everybody, about: badgeFile('svg'), shared: true },
  'GET /l/:slug/badge': { ...everybody, about: ({ proof }) => ({ slug: proof }), shared: true },
  'GET /verifier-un-badge': everybody,
  'POST /verifier-un-badge': everybody,
  'GET /attributions/:id/signes': { ...signReaders, about: ({ award }) => ({ id: award }) },
  'GET /attributions/:id/signes/:signe': {
    ...signReaders,
    about: ({ award }) => ({ id: award, signe: 'code.svg' }),
  },
  'GET /reglages/badges': schemeReaders,
  'GET /reglages/badges/renouvellement': officers,
  'POST /reglages/badges/renouvellement': officers,
  'GET /reglages/badges/cles/:id/compromission': {
    ...officers,
    about: ({ badgeKey }) => ({ id: badgeKey }),
    shared: true,
  },
  'POST /reglages/badges/cles/:id/compromission': {
    ...officers,
    about: ({ badgeKey }) => ({ id: badgeKey }),
    shared: true,
  },

  'GET /labels/suivi': { who: { all: ['officer', 'reader', 'auditor'] } },
  'POST /labels/suivi/conventions/:id/mise-en-demeure': { ...officers, about: agreement },
  'POST /labels/suivi/:id/adresse': { ...officers, about: ({ award }) => ({ id: award }) },

  'GET /structures': { who: { all: HEAD, own: ['partner', 'facilitator'] } },
  'GET /structures/nouvelle': officers,
  'POST /structures/nouvelle': officers,
  'GET /structures/:id': { who: { all: HEAD, own: ['partner', 'facilitator'] }, about: organisation },
  'GET /structures/:id/modification': { ...keepers, about: organisation },
  'POST /structures/:id/modification': { ...keepers, about: organisation },
  'GET /structures/:id/fusion': { ...officers, about: organisation },
  'POST /structures/:id/fusion': { ...officers, about: organisation },
  'POST /structures/:id/separation': { ...officers, about: organisation },
  'GET /structures/:id/contacts/nouveau': { ...keepers, about: organisation },
  'POST /structures/:id/contacts/nouveau': { ...keepers, about: organisation },
  'GET /structures/:id/contacts/:contact': { ...keepers, about: contact },
  'POST /structures/:id/contacts/:contact': { ...keepers, about: contact },
  'POST /structures/:id/contacts/:contact/retrait': { ...keepers, about: contact },
  'GET /structures/:id/references': { ...keepers, about: organisation },
  'POST /structures/:id/references': { ...keepers, about: organisation },
  'POST /structures/:id/references/retrait': { ...keepers, about: organisation },
  'GET /structures/:id/mandats/nouveau': { ...keepers, about: organisation },
  'POST /structures/:id/mandats/nouveau': { ...keepers, about: organisation },
  'GET /structures/:id/mandats/:mandat/fin': { ...keepers, about: mandate },
  'POST /structures/:id/mandats/:mandat/fin': { ...keepers, about: mandate },
  'POST /structures/:id/mandats/:mandat/retrait': { ...keepers, about: mandate },
  'GET /structures/:id/mandats/:mandat/document': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: mandate,
  },
  'GET /structures/:id/mandats/:mandat/delegations/nouvelle': { ...keepers, about: mandate },
  'POST /structures/:id/mandats/:mandat/delegations/nouvelle': { ...keepers, about: mandate },
  'GET /structures/:id/delegations/:delegation/fin': { ...keepers, about: delegation },
  'POST /structures/:id/delegations/:delegation/fin': { ...keepers, about: delegation },
  'POST /structures/:id/delegations/:delegation/retrait': { ...keepers, about: delegation },
  'GET /structures/:id/delegations/:delegation/document': {
    who: { all: HEAD, own: ['partner', 'facilitator'] },
    about: delegation,
  },

  'GET /connexion': everybody,
  'POST /connexion': everybody,
  'GET /connexion/lien': everybody,
  'POST /connexion/lien': everybody,
  'GET /connexion/lien/:jeton': everybody,
  'POST /connexion/lien/:jeton': everybody,
  'GET /connexion/courriel-envoye': everybody,
  'GET /connexion/mot-de-passe-oublie': everybody,
  'POST /connexion/mot-de-passe-oublie': everybody,
  'GET /connexion/nouveau-mot-de-passe/:jeton': everybody,
  'POST /connexion/nouveau-mot-de-passe/:jeton': everybody,
  'GET /connexion/confirmation/:jeton': everybody,
  'POST /connexion/confirmation/:jeton': everybody,
  'GET /connexion/nouvelle-adresse/:jeton': everybody,
  'POST /connexion/nouvelle-adresse/:jeton': everybody,
  'POST /connexion/demonstration': everybody,
  'GET /connexion/code': everybody,
  'POST /connexion/code': everybody,
  'GET /connexion/cle': everybody,
  'GET /connexion/cle/options': everybody,
  'POST /connexion/cle': everybody,
  'GET /connexion/proconnect': everybody,
  'GET /connexion/callback/proconnect': everybody,
  'GET /deconnexion/proconnect': everybody,
  'GET /deconnexion/retour': everybody,
  'GET /connexion/second-facteur': factorOwed,
  'POST /connexion/second-facteur': factorOwed,
  'POST /connexion/second-facteur/cle': factorOwed,
  'GET /compte/code': factorOwed,
  'POST /compte/code': factorOwed,
  'POST /compte/code/confirmation': factorOwed,
  'GET /compte/code/secours': factorOwed,
  'POST /compte/code/secours': factorOwed,
  'GET /compte/code/secours/renouvellement': factorOwed,
  'POST /compte/code/secours/renouvellement': factorOwed,
  'GET /compte/code/retrait': factorOwed,
  'POST /compte/code/retrait': factorOwed,
  'GET /reglages/cles-api': signedIn,
  'POST /reglages/cles-api': signedIn,
  // Another person's key does not exist; one's own are tried with the API.
  'POST /reglages/cles-api/:cle/retrait': {
    ...signedIn,
    personal: true,
    about: ({ agreement }) => ({ cle: agreement }),
  },
  'GET /compte/cles': factorOwed,
  'GET /compte/cles/options': factorOwed,
  'POST /compte/cles': factorOwed,
  // An id that names no key of theirs: a person’s own are tried in the test of passkeys.
  'GET /compte/cles/:id': { ...factorOwed, personal: true, about: agreement },
  'POST /compte/cles/:id': { ...factorOwed, personal: true, about: agreement },
  'POST /compte/cles/:id/retrait': { ...factorOwed, personal: true, about: agreement },
  'POST /deconnexion': { who: 'whoever-holds-a-session' },
  'GET /compte': signedIn,
  'GET /compte/identite': signedIn,
  'POST /compte/identite': signedIn,
  'GET /compte/courriel': signedIn,
  'POST /compte/courriel': signedIn,
  'GET /compte/mot-de-passe': signedIn,
  'POST /compte/mot-de-passe': signedIn,
  'GET /compte/proconnect': signedIn,
  'POST /compte/proconnect': signedIn,
  'GET /compte/sessions': signedIn,
  'POST /compte/sessions/fin': signedIn,
  // Another person's session does not exist; one's own are tried beside the pages.
  'POST /compte/sessions/:id/fin': { ...signedIn, personal: true, about: agreement },

  'GET /compte/organisations': signedIn,
  'POST /compte/organisations/:id/choix': { ...signedIn, personal: true, about: membership },
  'GET /compte/organisations/:id/depart': { ...signedIn, personal: true, about: membership },
  'POST /compte/organisations/:id/depart': { ...signedIn, personal: true, about: membership },
  'POST /compte/invitations/:id/acceptation': { ...signedIn, personal: true, about: invitation },
  'POST /compte/invitations/:id/refus': { ...signedIn, personal: true, about: invitation },
  'GET /compte/assistance': signedIn,
  'POST /compte/assistance': signedIn,
  'POST /compte/assistance/retrait': signedIn,
  'GET /compte/journal': signedIn,

  'GET /invitation/:jeton': everybody,
  'POST /invitation/:jeton/acceptation': everybody,
  'POST /invitation/:jeton/refus': everybody,
  'GET /reglages': { who: { all: HEAD, own: ['partner', 'facilitator'] } },
  'GET /reglages/membres': memberReaders,
  'GET /reglages/membres/:id': { ...memberReaders, about: membership },
  'GET /reglages/membres/:id/fonction': { ...keepers, about: membership },
  'POST /reglages/membres/:id/fonction': { ...keepers, about: membership },
  'GET /reglages/membres/:id/fin': { ...keepers, about: membership },
  'POST /reglages/membres/:id/fin': { ...keepers, about: membership },
  'GET /reglages/membres/:id/seconde-preuve': { ...officers, about: membership },
  'POST /reglages/membres/:id/seconde-preuve': { ...officers, about: membership },
  'GET /reglages/membres/:id/assistance': { ...officers, about: membership },
  'POST /reglages/membres/:id/assistance': { ...officers, about: membership },
  'POST /assistance/fin': { who: 'support' },
  'GET /reglages/membres/invitation': keepers,
  'POST /reglages/membres/invitation': keepers,
  'GET /reglages/membres/invitations/:id': { ...memberReaders, about: invitation },
  'POST /reglages/membres/invitations/:id/renvoi': { ...keepers, about: invitation },
  'POST /reglages/membres/invitations/:id/retrait': { ...keepers, about: invitation },

  'GET /journal': sealed,
  'POST /journal/export': sealed,

  'GET /:logo{logo-[0-9a-f]+\\.(?:png|jpg|webp)}': everybody,
  'GET /reglages/reseau': readers,
  'POST /reglages/reseau': officers,
  'GET /reglages/couleurs': readers,
  'POST /reglages/couleurs': officers,
  'GET /reglages/couleurs/:sheet{apercu-[0-9a-f]+\\.css}': readers,
  'GET /reglages/securite': readers,
  'POST /reglages/securite': officers,
  'GET /reglages/reseaux': readers,
  'GET /reglages/reseaux/nouveau': officers,
  'POST /reglages/reseaux/nouveau': officers,
  'POST /reglages/reseaux/rattachement': officers,
  'POST /reglages/reseaux/rattachement/retrait': officers,
  // Answers alike (422) about a demand that was answered, withdrawn, or made to another network.
  'POST /reglages/reseaux/demandes/:placement': officers,
  'POST /reglages/reseaux/detachement': officers,

  'GET /premiers-pas': officers,
  'POST /premiers-pas': nobody,
  'GET /premiers-pas/courriel': everybody,

  'GET /materiel': { who: { all: HEAD, own: OTHERS } },
  'GET /materiel/modeles/:modele': {
    who: { all: HEAD, own: OTHERS },
    about: ({ loanModel }) => ({ modele: loanModel }),
    shared: true,
  },
  'GET /materiel/emprunter': borrowers,
  'POST /materiel/emprunter': borrowers,
  'GET /materiel/demandes': borrowers,
  'GET /materiel/demandes/:demande/reprendre': { ...borrowers, about: ownDraft },
  'POST /materiel/demandes/:demande/reprendre': { ...borrowers, about: ownDraft },
  'GET /materiel/assurances': borrowers,
  'POST /materiel/assurances': borrowers,
  'GET /materiel/prets/:pret': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/abandon': { ...borrowers, about: ownLoan },
  'GET /materiel/prets/:pret/etat/:sens': { ...borrowers, about: ownReport },
  'POST /materiel/prets/:pret/etat/:sens': { ...borrowers, about: ownReport },
  'GET /materiel/prets/:pret/prolongation': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/prolongation': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/reprise': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/attente/sortie': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/attente/acceptation': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/attente/refus': { ...borrowers, about: ownLoan },
  'GET /materiel/prets/:pret/rendez-vous': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/rendez-vous': { ...borrowers, about: ownLoan },
  'GET /materiel/prets/:pret/retour-anticipe': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/retour-anticipe': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/confirmation': { ...borrowers, about: ownLoan },
  'GET /materiel/prets/:pret/reexamen': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/reexamen': { ...borrowers, about: ownLoan },
  'GET /materiel/prets/:pret/bilan': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/bilan': { ...borrowers, about: ownLoan },
  'GET /materiel/prets/:pret/panne': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/panne': { ...borrowers, about: ownLoan },
  'GET /materiel/prets/:pret/intervention': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/intervention': { ...borrowers, about: ownLoan },

  'GET /materiel/prets/:pret/incidents': { ...borrowers, about: ownLoan },
  'POST /materiel/prets/:pret/incidents/:incident/reponse': {
    ...borrowers,
    about: ownIncident,
    personal: true,
  },
  'GET /materiel/prets/:pret/incidents/:incident/photos/:photo': {
    ...{ ...borrowers, personal: true },
    about: (things) => ({ ...ownIncident(things), photo: 'inconnue' }),
  },
  'GET /materiel/prets/:pret/incidents/:incident/justificatif': {
    ...{ ...borrowers, about: ownIncident, personal: true },
  },
  'GET /materiel/prets/:pret/incidents/:incident/releve': {
    ...borrowers,
    about: ownIncident,
    personal: true,
  },
  'POST /materiel/prets/:pret/contestation': { ...borrowers, about: ownLoan },
  'GET /materiel/gestion/:inventaire/incidents': lender(inventory),
  'GET /materiel/gestion/:inventaire/incidents/nouveau': lender(inventory),
  'POST /materiel/gestion/:inventaire/incidents/nouveau': lending(inventory),
  'GET /materiel/gestion/:inventaire/incidents/frais.csv': lender(inventory),
  'GET /materiel/gestion/:inventaire/incidents/:incident': lender(incident),
  'GET /materiel/gestion/:inventaire/incidents/:incident/photos/:photo': lender((things) => ({
    ...incident(things),
    photo: 'inconnue',
  })),
  'POST /materiel/gestion/:inventaire/incidents/:incident/urgence': lending(incident),
  'POST /materiel/gestion/:inventaire/incidents/:incident/examen': lending(incident),
  'POST /materiel/gestion/:inventaire/incidents/:incident/irreparable': lending(incident),
  'POST /materiel/gestion/:inventaire/incidents/:incident/retrouve': lending(incident),
  'POST /materiel/gestion/:inventaire/incidents/:incident/cloture': lending(incident),
  'POST /materiel/gestion/:inventaire/incidents/:incident/couts': lending(incident),
  'POST /materiel/gestion/:inventaire/incidents/:incident/frais': lending(incident),
  'POST /materiel/gestion/:inventaire/incidents/:incident/frais/decision': lending(incident),
  'POST /materiel/gestion/:inventaire/incidents/:incident/frais/reglement': lending(incident),
  'GET /materiel/gestion/:inventaire/incidents/:incident/frais/justificatif': lender(incident),
  'GET /materiel/gestion/:inventaire/incidents/:incident/frais/releve': lender(incident),
  'POST /materiel/gestion/:inventaire/prets/:ligne/cloture': lending(lentLine),
  'GET /api/v1/openapi.json': everybody,
  'GET /api/v1/lending/models': lendingBrowsers,
  'GET /api/v1/lending/items': lendingBrowsers,
  'GET /api/v1/lending/availability': lendingBrowsers,
  'GET /api/v1/lending/desks/:desk/slots': {
    ...{ ...lendingBrowsers, shared: true },
    about: ({ loanDesk }) => ({ desk: loanDesk }),
  },
  'GET /api/v1/lending/requests': everyMember,
  'GET /api/v1/lending/lines': everyMember,
  'GET /api/v1/lending/lines/:line': lender(apiLine),
  'GET /api/v1/lending/lines/:line/parts': lender(apiLine),
  'GET /api/v1/lending/statistics': everyMember,
  'POST /api/v1/lending/requests': borrowers,
  'POST /api/v1/lending/lines/:line/withdrawal': { ...borrowers, about: apiLine },
  'POST /api/v1/lending/lines/:line/extension': { ...borrowers, about: apiLine },
  'POST /api/v1/lending/lines/:line/approval': lending(apiLine),
  'POST /api/v1/lending/lines/:line/rejection': lending(apiLine),
  'POST /api/v1/lending/lines/:line/extension-decision': lending(apiLine),
  'POST /api/v1/lending/lines/:line/displacement': lending(apiLine),
  'POST /api/v1/lending/lines/:line/preparation': lending(apiLine),
  'POST /api/v1/lending/lines/:line/hand-over': lending(apiLine),
  'POST /api/v1/lending/lines/:line/return': lending(apiLine),
  'POST /api/v1/lending/lines/:line/incident': lending(apiLine),
  'GET /materiel/gestion': everyMember,
  'GET /materiel/gestion/nouvel-inventaire': officers,
  'POST /materiel/gestion/nouvel-inventaire': officers,
  'GET /materiel/gestion/:inventaire': lender(inventory),
  'GET /materiel/gestion/:inventaire/fiche': lender(inventory),
  'POST /materiel/gestion/:inventaire/fiche': lending(inventory),
  'GET /materiel/gestion/:inventaire/reglement': lender(inventory),
  'POST /materiel/gestion/:inventaire/reglement': lending(inventory),
  'GET /materiel/gestion/:inventaire/roles': lender(inventory),
  'POST /materiel/gestion/:inventaire/roles': lending(inventory),
  'POST /materiel/gestion/:inventaire/roles/retrait': lending(inventory),
  'GET /materiel/gestion/:inventaire/guichets': lender(inventory),
  'POST /materiel/gestion/:inventaire/guichets': lending(inventory),
  'GET /materiel/gestion/:inventaire/guichets/:guichet': lender(lendingDesk),
  'POST /materiel/gestion/:inventaire/guichets/:guichet/semaine': lending(lendingDesk),
  'POST /materiel/gestion/:inventaire/guichets/:guichet/jour': lending(lendingDesk),
  'GET /materiel/gestion/:inventaire/catalogue': lender(inventory),
  'GET /materiel/gestion/:inventaire/catalogue/nouveau-modele': lender(inventory),
  'POST /materiel/gestion/:inventaire/catalogue/nouveau-modele': lending(inventory),
  'GET /materiel/gestion/:inventaire/catalogue/:modele': lender(lentModel),
  'POST /materiel/gestion/:inventaire/catalogue/:modele': lending(lentModel),
  'POST /materiel/gestion/:inventaire/catalogue/:modele/accessoires': lending(lentModel),
  'POST /materiel/gestion/:inventaire/catalogue/:modele/remplacants': lending(lentModel),
  'POST /materiel/gestion/:inventaire/catalogue/:modele/exemplaires': lending(lentModel),
  'GET /materiel/gestion/:inventaire/exemplaires/:exemplaire': lender(lentUnit),
  'POST /materiel/gestion/:inventaire/exemplaires/:exemplaire/etat': lending(lentUnit),
  'POST /materiel/gestion/:inventaire/exemplaires/:exemplaire/usage-propre': lending(lentUnit),
  'GET /materiel/gestion/:inventaire/prets/:ligne': lender(lentLine),
  'POST /materiel/gestion/:inventaire/prets/:ligne/accord': lending(lentLine),
  'POST /materiel/gestion/:inventaire/prets/:ligne/refus': lending(lentLine),
  'POST /materiel/gestion/:inventaire/prets/:ligne/prolongation': lending(lentLine),
  'POST /materiel/gestion/:inventaire/prets/:ligne/reprise': lending(lentLine),
  'POST /materiel/gestion/:inventaire/prets/:ligne/exemplaire': lending(lentLine),
  'GET /materiel/gestion/:inventaire/prets/:ligne/rendez-vous': lender(lentLine),
  'POST /materiel/gestion/:inventaire/prets/:ligne/rendez-vous': lending(lentLine),
  'GET /materiel/gestion/:inventaire/prets/:ligne/raccourcir': lender(lentLine),
  'POST /materiel/gestion/:inventaire/prets/:ligne/raccourcir': lending(lentLine),
  'POST /materiel/gestion/:inventaire/prets/:ligne/annulation': lending(lentLine),
  'GET /materiel/gestion/:inventaire/entretien': lender(inventory),
  'GET /materiel/gestion/:inventaire/entretien/plans': lender(inventory),
  'POST /materiel/gestion/:inventaire/entretien/plans': lending(inventory),
  'POST /materiel/gestion/:inventaire/entretien/plans/:plan/fin': lending(upkeepPlan),
  'GET /materiel/gestion/:inventaire/entretien/plans/:plan/exemplaires/:exemplaire': lender(upkeepPlan),
  'POST /materiel/gestion/:inventaire/entretien/plans/:plan/exemplaires/:exemplaire/fenetre':
    lending(upkeepPlan),
  'POST /materiel/gestion/:inventaire/entretien/plans/:plan/exemplaires/:exemplaire/fait':
    lending(upkeepPlan),
  'GET /materiel/gestion/:inventaire/mises-a-jour': lender(inventory),
  'POST /materiel/gestion/:inventaire/mises-a-jour': lending(inventory),
  'GET /materiel/gestion/:inventaire/inventaires-physiques': lender(inventory),
  'POST /materiel/gestion/:inventaire/inventaires-physiques': lending(inventory),
  'GET /materiel/gestion/:inventaire/inventaires-physiques/:seance': lender(stockTaking),
  'GET /materiel/gestion/:inventaire/inventaires-physiques/:seance/ecarts.csv': lender(stockTaking),
  'POST /materiel/gestion/:inventaire/inventaires-physiques/:seance/lectures': lending(stockTaking),
  'POST /materiel/gestion/:inventaire/inventaires-physiques/:seance/signature': lending(stockTaking),
  'POST /materiel/gestion/:inventaire/inventaires-physiques/:seance/abandon': lending(stockTaking),
  'GET /materiel/gestion/:inventaire/prets/:ligne/retour-anticipe': lender(lentLine),
  'POST /materiel/gestion/:inventaire/prets/:ligne/retour-anticipe': lending(lentLine),
  'GET /materiel/gestion/:inventaire/prets/:ligne/reexamen': lender(lentLine),
  'POST /materiel/gestion/:inventaire/prets/:ligne/reexamen': lending(lentLine),
  'GET /materiel/gestion/:inventaire/prets/:ligne/attestation': lender(lentLine),
  'POST /materiel/gestion/:inventaire/prets/:ligne/attestation': lending(lentLine),
  'GET /materiel/gestion/:inventaire/catalogue/:modele/illustrations': lender(lentModel),
  'POST /materiel/gestion/:inventaire/catalogue/:modele/photos': lending(lentModel),
  'POST /materiel/gestion/:inventaire/catalogue/:modele/photos/changement': lending(lentModel),
  'POST /materiel/gestion/:inventaire/catalogue/:modele/notices': lending(lentModel),
  'POST /materiel/gestion/:inventaire/catalogue/:modele/notices/retrait': lending(lentModel),
  'POST /materiel/gestion/:inventaire/catalogue/:modele/fin': lending(lentModel),
  'POST /materiel/gestion/:inventaire/catalogue/:modele/liste': lending(lentModel),
  'GET /materiel/gestion/:inventaire/exemplaires/:exemplaire/fiche': lender(lentUnit),
  'POST /materiel/gestion/:inventaire/exemplaires/:exemplaire/fiche': lending(lentUnit),
  'GET /materiel/gestion/:inventaire/exemplaires/:exemplaire/contenu': lender(lentUnit),
  'POST /materiel/gestion/:inventaire/exemplaires/:exemplaire/contenu/ajout': lending(lentUnit),
  'POST /materiel/gestion/:inventaire/exemplaires/:exemplaire/contenu/liste': lending(lentUnit),
  'GET /materiel/gestion/:inventaire/consommables': lender(inventory),
  'POST /materiel/gestion/:inventaire/consommables': lending(inventory),
  'POST /materiel/gestion/:inventaire/consommables/mouvements': lending(inventory),
  // Whom the inventory is shown to says who sees: tried beside the pages.
  'GET /materiel/photos/:photo': {
    ...everybody,
    about: ({ modelPhoto }) => ({ photo: modelPhoto }),
    shared: true,
  },
  'GET /materiel/notices/:notice': {
    ...everybody,
    about: ({ modelNotice }) => ({ notice: modelNotice }),
    shared: true,
  },
  'GET /materiel/public': everybody,
  'GET /materiel/public/:modele': {
    ...everybody,
    about: ({ loanModel }) => ({ modele: loanModel }),
    shared: true,
  },
  'GET /materiel/gestion/:inventaire/assurances': lender(inventory),
  'POST /materiel/gestion/:inventaire/assurances': lending(inventory),
  'GET /materiel/gestion/:inventaire/assurances/:attestation': lender((things) => ({
    inventaire: things.inventory,
    attestation: 'inconnue',
  })),
  'GET /materiel/gestion/:inventaire/attente': lender(inventory),
  'GET /materiel/gestion/:inventaire/nouvelle-demande': lender(inventory),
  'POST /materiel/gestion/:inventaire/nouvelle-demande': lending(inventory),
  'POST /materiel/gestion/:inventaire/exemplaires/:exemplaire/transfert': lending(lentUnit),
  'POST /materiel/gestion/:inventaire/exemplaires/:exemplaire/transfert/arrivee': lending(lentUnit),
  'POST /materiel/gestion/:inventaire/exemplaires/:exemplaire/transfert/abandon': lending(lentUnit),
  'GET /materiel/gestion/:inventaire/passages': lender(inventory),
  'POST /materiel/gestion/:inventaire/passages': lending(inventory),
  'POST /materiel/gestion/:inventaire/exemplaires/:exemplaire/etiquette': lending(lentUnit),
  'GET /materiel/gestion/:inventaire/statistiques': lender(inventory),
  'GET /materiel/gestion/:inventaire/statistiques.csv': lender(inventory),
  'GET /materiel/gestion/:inventaire/statistiques/prets': lender(inventory),
  'GET /materiel/gestion/:inventaire/statistiques/prets.csv': lender(inventory),
  'GET /materiel/gestion/:inventaire/bilans': lender(inventory),
  'GET /materiel/gestion/:inventaire/bilans.csv': lender(inventory),
  'GET /materiel/gestion/:inventaire/agendas': lender(inventory),
  'POST /materiel/gestion/:inventaire/agendas': lending(inventory),
  'POST /materiel/gestion/:inventaire/agendas/:agenda/retrait': lending(lendingFeed),
  // Whose calendar it is stands in the secret of the address: without it, there is nothing.
  'GET /materiel/agenda.ics': everybody,
  'GET /materiel/agendas': borrowers,
  'POST /materiel/agendas': borrowers,
  // An address that another organisation opened does not exist; one's own are tried beside the pages.
  'POST /materiel/agendas/:agenda/retrait': {
    ...borrowers,
    about: ({ loanLine }) => ({ agenda: loanLine }),
    personal: true,
  },
  'GET /materiel/gestion/:inventaire/echanges': lender(inventory),
  'POST /materiel/gestion/:inventaire/echanges/export': lender(inventory),
  'GET /materiel/gestion/:inventaire/imports/nouveau': lender(inventory),
  'POST /materiel/gestion/:inventaire/imports/nouveau': lending(inventory),
  'GET /materiel/gestion/:inventaire/imports/gabarits/:gabarit': lender((things) => ({
    ...inventory(things),
    gabarit: 'modeles.csv',
  })),
  'GET /materiel/gestion/:inventaire/imports/:import': lender(stockImport),
  'POST /materiel/gestion/:inventaire/imports/:import/decision': lending(stockImport),
  'POST /materiel/gestion/:inventaire/imports/:import/abandon': lending(stockImport),
  'GET /materiel/gestion/:inventaire/imports/:import/refus/:tableau': lender((things) => ({
    ...stockImport(things),
    tableau: 'prets',
  })),
  'GET /materiel/gestion/:inventaire/retards': lender(inventory),
  'GET /materiel/gestion/:inventaire/prets/:ligne/mise-en-demeure': lender(lentLine),

  // A loan is met only by those who have something to do in its inventory: nobody here has, in one that lends to others.
  'GET /materiel/guichet': everyMember,
  'GET /materiel/guichet/recherche': everyMember,
  'GET /materiel/guichet/etiquettes': everyMember,
  // Whoever keeps no desk has no sheet and no pack: 404.
  'GET /materiel/guichet/etiquettes/:guichet': deskKept,
  'GET /materiel/guichet/paquets/:guichet': deskKept,
  'GET /materiel/guichet/hors-ligne.js': everybody,
  'GET /materiel/guichet/prets/:ligne': deskRead,
  'POST /materiel/guichet/prets/:ligne/echange': deskWork,
  'POST /materiel/guichet/prets/:ligne/preparation': deskWork,
  'POST /materiel/guichet/prets/:ligne/remise-en-rayon': deskWork,
  'POST /materiel/guichet/prets/:ligne/remise': deskWork,
  'POST /materiel/guichet/prets/:ligne/retour': deskWork,
  'POST /materiel/guichet/prets/:ligne/controle': deskWork,
  'POST /materiel/guichet/prets/:ligne/etat/:sens': deskWork,
  'POST /materiel/guichet/prets/:ligne/etat/:sens/photos': deskWork,
  'POST /materiel/guichet/prets/:ligne/etat/:sens/signatures': deskWork,
  'POST /materiel/guichet/prets/:ligne/etat/:sens/correction': deskWork,
  'GET /materiel/etats/:ligne/photos/:photo': deskRead,
  'GET /materiel/etats/:ligne/:sens/document': deskRead,
  'GET /m/:jeton': everybody,

  'GET /initiatives': everybody,
  'GET /initiatives/:id': { ...everybody, about: initiative, shared: true },
  'GET /mes-initiatives': initiativeReaders,
  'GET /mes-initiatives/nouvelle': initiativeWriters,
  'POST /mes-initiatives/nouvelle': initiativeWriters,
  'GET /mes-initiatives/:id': { ...initiativeReaders, about: initiative },
  'GET /mes-initiatives/:id/modification': { ...initiativeWriters, about: initiative },
  'POST /mes-initiatives/:id/modification': { ...initiativeWriters, about: initiative },
  'POST /mes-initiatives/:id/publication': { who: { own: ['partner'] }, about: initiative },
  'POST /mes-initiatives/:id/retrait': { who: { own: ['partner'] }, about: initiative },
}
