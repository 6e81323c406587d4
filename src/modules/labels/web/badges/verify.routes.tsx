import { Hono } from 'hono'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import { type FoundBadge, type ReadRefusal, readBadge } from '../../../../platform/credentials/read-badge.ts'
import { type FetchRefusal, fetchPublic } from '../../../../platform/fetch-public.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { networkAddress, networkById } from '../../../identity/index.ts'
import { findBadge } from '../../data/badges/badges.store.ts'
import { badgeAddresses, badgeNamed } from '../../domain/badges/badge-addresses.ts'
import { verifyBadge } from '../../use-cases/badges/verify-badge.ts'
import { policy } from '../policy.ts'
import { problemOfReading } from './badge-wording.ts'
import { badgeRoutePaths as routes } from './badges.paths.ts'
import { VerifyPage } from './pages/verify-page.tsx'
import { verifyForm } from './verify.form.ts'

const formPage: FormPage = (c, state) =>
  page(c, <VerifyPage view={viewOf(c)} verification={null} state={state} />)

/** Anybody may have a badge read, ours or from elsewhere. Nothing is kept of the question. LAB-49. */
export const verifyRoutes = new Hono<AppEnv>()
  .get(routes.verify, may(policy.verifyBadge), async (c) => {
    const found = await ownBadgeAt(c, c.req.query('adresse') ?? '')
    return found ? answerPage(c, found) : formPage(c, blankForm)
  })
  .post(routes.verify, may(policy.verifyBadge), form(verifyForm, formPage), async (c) => {
    const { fichier, texte, adresse } = c.var.form
    if (fichier && fichier.size > 0) {
      const found = readBadge(new Uint8Array(await fichier.arrayBuffer()))
      return isRefusal(found) ? c.var.again(problemOfReading('fichier', found)) : answerPage(c, found)
    }
    if (texte) {
      const found = readBadge(Buffer.from(texte))
      return isRefusal(found) ? c.var.again(problemOfReading('texte', found)) : answerPage(c, found)
    }
    if (!adresse)
      return c.var.again({
        field: 'fichier',
        message: 'Déposez le fichier du badge, collez son texte ou donnez son adresse.',
      })
    const found = (await ownBadgeAt(c, adresse)) ?? (await fetched(adresse))
    return isRefusal(found) ? c.var.again(problemOfReading('adresse', found)) : answerPage(c, found)
  })

async function answerPage(c: AppContext, found: FoundBadge): Promise<Response> {
  const { db, today, now } = c.var.context
  const reader = { db, config: c.var.services.config, fetch: fetchPublic() }
  const verification = await verifyBadge(reader, found, { today, now })
  return page(c, <VerifyPage view={viewOf(c)} verification={verification} state={blankForm} />)
}

/** A badge of ours is read where it lies: its address is not asked of the network. */
async function ownBadgeAt(c: AppContext, address: string): Promise<FoundBadge | null> {
  const { db } = c.var.context
  const id = badgeNamed(address)
  const badge = id && (await findBadge(db, id))
  const network = badge && (await networkById(db, badge.networkId))
  if (!badge || !network) return null
  const from = networkAddress(c.var.services.config.baseUrl, network)
  const own = badgeAddresses.badge(from, badge.id)
  if (address === `${own}.jwt`) return { kind: 'jwt', jwt: badge.jwt }
  return [own, `${own}.json`, `${own}.png`, `${own}.svg`].includes(address)
    ? { kind: 'document', document: JSON.parse(badge.json) }
    : null
}

async function fetched(address: string): Promise<FoundBadge | Refusal<ReadRefusal | FetchRefusal>> {
  const answer = await fetchPublic()(address)
  return isRefusal(answer) ? answer : readBadge(answer.content)
}
