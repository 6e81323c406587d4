import { Hono } from 'hono'
import { addYears, type Day } from '../../../../kernel/day.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { networkAddress } from '../../../identity/index.ts'
import { publicAwards } from '../../data/proof/course.queries.ts'
import { holdersOf } from '../../data/proof/holders.queries.ts'
import { awardStatuses, publishedCodes } from '../../data/proof/statuses.queries.ts'
import { levelUnits } from '../../data/schemes/level-units.queries.ts'
import { establishedSchemes } from '../../data/schemes/schemes.store.ts'
import { type Standing, standingOn } from '../../domain/proof/course.ts'
import { type Proof, proofOf } from '../../use-cases/proof/proof-of.ts'
import { policy } from '../policy.ts'
import { jsonLdOf } from './json-ld.ts'
import { LICENCE, openAwards, openCsv } from './open-data.ts'
import { ProofPage } from './pages/proof-page.tsx'
import { RegisterPage } from './pages/register-page.tsx'
import { proofPaths, type RegisterAsked, routes } from './proof.paths.ts'

const PAGE_SIZE = 50
const read = may(policy.proof)

export const proofRoutes = new Hono<AppEnv>()
  .get(routes.register, read, async (c) => {
    const { db, network, today } = c.var.context
    const asked = askedOf(c)
    const all = await awardStatuses(db, network.id, today)
    const listed = all.filter(({ status }) => isListed(status, asked.etat))
    const kept = listed.filter(
      ({ code, year }) =>
        (!asked.label || code === asked.label) && (!asked.campagne || year === asked.campagne),
    )
    const at = pageNumber(c.req.query('page'))
    const ids = kept.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE).map(({ id }) => id)
    const shown = await publicAwards(db, network.id, { ids })
    const holders = await holdersOf(db, network.id, shown)
    const levelled = shown.filter(({ course }) => course.some(({ level }) => level !== null))
    const units = await levelUnits(
      db,
      levelled.map(({ versionId }) => versionId),
    )
    const schemes = await establishedSchemes(db, network.id)
    const published = await publishedCodes(db, network.id, today)
    return page(
      c,
      <RegisterPage
        view={viewOf(c)}
        asked={asked}
        lines={shown.flatMap((award, index) => {
          const holder = holders[index]
          const standing = standingOn(award.course, today)
          return holder && standing.status !== 'not_yet'
            ? [{ award, holder, standing, unit: (award.versionId && units.get(award.versionId)) || '' }]
            : []
        })}
        total={kept.length}
        page={at}
        pageSize={PAGE_SIZE}
        schemes={schemes.map(({ code, name }) => ({
          code,
          name,
          hasCriteria: published.has(code),
          count: listed.filter((one) => one.code === code).length,
        }))}
        years={[...new Set(all.flatMap(({ year }) => year ?? []))].sort((one, other) => other - one)}
      />,
    )
  })
  .get(routes.csv, read, async (c) => {
    const { network, today } = c.var.context
    const lines = await openLines(c)
    c.header('content-disposition', `attachment; filename="labels-${network.slug}-${today}.csv"`)
    c.header('link', `<${LICENCE.url}>; rel="license"`)
    return c.body(openCsv(lines, today), 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
  .get(routes.json, read, async (c) => {
    const { network, today } = c.var.context
    const labels = await openLines(c)
    return c.json({ reseau: network.name, releve_le: today, licence: LICENCE, labels })
  })
  .get(routes.proof, read, async (c) => {
    const proof = orNotFound(await proofOf(c.var.context, c.req.param('slug')))
    toBeKept(c, proof)
    return page(c, <ProofPage view={viewOf(c)} proof={proof} address={addressOf(c, proof)} />)
  })
  .get(routes.jsonLd, read, async (c) => {
    const proof = orNotFound(await proofOf(c.var.context, c.req.param('slug')))
    toBeKept(c, proof)
    const site = { name: c.var.network.headName, address: siteOf(c) }
    return c.body(JSON.stringify(jsonLdOf({ proof, address: addressOf(c, proof), site })), 200, {
      'content-type': 'application/ld+json; charset=utf-8',
    })
  })

function isListed(status: Standing['status'], etat: RegisterAsked['etat']): boolean {
  return etat === 'anciens'
    ? status === 'ended' || status === 'withdrawn'
    : status === 'active' || status === 'suspended'
}

function askedOf(c: AppContext): RegisterAsked {
  const year = c.req.query('campagne') ?? ''
  return {
    label: c.req.query('label') || undefined,
    campagne: /^\d{4}$/.test(year) ? Number(year) : undefined,
    etat: c.req.query('etat') === 'anciens' ? 'anciens' : undefined,
  }
}

async function openLines(c: AppContext) {
  const { db, network, today } = c.var.context
  const { label, campagne } = askedOf(c)
  const awards = await publicAwards(db, network.id, {
    ...(label && { scheme: label }),
    ...(campagne && { year: campagne }),
  })
  const holders = await holdersOf(db, network.id, awards)
  const site = siteOf(c)
  return openAwards(awards, holders, { today, proofAddress: (slug) => proofPaths.proof(site, slug) })
}

function siteOf(c: AppContext): string {
  return networkAddress(c.var.services.config.baseUrl, c.var.network)
}

function addressOf(c: AppContext, { award }: Proof): string {
  return proofPaths.proof(siteOf(c), award.slug)
}

/** A minute at most; a label withdrawn for more than a year is no more shown by search engines. LAB-38. */
function toBeKept(c: AppContext, { standing }: Proof): void {
  const { actor, today } = c.var.context
  c.header('cache-control', actor.kind === 'visitor' ? 'public, max-age=60' : 'private, no-cache')
  if (standing.status === 'withdrawn' && isOverAYear(standing.from, today))
    c.header('x-robots-tag', 'noindex')
}

function isOverAYear(since: Day, today: Day): boolean {
  return addYears(since, 1) < today
}
