import { Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { asksSecondConfirmation } from '../../data/waiting-acts.store.ts'
import { changeConfirmation } from '../../use-cases/letters/change-confirmation.ts'
import { waitingRoutesOf as routes, waitingPaths } from '../letters/waiting.paths.ts'
import { policy } from '../policy.ts'
import { AgreementSettingsPage } from './agreement-settings-page.tsx'

const settingsForm = z.object({ seconde_personne: z.literal('oui').optional() })

const settingsPage: FormPage = async (c, state) => {
  const isAsked = await asksSecondConfirmation(c.var.context.db, c.var.network.id)
  return page(c, <AgreementSettingsPage view={viewOf(c)} isAsked={isAsked} state={state} />)
}

/** How the network wants its agreements kept. AGR-115. */
export const agreementSettingsRoutes = new Hono<AppEnv>()
  .get(routes.settings, may(policy.settings), (c) => settingsPage(c, blankForm))
  .post(
    routes.settings,
    may(policy.settings),
    writes('agreement-setting.changed'),
    form(settingsForm, settingsPage),
    async (c) => {
      const isAsked = c.var.form.seconde_personne === 'oui'
      await changeConfirmation(c.var.context, isAsked)
      const sentence = isAsked
        ? 'Désormais, une autre personne confirme les dénonciations, mises en demeure et résiliations.'
        : 'Désormais, une seule personne enregistre ces actes. Ceux qui attendent restent à confirmer.'
      return done(c, waitingPaths.settings(c.var.network.base), sentence)
    },
  )
