import { Hono } from 'hono'
import { civil, type Day } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { formatDay } from '../../../../ui/french.ts'
import { type Edition, editionsOf } from '../../data/schemes/editions.store.ts'
import { firstEdition, nextEdition } from '../../domain/schemes/edition.ts'
import { extendCampaign } from '../../use-cases/schemes/extend-edition.ts'
import { openEdition } from '../../use-cases/schemes/open-edition.ts'
import { policy } from '../policy.ts'
import { ExtensionPage, NewEditionPage } from './pages/edition-pages.tsx'
import { editionForm, extensionForm } from './scheme.form.ts'
import { schemePaths as paths, schemeRoutesOf as routes } from './scheme.paths.ts'
import { schemeIdOf, schemeViewOf } from './scheme-of.ts'
import { problemOfScheme } from './scheme-problems-wording.ts'

const editionPage: FormPage = async (c, state) => {
  const about = await schemeViewOf(c)
  const { db, network, today } = c.var.context
  const [former = null] = await editionsOf(db, network.id, about.scheme.id)
  const proposed = proposedAfter(former, about.scheme.name, today)
  return page(c, <NewEditionPage {...{ about, proposed, former, state }} />)
}

const extensionPage: FormPage = async (c, state) => {
  const about = await schemeViewOf(c)
  return page(c, <ExtensionPage {...{ about, state }} edition={await editionOf(c)} />)
}

/** The campaign of the address, if it is one of that label; else 404. */
async function editionOf(c: AppContext): Promise<Edition> {
  const { db, network } = c.var.context
  const id = c.req.param('campagne') ?? ''
  const known = await editionsOf(db, network.id, schemeIdOf(c))
  return orNotFound(isId<'edition'>(id) ? known.find((one) => one.id === id) : null)
}

function proposedAfter(former: Edition | null, name: string, today: Day) {
  if (!former) {
    const first = firstEdition(name, today)
    return { nom: first.name, annee: String(first.year), ouverture: '', cloture: '' }
  }
  const next = nextEdition(former)
  return {
    nom: next.name,
    annee: String(next.year),
    ouverture: typedDay(next.opensOn),
    cloture: typedDay(next.closesOn),
  }
}

function typedDay(of: Day): string {
  const { year, month, day: dayOfMonth } = civil(of)
  const two = (figure: number) => String(figure).padStart(2, '0')
  return `${two(dayOfMonth)}/${two(month)}/${year}`
}

/** The campaigns of a label: opened for a year, extended for all. LAB-22. */
export const editionRoutes = new Hono<AppEnv>()
  .get(routes.newEdition, may(policy.schemes), (c) => editionPage(c, blankForm))
  .post(
    routes.newEdition,
    may(policy.schemes),
    writes('label-edition.opened'),
    form(editionForm, editionPage),
    async (c) => {
      const { nom, annee, ouverture, cloture, formulaire } = c.var.form
      const schemeId = schemeIdOf(c)
      const days = { opensOn: ouverture, closesOn: cloture }
      const edition = { schemeId, name: nom, year: annee, ...days, form: formulaire }
      const opened = await openEdition(c.var.context, edition)
      if (isRefusal(opened)) return c.var.again(problemOfScheme(opened))
      return done(
        c,
        paths.scheme(c.var.network.base, schemeId),
        `La campagne est enregistrée. Les candidatures s’envoient du ${formatDay(ouverture)} au ${formatDay(cloture)}, 23 h 59.`,
      )
    },
  )
  .get(routes.extension, may(policy.schemes), (c) => extensionPage(c, blankForm))
  .post(
    routes.extension,
    may(policy.schemes),
    writes('label-edition.extended'),
    form(extensionForm, extensionPage),
    async (c) => {
      const { cloture, motif } = c.var.form
      const { id, schemeId } = await editionOf(c)
      const extended = await extendCampaign(c.var.context, id, { to: cloture, reason: motif })
      if (isRefusal(extended)) return c.var.again(problemOfScheme(extended))
      return done(
        c,
        paths.scheme(c.var.network.base, schemeId),
        `La campagne est prolongée pour tous jusqu’au ${formatDay(cloture)}, 23 h 59. La page publique du label le dit.`,
      )
    },
  )
