import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { limitSignIn } from '../../../../platform/http/rate-limit.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { paletteOf } from '../../../../ui/palettes.ts'
import { accountsOf } from '../../data/sign-in/accounts.ts'
import { foundNetwork, isFirstRunKey } from '../../use-cases/networks/found-network.ts'
import { policy } from '../policy.ts'
import { passwordsAsTyped } from '../sign-in/account.form.ts'
import { firstRunForm } from './first-run.form.ts'
import { NO_NETWORK } from './first-run-network.ts'
import { foundingProblem } from './first-run-wording.ts'
import type { FirstStep } from './first-step.ts'
import { paths, routes } from './network-paths.ts'
import type { OfferedTemplates } from './offered-templates.ts'
import { FirstRunPage, KeyNeededPage } from './pages/first-run-page.tsx'
import { FirstRunDonePage, FirstStepsPage } from './pages/first-steps-page.tsx'

/** Before any network: its creation, for whoever holds the key. Afterwards: what an officer does first. */
export function firstRunRoutes(templates: OfferedTemplates, steps: readonly FirstStep[]) {
  const firstRunPage: FormPage = async (c, state) => {
    const key = c.req.query('cle') ?? String(state.values.cle ?? '')
    if (!(await isFirstRunKey(c.var.services.db, key)))
      return page(c, <KeyNeededPage view={viewOf(c)} isWrong={key !== ''} />)
    const offered = await templates(c.var.services.db, null)
    return page(c, <FirstRunPage view={viewOf(c)} secret={key} templates={offered} state={state} />)
  }
  const askedForm = async (c: AppContext) =>
    firstRunForm((await templates(c.var.services.db, null)).map(({ id }) => id))
  const stepsPage = async (c: AppContext) => {
    const { context, network } = c.var
    const shown = steps.map(async ({ label, hint, href, isDone }) => ({
      label,
      hint,
      href: href(network.base),
      isDone: await isDone(context),
    }))
    return page(c, <FirstStepsPage view={viewOf(c)} steps={await Promise.all(shown)} />)
  }
  return new Hono<AppEnv>()
    .get(routes.firstSteps, may(policy.firstSteps), (c) =>
      c.var.network === NO_NETWORK ? firstRunPage(c, blankForm) : stepsPage(c),
    )
    .post(
      routes.firstSteps,
      may(policy.foundNetwork),
      limitSignIn,
      writes('network.founded'),
      form(askedForm, firstRunPage, passwordsAsTyped),
      async (c) => {
        const { cle, couleurs, ...typed } = c.var.form
        const { context, services } = c.var
        const founded = await foundNetwork(context, accountsOf(services), cle, {
          name: typed.nom,
          slug: typed.adresse,
          tagline: typed.accroche,
          theme: paletteOf(couleurs)?.theme ?? {},
          templateIds: typed.modeles,
          contactEmail: typed.contact,
          dpo: { name: typed.dpo, email: typed.dpo_courriel },
          head: { name: typed.tete, kind: typed.nature, commune: typed.commune, ...typed.numero },
          officer: {
            givenName: typed.prenom,
            familyName: typed.nom_famille,
            email: typed.courriel,
            jobTitle: typed.fonction,
            password: typed.mot_de_passe,
          },
        })
        if (isRefusal(founded)) return c.var.again(foundingProblem(founded))
        return done(c, paths.firstRunDone(''), `Un courriel part vers ${typed.courriel}.`)
      },
    )
    .get(routes.firstRunDone, may(policy.publicPages), (c) => page(c, <FirstRunDonePage view={viewOf(c)} />))
}
