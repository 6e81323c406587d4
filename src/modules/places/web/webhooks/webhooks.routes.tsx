import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { listWebhooks } from '../../data/webhooks/webhooks.store.ts'
import { followChanges, stopFollowing } from '../../use-cases/webhooks/follow-changes.ts'
import { policy } from '../policy.ts'
import { WebhooksPage } from './pages/webhooks-page.tsx'
import { webhookForm } from './webhook.form.ts'
import { webhookRoutesOf as routes, webhookPaths } from './webhooks.paths.ts'

const webhooksPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  return page(
    c,
    <WebhooksPage view={viewOf(c)} webhooks={await listWebhooks(db, network.id)} state={state} />,
  )
}

/** Programs told of each change of the directory, by the head of the network. DIR-83. */
export const webhookRoutes = new Hono<AppEnv>()
  .get(routes.list, may(policy.readOpenData), (c) => webhooksPage(c, blankForm))
  .post(
    routes.list,
    may(policy.manageOpenData),
    writes('webhook.added'),
    form(webhookForm, webhooksPage),
    async (c) => {
      const { nom: name, adresse: url } = c.var.form
      const secret = await followChanges(c.var.context, c.var.services.config, { name, url })
      if (isRefusal(secret))
        return c.var.again({
          field: 'adresse',
          message: 'Cette adresse n’est pas celle d’un site public en https, sur son port habituel.',
        })
      const sentence = `« ${name} » sera prévenu de chaque changement. Le secret qui signe les messages, à garder maintenant : ${secret}`
      return done(c, webhookPaths.list(c.var.network.base), sentence)
    },
  )
  .post(routes.ending, may(policy.manageOpenData), writes('webhook.ended'), async (c) => {
    const id = c.req.param('avis')
    if (!isId<'webhook'>(id)) throw new NotFound()
    if (isRefusal(await stopFollowing(c.var.context, id))) throw new NotFound()
    return done(c, webhookPaths.list(c.var.network.base), 'Plus rien n’est envoyé à cette adresse.')
  })
