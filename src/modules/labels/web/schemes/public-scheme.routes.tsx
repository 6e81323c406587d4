import { Hono } from 'hono'
import type { Day } from '../../../../kernel/day.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { editionsOf, extensionsOf } from '../../data/schemes/editions.store.ts'
import { describedSchemes, type SchemeVersion, versionsOf } from '../../data/schemes/schemes.store.ts'
import { policy } from '../policy.ts'
import { PublicSchemePage, type PublicVersion } from './pages/public-scheme-page.tsx'
import { schemeRoutesOf as routes } from './scheme.paths.ts'

/** What a label asks of whoever would hold it. LAB-3, LAB-4, LAB-22. */
export const publicSchemeRoutes = new Hono<AppEnv>().get(
  routes.criteriaOf,
  may(policy.criteria),
  async (c) => {
    const { db, network, today } = c.var.context
    const all = await describedSchemes(db, network.id)
    const scheme = orNotFound(all.find(({ code }) => code === c.req.param('code')) ?? null)
    const versions = lastOfEach(await versionsOf(db, network.id, scheme.id))
    const asked = c.req.query('version')
    const applied = versions.find(({ inForceFrom }) => inForceFrom <= today) ?? versions.at(-1)
    const version = orNotFound(
      asked === undefined ? applied : versions.find((one) => String(one.version) === asked),
    )
    const coming = nextToCome(versions, today)
    const isTold = coming !== null && coming !== version && asked === undefined
    const toCome = isTold ? toldBeside(coming, version) : null
    const [edition] = await editionsOf(db, network.id, scheme.id)
    const editions = edition ? [{ edition, extensions: await extensionsOf(db, edition.id) }] : []
    const shown =
      asked === undefined
        ? { version, before: null }
        : toldBeside(version, versions[versions.indexOf(version) + 1])
    return page(c, <PublicSchemePage view={viewOf(c)} {...{ scheme, shown, toCome, versions, editions }} />)
  },
)

/** Each version in its last words. */
function lastOfEach(versions: readonly SchemeVersion[]): SchemeVersion[] {
  return versions.filter((one, rank) => versions[rank - 1]?.version !== one.version)
}

/** The first to open; of two that open on the same day, the one that will apply. */
function nextToCome(versions: readonly SchemeVersion[], today: Day): SchemeVersion | null {
  const first = versions.findLast(({ inForceFrom }) => inForceFrom > today)
  return versions.find(({ inForceFrom }) => inForceFrom === first?.inForceFrom) ?? null
}

/** A set shipped to begin with is nobody's specifications: what left it is not told either. LAB-3. */
function toldBeside(version: SchemeVersion, before: SchemeVersion | undefined): PublicVersion {
  const isOurs = before !== undefined && !version.content.isStarter && !before.content.isStarter
  return { version, before: isOurs ? before : null }
}
