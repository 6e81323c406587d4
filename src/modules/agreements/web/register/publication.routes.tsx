import { Hono } from 'hono'
import { z } from 'zod'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { requiredText } from '../../../../platform/http/fields.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { publicationOf } from '../../data/publication.store.ts'
import {
  recordPublicationBasis,
  removePublicationBasis,
} from '../../use-cases/decisions/keep-publication-basis.ts'
import { agreementOf } from '../agreement-of.ts'
import { problemsOfDecision } from '../decisions/decision-wording.ts'
import { policy } from '../policy.ts'
import { PublicationPage } from './pages/publication-page.tsx'
import { publicationPaths, publicationRoutesOf as routes } from './publication.paths.ts'

const basisForm = z.object({
  fondement: requiredText('Indiquez le texte qui oblige ou autorise à publier la convention.', 1000),
})

const publicationPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const publication = await publicationOf(c.var.context.db, agreement.id)
  return page(c, <PublicationPage view={viewOf(c)} {...{ agreement, publication, state }} />)
}

/** Why the public register lists an agreement, or does not. AGR-68. */
export const publicationRoutes = new Hono<AppEnv>()
  .get(routes.publication, may(policy.manage), (c) => publicationPage(c, blankForm))
  .post(
    routes.publication,
    may(policy.manage),
    writes('publication-basis.recorded'),
    form(basisForm, publicationPage),
    async (c) => {
      const { id } = await agreementOf(c)
      const kept = await recordPublicationBasis(c.var.context, id, c.var.form.fondement)
      if (isRefusal(kept)) return c.var.again(...problemsOfDecision(kept))
      const sentence =
        'Le fondement est enregistré. Le registre public montre la convention dès qu’elle est entrée en vigueur.'
      return done(c, publicationPaths.publication(c.var.network.base, id), sentence)
    },
  )
  .post(
    routes.removal,
    may(policy.manage),
    writes('publication-basis.withdrawn'),
    form(z.object({}), publicationPage),
    async (c) => {
      const { id } = await agreementOf(c)
      const removed = await removePublicationBasis(c.var.context, id)
      if (isRefusal(removed)) return c.var.again(...problemsOfDecision(removed))
      const sentence =
        'Le fondement est retiré. Sans clause ni accord qui le permette, le registre ne montre plus la convention.'
      return done(c, publicationPaths.publication(c.var.network.base, id), sentence)
    },
  )
