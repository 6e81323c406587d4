import type { Role } from '../../src/platform/session/actor.ts'
import type { Things } from './world.ts'

/**
 * Who may use a route. `everybody`: visitors too. `signed-in`: for what is one's own, whatever the membership.
 * `support`: only in somebody's place. Roles under `all` reach their network, under `own` their organisation.
 */
export type Who =
  | 'everybody'
  | 'signed-in'
  | 'whoever-holds-a-session'
  | 'support'
  | { readonly all?: readonly Role[]; readonly own?: readonly Role[] }

export interface Row {
  readonly who: Who
  /** What the parameters of the address name: tried with one's own, a neighbour's and another network's. */
  readonly about?: (things: Things) => Readonly<Record<string, string>>
  /** Public things of the network, the same for every organisation. */
  readonly shared?: true
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
const signedIn: Row = { who: 'signed-in' }
const everyMember: Row = { who: { own: [...HEAD, ...OTHERS] } }
const officers: Row = { who: { all: ['officer'] } }
const agreement = ({ agreement }: Things) => ({ id: agreement })
const run = ({ run }: Things) => ({ id: run })

/** Every route of the product: a route without its line fails, a line without its route too. */
export const matrix: Readonly<Record<string, Row>> = {
  'GET /': everybody,
  'GET /le-reseau': everybody,
  'GET /accessibilite': everybody,
  'GET /vie-privee': everybody,
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
  'GET /conventions/:id/labels/attribution': { ...officers, about: agreement },
  'POST /conventions/:id/labels/attribution': { ...officers, about: agreement },

  'GET /connexion': everybody,
  'POST /connexion/demonstration': everybody,
  'POST /deconnexion': { who: 'whoever-holds-a-session' },
  'GET /compte': signedIn,
}
