import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { mandatesOf } from '../../data/organisations/mandates.store.ts'
import { contactsOf } from '../../data/organisations/organisation-contacts.store.ts'
import { countMembers, listOrganisations } from '../../data/organisations/organisations.queries.ts'
import { organisationWithin, sameAs } from '../../data/organisations/organisations.store.ts'
import type { Organisation } from '../../domain/organisations/organisation.ts'
import { mergeOrganisations } from '../../use-cases/organisations/merge-organisations.ts'
import { twinsOf } from '../../use-cases/organisations/organisation-twins.ts'
import { separateOrganisation } from '../../use-cases/organisations/separate-organisation.ts'
import { policy } from '../policy.ts'
import { buttonForm } from './organisation.form.ts'
import { mergeForm } from './organisation-merge.form.ts'
import { anyOrganisationOf, organisationId } from './organisation-of.ts'
import type { OrganisationPanel } from './organisation-panel.ts'
import { paths, routes } from './organisation-paths.ts'
import { problemOfOrganisation } from './organisation-wording.ts'
import { OrganisationMergePage, type Side } from './pages/organisation-merge-page.tsx'

/** Joining a duplicate to the organisation that remains, and undoing it. */
export function organisationMergeRoutes(panels: readonly OrganisationPanel[]) {
  const mergePage: FormPage = async (c, state) => {
    const asked = organisationId(c.req.query('avec') ?? String(state.values.gardee ?? ''))
    return showMerge(c, state, asked)
  }

  async function showMerge(c: AppContext, state: FormState, asked: OrganisationId | null) {
    const { db, reach, network } = c.var.context
    const duplicate = await anyOrganisationOf(c)
    const q = (c.req.query('q') ?? '').trim().slice(0, 200)
    const kept = asked ? orNotFound(await organisationWithin(db, reach, asked)) : null
    const search = q && !kept ? await listOrganisations(db, reach, { q, kind: '', page: 1 }) : null
    return page(
      c,
      <OrganisationMergePage
        view={viewOf(c)}
        duplicate={await sideOf(c, duplicate)}
        kept={kept && !kept.mergedInto && kept.id !== duplicate.id ? await sideOf(c, kept) : null}
        q={q}
        found={(search?.organisations ?? []).filter(({ id }) => id !== duplicate.id)}
        twins={kept || q ? [] : await twinsOf(db, network.id, duplicate, duplicate.id)}
        state={state}
      />,
    )
  }

  async function sideOf(c: AppContext, organisation: Organisation): Promise<Side> {
    const { context } = c.var
    const same = await sameAs(context.db, organisation.id)
    const about = { view: viewOf(c), context, organisation, same }
    return {
      organisation,
      members: await countMembers(context.db, same),
      contacts: (await contactsOf(context.db, same)).length,
      mandates: (await mandatesOf(context.db, same)).length,
      panels: await Promise.all(panels.map((panel) => panel(about))),
    }
  }

  return new Hono<AppEnv>()
    .get(routes.merge, may(policy.manageOrganisations), (c) => mergePage(c, blankForm))
    .post(
      routes.merge,
      may(policy.manageOrganisations),
      writes('organisation.merged'),
      form(mergeForm, mergePage),
      async (c) => {
        const { id, name } = await anyOrganisationOf(c)
        const { gardee, vu, vu_gardee, reprendre } = c.var.form
        const merged = await mergeOrganisations(c.var.context, {
          duplicate: id,
          kept: gardee,
          seen: { duplicate: vu, kept: vu_gardee },
          copied: reprendre,
        })
        if (!isRefusal(merged)) {
          const sentence = `« ${name} » est jointe à cette fiche. Vous pouvez les séparer plus bas.`
          return done(c, paths.organisation(c.var.network.base, merged), sentence)
        }
        if (merged.refused === 'no-such-organisation') throw new NotFound()
        return c.var.again(problemOfOrganisation(merged))
      },
    )
    .post(
      routes.separation,
      may(policy.manageOrganisations),
      writes('organisation.separated'),
      form(buttonForm, mergePage),
      async (c) => {
        const { id, name } = await anyOrganisationOf(c)
        const separated = await separateOrganisation(c.var.context, id)
        if (isRefusal(separated)) return c.var.again(problemOfOrganisation(separated))
        const sentence = `« ${name} » est de nouveau une structure à part.`
        return done(c, paths.organisation(c.var.network.base, id), sentence)
      },
    )
}
