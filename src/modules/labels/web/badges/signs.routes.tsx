import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { formatDay } from '../../../../ui/french.ts'
import { findLogo, networkAddress } from '../../../identity/index.ts'
import { findAward } from '../../data/awards/awards.queries.ts'
import { labelWords } from '../../data/badges/label-words.queries.ts'
import { type PublicAward, publicAwards } from '../../data/proof/course.queries.ts'
import { holdersOf } from '../../data/proof/holders.queries.ts'
import { codeSvg, type Sign, signPdf } from '../../documents/signs/sign-document.ts'
import { badgeAddresses } from '../../domain/badges/badge-addresses.ts'
import { type SignName, signsOffered } from '../../domain/badges/sign.ts'
import { type Standing, standingOn } from '../../domain/proof/course.ts'
import { keepBadge, lastDayOf } from '../../use-cases/badges/keep-badge.ts'
import { awardReachOf } from '../../use-cases/decisions/award-reach-of.ts'
import { policy } from '../policy.ts'
import { badgeRoutePaths as routes } from './badges.paths.ts'
import { networkColours } from './network-colours.ts'
import { SignsPage } from './pages/signs-page.tsx'

/** What a label gives to print while it is borne; nothing once it is not. LAB-39, LAB-40. */
export const signRoutes = new Hono<AppEnv>()
  .get(routes.signs, may(policy.signs), async (c) => {
    const { context, services } = c.var
    const { award, standing, holder } = await borneOf(c)
    const world = { config: services.config, today: context.today, now: context.now }
    const isBorne = standing.status === 'active'
    return page(
      c,
      <SignsPage
        view={viewOf(c)}
        award={award}
        holderName={holder.name}
        standing={standing}
        signs={signsOffered(standing, holder.kind)}
        badge={isBorne ? await keepBadge(context.db, world, award.id) : null}
        address={proofAddress(c, award)}
      />,
    )
  })
  .get(routes.sign, may(policy.signs), async (c) => {
    const { award, standing, holder } = await borneOf(c)
    const [name = '', kind] = c.req.param('signe').split('.')
    const offered = signsOffered(standing, holder.kind)
    if (name === 'code' && kind === 'svg' && offered.length > 0)
      return asFile(c, codeSvg(proofAddress(c, award)), {
        name: `${award.number}-code.svg`,
        type: 'image/svg+xml',
      })
    const sign = orNotFound(kind === 'pdf' ? offered.find((one) => one === name) : undefined)
    const told = await signOf(c, sign, award, standing, holder.name)
    const pdf = await signPdf(c.var.services.documents, told, c.var.context.now)
    return asFile(c, pdf as Uint8Array<ArrayBuffer>, {
      name: `${award.number}-${sign}.pdf`,
      type: 'application/pdf',
    })
  })

async function borneOf(c: AppContext) {
  const { context } = c.var
  const { db, network, today } = context
  const id = c.req.param('id') ?? ''
  const reached = isId<'award'>(id) ? await findAward(db, await awardReachOf(context), id) : null
  const { id: awardId } = orNotFound(reached)
  const [found] = await publicAwards(db, network.id, { ids: [awardId] })
  const award = orNotFound(found)
  const [holder] = await holdersOf(db, network.id, [award])
  return { award, standing: standingOn(award.course, today), holder: orNotFound(holder) }
}

async function signOf(
  c: AppContext,
  name: SignName,
  award: PublicAward,
  standing: Standing,
  holder: string,
): Promise<Sign> {
  const { context, services } = c.var
  const { db, network, today } = context
  const { grading } = await labelWords(db, network, award)
  const lastDay = await lastDayOf(db, network, award, today)
  const logo = await findLogo(db, network.id)
  return {
    name,
    scheme: award.scheme.name,
    holder,
    number: award.number,
    level: standing.status === 'not_yet' ? null : standing.level,
    unit: grading?.unit ?? '',
    edition: c.req.query('annee') === 'non' || !award.edition ? null : String(award.edition.year),
    since: standing.from ? formatDay(standing.from) : '',
    until: lastDay && formatDay(lastDay),
    head: network.headName,
    network: network.name,
    address: proofAddress(c, award),
    colours: await networkColours(context),
    logo: logo ? { content: await services.files.get(logo.sha256), mediaType: logo.mediaType } : null,
  }
}

function proofAddress(c: AppContext, { slug }: Pick<PublicAward, 'slug'>): string {
  return badgeAddresses.proof(networkAddress(c.var.services.config.baseUrl, c.var.network), slug)
}

function asFile(
  c: AppContext,
  content: string | Uint8Array<ArrayBuffer>,
  { name, type }: { name: string; type: string },
): Response {
  c.header('content-disposition', `attachment; filename="${name.toLowerCase()}"`)
  return c.body(content, 200, { 'content-type': type })
}
