import { Hono } from 'hono'
import sharp from 'sharp'
import { type Id, isId } from '../../../../kernel/id.ts'
import { controllerDocument, keyDocument } from '../../../../platform/credentials/embedded-proof.ts'
import { bakePng } from '../../../../platform/credentials/png-badge.ts'
import type { StatusPurpose } from '../../../../platform/credentials/status-list.ts'
import { bakeSvg } from '../../../../platform/credentials/svg-badge.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { networkAddress } from '../../../identity/index.ts'
import { placePath } from '../../../places/index.ts'
import { holderAt } from '../../data/badges/badge-holders.queries.ts'
import { badgeKey, badgeKeys } from '../../data/badges/badge-keys.store.ts'
import { type Badge, findBadge } from '../../data/badges/badges.store.ts'
import { schemeAt } from '../../data/badges/label-words.queries.ts'
import { badgeDrawing } from '../../documents/signs/badge-drawing.ts'
import { badgeAddresses } from '../../domain/badges/badge-addresses.ts'
import { partnerEndorsement } from '../../use-cases/badges/endorse-partner.ts'
import { ownKeyAt, provingKeyOf } from '../../use-cases/badges/proving-keys.ts'
import { LIST_SECONDS, statusList } from '../../use-cases/badges/status-list.ts'
import { policy } from '../policy.ts'
import { proofPaths } from '../proof/proof.paths.ts'
import { schemePaths } from '../schemes/scheme.paths.ts'
import { badgeRoutePaths as routes } from './badges.paths.ts'
import { networkColours } from './network-colours.ts'

const CREDENTIAL = 'application/vc+ld+json'
const read = may(policy.badges)

/** What programs read: keys, lists, badges in each of their forms. A badge that was issued answers for ever. */
export const badgeFileRoutes = new Hono<AppEnv>()
  .get(routes.issuer, read, async (c) => {
    const from = fromOf(c)
    const keys = await badgeKeys(c.var.context.db, c.var.network.id)
    // One that is not safe any more is published, and asserts nothing: what it signed before was signed anew.
    const proving = keys
      .filter(({ kind, compromisedFrom }) => kind === 'ed25519' && compromisedFrom === null)
      .map(({ id }) => badgeAddresses.key(from, id))
    return open(
      c,
      JSON.stringify(controllerDocument(badgeAddresses.issuer(from), proving)),
      'application/ld+json',
    )
  })
  .get(routes.key, read, async (c) => {
    const { db } = c.var.context
    const key = orNotFound(await badgeKey(db, idOf(c)))
    const address = badgeAddresses.key(fromOf(c), key.id)
    const own = await ownKeyAt(db, c.var.services.config, address)
    if (!own || key.networkId !== c.var.network.id) throw new NotFound()
    const revoked = key.compromisedFrom && { revoked: key.compromisedFrom }
    if (key.kind === 'ed25519')
      return open(
        c,
        JSON.stringify({ ...keyDocument(await provingKeyOf(own, address)), ...revoked }),
        'application/ld+json',
      )
    const jwk = { ...key.publicJwk, kid: address, alg: 'RS256', use: 'sig', ...revoked }
    return open(c, JSON.stringify(jwk), 'application/jwk+json')
  })
  .get(routes.list, read, async (c) => {
    const { context, services, network } = c.var
    const list = await statusList(
      context.db,
      { config: services.config, today: context.today, now: context.now },
      network,
      idOf(c),
      c.req.param('purpose') as StatusPurpose,
    )
    c.header('cache-control', `public, max-age=${LIST_SECONDS}`)
    return open(c, orNotFound(list), CREDENTIAL)
  })
  .get(routes.endorsement, read, async (c) => {
    const { context, services, network } = c.var
    const world = { config: services.config, today: context.today, now: context.now }
    const signed = await partnerEndorsement(context.db, world, network, idOf(c))
    return open(c, orNotFound(signed), CREDENTIAL)
  })
  .get(routes.holder, read, async (c) => {
    const { db, network } = c.var.context
    const holder = orNotFound(await holderAt(db, network.id, idOf(c)))
    const { base } = network
    return c.redirect(
      holder.placeSlug ? placePath(base, holder.placeSlug) : proofPaths.proof(base, holder.proofSlug),
      303,
    )
  })
  .get(routes.achievement, read, async (c) => {
    const { db, network } = c.var.context
    const scheme = orNotFound(await schemeAt(db, network.id, idOf(c)))
    const version = Number(c.req.query('version'))
    const asked = Number.isInteger(version) && version > 0 ? version : undefined
    return c.redirect(schemePaths.criteriaOf(network.base, scheme.code, asked), 303)
  })
  .get(routes.jwt, read, async (c) => open(c, (await badgeOf(c)).jwt, 'text/plain; charset=utf-8'))
  .get(routes.json, read, async (c) => open(c, (await badgeOf(c)).json, CREDENTIAL))
  .get(routes.svg, read, async (c) => {
    const badge = await badgeOf(c)
    const drawing = orNotFound(bakeSvg(await drawingOf(c, badge), badge.jwt))
    // Opened alone, a drawing is a page: this one runs nothing.
    c.header('content-disposition', `attachment; filename="badge-${badge.id}.svg"`)
    return open(c, drawing, 'image/svg+xml')
  })
  .get(routes.png, read, async (c) => {
    const badge = await badgeOf(c)
    const image = await sharp(Buffer.from(await drawingOf(c, badge)))
      .png()
      .toBuffer()
    const baked = orNotFound(bakePng(image, badge.jwt))
    return open(c, baked as Uint8Array<ArrayBuffer>, 'image/png')
  })

/** Read from any site, by programs and pages. */
function open(c: AppContext, content: string | Uint8Array<ArrayBuffer>, mediaType: string): Response {
  c.header('access-control-allow-origin', '*')
  return c.body(content, 200, { 'content-type': mediaType })
}

function idOf<Name extends string>(c: AppContext): Id<Name> {
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<Name>(id) ? id : null)
}

async function badgeOf(c: AppContext): Promise<Badge> {
  const [id = ''] = (c.req.param('file') ?? '').split('.')
  const badge = orNotFound(isId<'badge'>(id) ? await findBadge(c.var.context.db, id) : null)
  if (badge.networkId !== c.var.network.id) throw new NotFound()
  return badge
}

async function drawingOf(c: AppContext, badge: Badge): Promise<string> {
  const { brand, brandInk } = await networkColours(c.var.context)
  const { name } = JSON.parse(badge.json) as { name: string }
  return badgeDrawing({ title: name, brand, ink: brandInk, level: badge.level })
}

function fromOf(c: AppContext): string {
  return networkAddress(c.var.services.config.baseUrl, c.var.network)
}
