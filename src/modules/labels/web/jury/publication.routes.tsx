import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { formatNumber } from '../../../../ui/french.ts'
import { deliberationsOf } from '../../data/jury/deliberations.store.ts'
import { progressOf } from '../../data/jury/progress.queries.ts'
import { signersOf } from '../../use-cases/decisions/signer.ts'
import { rulesOf } from '../../use-cases/jury/campaign-of.ts'
import { publishEdition } from '../../use-cases/jury/publish-edition.ts'
import { policy } from '../policy.ts'
import { campaignAt } from './campaign-at.ts'
import { publicationForm } from './jury.form.ts'
import { juryPaths as paths, juryRoutesOf as routes } from './jury.paths.ts'
import { problemOf } from './jury-wording.ts'
import { lettersOf } from './letter-words.ts'
import { PublicationPage } from './pages/publication-page.tsx'

const publicationPage: FormPage = (c, state) => show(c, state, false)

async function show(c: AppContext, state: FormState, isShown: boolean) {
  const place = await campaignAt(c)
  const { context } = c.var
  const { counts } = await progressOf(context.db, place.campaign.id, rulesOf(place.campaign), {})
  const files = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [last] = await deliberationsOf(context.db, place.campaign.id)
  const signers = await signersOf(context, context.db, last?.heldOn ?? context.today)
  const props = { place, files, signers, decidedOn: last?.heldOn ?? null, isShown, state }
  return page(c, <PublicationPage view={viewOf(c)} {...props} />)
}

export const publicationRoutes = new Hono<AppEnv>()
  .get(routes.publication, may(policy.runJury), (c) => publicationPage(c, blankForm))
  .post(
    routes.publication,
    may(policy.runJury),
    writes('edition.published'),
    form(publicationForm, publicationPage),
    async (c) => {
      const { campaign } = await campaignAt(c)
      const { signataire: signer, decide_le: decidedOn, recours: remedies } = c.var.form
      if (!c.var.confirmed) return show(c, c.var.typed, true)
      const { grading } = campaign.content
      const letters = lettersOf(grading.kind === 'levels' ? grading.unit : '')
      const words = { signer, decidedOn, remedies }
      const outcome = await publishEdition(c.var.context, campaign.id, words, letters)
      if (isRefusal(outcome)) return c.var.again(problemOf(outcome))
      return done(
        c,
        paths.campaign(c.var.network.base, campaign.id),
        `Les résultats sont publics : ${formatNumber(outcome.granted)} attributions, ${formatNumber(outcome.declined)} refus. Les lettres partent aux candidats.`,
      )
    },
  )
