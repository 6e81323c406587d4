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
const officers: Row = { who: { all: ['officer'] } }
const followers: Row = { who: { all: ['officer', 'reader'], own: ['partner', 'facilitator'] } }
const agreement = ({ agreement }: Things) => ({ id: agreement })
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
const readers: Row = { who: { all: HEAD } }
const memberReaders: Row = { who: { all: HEAD, own: ['partner'] } }
/** Whoever may be called to sign; the call names one person. */
const signers: Row = { who: { all: ['officer', 'reader'], own: ['partner'] } }
const signature = (things: Things) => ({
  id: things.agreement,
  acte: things.signature,
  document: things.signatureDocument,
})
const amendment = ({ agreement, amendment }: Things) => ({ id: agreement, numero: amendment })
const article = (things: Things) => ({ ...amendment(things), cle: 'objet' })
const dispute = ({ agreement, dispute }: Things) => ({ id: agreement, differend: dispute })
/** Closed to everybody. */
const nobody: Row = { who: {} }
const sealed: Row = { who: { all: ['officer', 'data_protection_officer', 'auditor'] } }

/** Every route of the product: a route without its line fails, a line without its route too. */
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
  'GET /conventions/:id/lectures': { who: { all: HEAD, own: ['partner', 'facilitator'] }, about: agreement },
  'GET /conventions-du-reseau': everybody,
  'GET /conventions-du-reseau.csv': everybody,
  'GET /conventions/modeles': { who: { all: HEAD, own: ['partner', 'facilitator'] } },
  // Models are the product's own: the same for every network.
  'GET /conventions/modeles/:modele': { who: { all: HEAD, own: ['partner', 'facilitator'] } },
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
  'GET /conventions/:id/signature': { ...officers, about: agreement },
  'POST /conventions/:id/signature': { ...officers, about: agreement },
  'GET /conventions/:id/denonciation': { ...officers, about: agreement },
  'POST /conventions/:id/denonciation': { ...officers, about: agreement },
  'GET /conventions/:id/denonciation/retrait': { ...officers, about: agreement },
  'POST /conventions/:id/denonciation/retrait': { ...officers, about: agreement },
  'GET /conventions/:id/courrier': { ...officers, about: agreement },
  'POST /conventions/:id/courrier': { ...officers, about: agreement },
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
  'GET /conventions/:id/preuves': { ...memberReaders, about: agreement },
  'GET /conventions/:id/preuves/:acte': { ...memberReaders, about: signature },
  'POST /conventions/:id/preuves/:acte/original': { ...officers, about: signature },
  'GET /conventions/:id/preuves/:acte/ratification': { ...officers, about: signature },
  'POST /conventions/:id/preuves/:acte/ratification': { ...officers, about: signature },
  'GET /conventions/:id/preuves/:acte/documents/:document': { ...memberReaders, about: signature },
  'GET /conventions/:id/texte': { who: { all: HEAD, own: ['partner', 'facilitator'] }, about: agreement },
  'GET /conventions/:id/avenants/demande': { ...officers, about: agreement },
  'POST /conventions/:id/avenants/demande': { ...officers, about: agreement },
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
  'GET /conventions/:id/labels/attribution': { ...officers, about: agreement },
  'POST /conventions/:id/labels/attribution': { ...officers, about: agreement },

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
}
