import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { Forbidden, NotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import type { Member } from '../../../../platform/session/actor.ts'
import { listApiKeys } from '../../data/api-keys/api-keys.store.ts'
import { makeApiKey, revokeApiKey } from '../../use-cases/api-keys/own-api-keys.ts'
import { policy } from '../policy.ts'
import { apiKeyForm } from './api-key.form.ts'
import { apiKeyPaths, apiKeyRoutePaths as routes } from './api-key.paths.ts'
import { madeSentence, REVOKED } from './api-key-wording.ts'
import { ApiKeysPage } from './pages/api-keys-page.tsx'

const keysPage: FormPage = async (c, state) => {
  const { db, network, now } = c.var.context
  const keys = await listApiKeys(db, network.id, memberOf(c).personId, now)
  return page(c, <ApiKeysPage view={viewOf(c)} keys={keys} state={state} />)
}

/** The keys of whoever is signed in, made and taken back. EQP-1405. */
export const apiKeyRoutes = new Hono<AppEnv>()
  .get(routes.list, may(policy.ownAccount), (c) => keysPage(c, blankForm))
  .post(
    routes.list,
    may(policy.ownAccount),
    writes('api-key.created'),
    form(apiKeyForm, keysPage),
    async (c) => {
      const { nom: name, portee, duree: days } = c.var.form
      const scopes = portee === 'agir' ? (['read', 'write'] as const) : (['read'] as const)
      const asked = { name, scopes, days }
      const key = await makeApiKey(c.var.context, c.var.services.config, memberOf(c), asked)
      return done(c, apiKeyPaths.list(c.var.network.base), madeSentence(key))
    },
  )
  .post(routes.removal, may(policy.ownAccount), writes('api-key.revoked'), async (c) => {
    const id = c.req.param('cle')
    if (!isId<'api-key'>(id)) throw new NotFound()
    const revoked = await revokeApiKey(c.var.context, memberOf(c).personId, id)
    if (isRefusal(revoked)) throw new NotFound()
    return done(c, apiKeyPaths.list(c.var.network.base), REVOKED)
  })

/** A key acts for a structure: who has none here has nothing to give it. */
function memberOf(c: AppContext): Member {
  const { actor } = c.var
  if (actor.kind !== 'member') throw new Forbidden()
  return actor
}
