import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { askCompanyDirectory } from '../../data/organisations/company-directory.ts'
import { delegationsOf } from '../../data/organisations/delegations.store.ts'
import { mandatesOf } from '../../data/organisations/mandates.store.ts'
import { contactsOf } from '../../data/organisations/organisation-contacts.store.ts'
import { refsOf } from '../../data/organisations/organisation-refs.store.ts'
import { duplicatesOf, listOrganisations } from '../../data/organisations/organisations.queries.ts'
import { sameAs } from '../../data/organisations/organisations.store.ts'
import { ORGANISATION_KINDS, type Organisation } from '../../domain/organisations/organisation.ts'
import { changeOrganisation } from '../../use-cases/organisations/change-organisation.ts'
import { type Twin, twinsOf } from '../../use-cases/organisations/organisation-twins.ts'
import { recordOrganisation } from '../../use-cases/organisations/record-organisation.ts'
import { policy } from '../policy.ts'
import { failureSentences } from './company-directory-wording.ts'
import { changeForm, detailsOf, organisationForm, valuesOf } from './organisation.form.ts'
import { anyOrganisationOf, organisationOf } from './organisation-of.ts'
import type { OrganisationPanel } from './organisation-panel.ts'
import { paths, routes } from './organisation-paths.ts'
import { problemOfOrganisation } from './organisation-wording.ts'
import { type DirectoryAnswer, NewOrganisationPage } from './pages/new-organisation-page.tsx'
import { OrganisationChangePage } from './pages/organisation-change-page.tsx'
import { OrganisationPage } from './pages/organisation-page.tsx'
import { OrganisationsPage } from './pages/organisations-page.tsx'

const newOrganisationPage: FormPage = (c, state) => showNew(c, state, [])

async function showNew(c: AppContext, state: FormState, twins: readonly Twin[]) {
  const directory = await directoryAnswer(c)
  const found = directory?.failure === null && directory.found.length === 1 ? directory.found[0] : undefined
  const isBlank = Object.keys(state.values).length === 0
  const filled = found && isBlank ? { ...state, values: valuesOf(found) } : state
  return page(c, <NewOrganisationPage view={viewOf(c)} state={filled} twins={twins} directory={directory} />)
}

/** Asked only when the connector is configured and somebody asks. */
async function directoryAnswer(c: AppContext): Promise<DirectoryAnswer | null | undefined> {
  const address = c.var.services.config.companyDirectoryUrl
  if (!address) return undefined
  const q = (c.req.query('siret') ?? c.req.query('q') ?? '').trim().slice(0, 200)
  if (!q) return null
  const answer = await askCompanyDirectory(address, q)
  if (isRefusal(answer)) return { q, found: [], failure: failureSentences[answer.refused] }
  return { q, found: answer, failure: null }
}

const changePage: FormPage = async (c, state) => showChange(c, state, await organisationOf(c), [])

function showChange(c: AppContext, state: FormState, organisation: Organisation, twins: readonly Twin[]) {
  return page(
    c,
    <OrganisationChangePage view={viewOf(c)} organisation={organisation} state={state} twins={twins} />,
  )
}

/** The organisations of the network, what is known of each. `panels`: what other modules add to a page. */
export function organisationFileRoutes(panels: readonly OrganisationPanel[]) {
  return new Hono<AppEnv>()
    .get(routes.organisations, may(policy.readOrganisations), async (c) => {
      const { db, reach } = c.var.context
      const nature = c.req.query('nature') ?? ''
      const asked = {
        q: (c.req.query('q') ?? '').trim().slice(0, 200),
        kind: (ORGANISATION_KINDS as readonly string[]).includes(nature) ? nature : '',
        page: pageNumber(c.req.query('page')),
      }
      const found = await listOrganisations(db, reach, asked)
      const mayAdd = opensTo(c.var, policy.manageOrganisations)
      return page(c, <OrganisationsPage view={viewOf(c)} asked={asked} {...found} mayAdd={mayAdd} />)
    })
    .get(routes.newOrganisation, may(policy.manageOrganisations), (c) => newOrganisationPage(c, blankForm))
    .post(
      routes.newOrganisation,
      may(policy.manageOrganisations),
      writes('organisation.recorded'),
      form(organisationForm, newOrganisationPage),
      async (c) => {
        const { context, network } = c.var
        const details = detailsOf(c.var.form)
        const twins = await twinsOf(context.db, network.id, details)
        if (twins.length > 0 && !c.var.form.nouvelle) {
          c.status(422)
          return showNew(c, c.var.typed, twins)
        }
        const recorded = await recordOrganisation(context, details)
        if (isRefusal(recorded)) {
          c.status(422)
          const problems = [problemOfOrganisation(recorded)]
          return showNew(c, { ...c.var.typed, problems }, twins)
        }
        const sentence = 'La structure est ajoutée. Enregistrez maintenant qui peut signer pour elle.'
        return done(c, paths.organisation(network.base, recorded), sentence)
      },
    )
    .get(routes.change, may(policy.keepOrganisation), (c) => changePage(c, blankForm))
    .post(
      routes.change,
      may(policy.keepOrganisation),
      writes('organisation.changed'),
      form(changeForm, changePage),
      async (c) => {
        const { context, network } = c.var
        const organisation = await organisationOf(c)
        const details = detailsOf(c.var.form)
        const target = { id: organisation.id, seen: c.var.form.vu }
        const changed = await changeOrganisation(context, target, details)
        if (!isRefusal(changed)) {
          return done(c, paths.organisation(network.base, organisation.id), 'La fiche est enregistrée.')
        }
        const isTaken = changed.refused === 'number-taken' && context.reach.kind === 'all'
        const twins = isTaken ? await twinsOf(context.db, network.id, details, organisation.id) : []
        c.status(422)
        return showChange(
          c,
          { ...c.var.typed, problems: [problemOfOrganisation(changed)] },
          await organisationOf(c),
          twins,
        )
      },
    )
    .get(routes.organisation, may(policy.readOrganisations), async (c) => {
      const { context, network } = c.var
      const { db } = context
      const organisation = await anyOrganisationOf(c)
      // A duplicate may be separated again: the browser must not keep this answer.
      if (organisation.mergedInto) {
        return c.redirect(paths.organisation(network.base, organisation.mergedInto), 303)
      }
      const view = viewOf(c)
      const same = await sameAs(db, organisation.id)
      return page(
        c,
        <OrganisationPage
          view={view}
          organisation={organisation}
          duplicates={await duplicatesOf(db, organisation.id)}
          contacts={await contactsOf(db, same)}
          refs={await refsOf(db, same)}
          mandates={{ mandates: await mandatesOf(db, same), delegations: await delegationsOf(db, same) }}
          mayKeep={opensTo(c.var, policy.keepOrganisation)}
          mayManage={opensTo(c.var, policy.manageOrganisations)}
          panels={await Promise.all(panels.map((panel) => panel({ view, context, organisation, same })))}
        />,
      )
    })
}
