import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { networkAddress } from '../../../identity/index.ts'
import { listEmbedKeys } from '../../data/embed/embed-keys.store.ts'
import { namedTerritories } from '../../data/search/places.ground.ts'
import { lockedGround } from '../../data/territories/territory-ground.ts'
import { makeEmbedKey, stopEmbedKey } from '../../use-cases/embed/embed-keys.ts'
import { embedToken } from '../../use-cases/embed/embed-token.ts'
import { policy } from '../policy.ts'
import { embedKeyForm } from './embed.form.ts'
import { embedPaths, embedRoutesOf as routes } from './embed.paths.ts'
import { EmbedKeysPage } from './pages/embed-keys-page.tsx'

const ownOffered = ({ var: { context } }: AppContext) => namedTerritories(context.db, context.network.id)

const keysPage: FormPage = async (c, state) => {
  const { db, network, today } = c.var.context
  const { config } = c.var.services
  const listed = await listEmbedKeys(db, network.id, today)
  const keys = await Promise.all(
    listed.map(async (key) => ({
      ...key,
      token: embedToken(config, key),
      territory: key.lock && ((await lockedGround(db, network.id, key.lock))?.name ?? key.lock.code),
    })),
  )
  const site = networkAddress(config.baseUrl, network)
  return page(c, <EmbedKeysPage view={viewOf(c)} site={site} keys={keys} state={state} />)
}

/** The sites that show the map, made and taken back by the head of the network. DIR-85. */
export const embedSettingsRoutes = new Hono<AppEnv>()
  .get(routes.settings, may(policy.readOpenData), (c) => keysPage(c, blankForm))
  .post(
    routes.settings,
    may(policy.manageOpenData),
    writes('embed-key.made'),
    form(async (c) => embedKeyForm(await ownOffered(c)), keysPage),
    async (c) => {
      const { nom: name, territoire: lock, origines: origins } = c.var.form
      await makeEmbedKey(c.var.context, { name, lock, origins })
      const sentence = `La carte peut être posée sur « ${name} ». Copiez la ligne de sa fiche dans la page du site.`
      return done(c, embedPaths.settings(c.var.network.base), sentence)
    },
  )
  .post(routes.ending, may(policy.manageOpenData), writes('embed-key.ended'), async (c) => {
    const id = c.req.param('cle')
    if (!isId<'embed-key'>(id)) throw new NotFound()
    if (isRefusal(await stopEmbedKey(c.var.context, id))) throw new NotFound()
    return done(c, embedPaths.settings(c.var.network.base), 'La carte ne se montre plus sur ce site.')
  })
