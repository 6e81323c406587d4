import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import {
  listOrganisations,
  offeredTemplateIds,
  organisationWithin,
  type Twin,
} from '../../../identity/index.ts'
import { searchPlaces } from '../../../places/index.ts'
import { isDraft } from '../../domain/agreement.ts'
import { askedVariables, placeListsOf, textOf } from '../../use-cases/drafting/agreement-text.ts'
import { addToAnnex, removeFromAnnex } from '../../use-cases/drafting/change-annex.ts'
import { completeDraft, filledDigest } from '../../use-cases/drafting/complete-draft.ts'
import { draftAgreement, lookalikes } from '../../use-cases/drafting/draft-agreement.ts'
import { isOffered, publishedTemplatesOf } from '../../use-cases/templates/catalogue.ts'
import { agreementOf } from '../agreement-of.ts'
import { paths, routes } from '../paths.ts'
import { policy } from '../policy.ts'
import { problemOfRefusal } from '../wording.ts'
import { annexForm, annexRemovalForm } from './annex.form.ts'
import { blanksOf, draftForm } from './draft.form.ts'
import { newAgreementForm } from './new-agreement.form.ts'
import { AnnexPage } from './pages/annex-page.tsx'
import { DraftPage } from './pages/draft-page.tsx'
import { NewAgreementPage } from './pages/new-agreement-page.tsx'

const PLACES_SHOWN = 20

const newAgreementPage: FormPage = (c, state) => showNewAgreement(c, state, [])

/** `twins`: those that may be the partner being typed. */
async function showNewAgreement(c: AppContext, state: FormState, twins: readonly Twin[]) {
  const { db, reach, network } = c.var.context
  const q = (c.req.query('q') ?? '').trim().slice(0, 200)
  const asked = c.req.query('structure') ?? String(state.values.structure ?? '')
  const partner = isId<'organisation'>(asked) ? await organisationWithin(db, reach, asked) : null
  const search = q ? await listOrganisations(db, reach, { q, kind: '', page: 1 }) : null
  const chosen = await offeredTemplateIds(db, network.id)
  const templates = (await publishedTemplatesOf(db, network.id)).filter((one) => isOffered(one, chosen))
  return page(
    c,
    <NewAgreementPage
      view={viewOf(c)}
      templates={templates}
      partner={{ chosen: partner, q, found: search?.organisations ?? null, twins }}
      state={state}
    />,
  )
}

const draftPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const { template } = await textOf(c.var.context.db, c.var.network, agreement)
  return page(
    c,
    <DraftPage
      view={viewOf(c)}
      agreement={agreement}
      variables={askedVariables(template)}
      shown={filledDigest(agreement)}
      state={state}
    />,
  )
}

/** Its fields are the blanks of the agreement's own template. */
const askedForm = async (c: AppContext) => {
  const { template } = await textOf(c.var.context.db, c.var.network, await agreementOf(c))
  return draftForm(askedVariables(template))
}

const annexPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const { context, network } = c.var
  const { template, places } = await textOf(context.db, network, agreement)
  const q = c.req.query('q')?.trim() ?? ''
  const found = q ? await searchPlaces(context, q, PLACES_SHOWN) : []
  const lists = placeListsOf(template)
  return page(
    c,
    <AnnexPage
      view={viewOf(c)}
      agreement={agreement}
      lists={lists}
      listed={places}
      q={q}
      found={found}
      open={isDraft(agreement)}
      state={state}
    />,
  )
}

/** Until the first signature: the draft, its blanks and its places. */
export const draftRoutes = new Hono<AppEnv>()
  .get(routes.newAgreement, may(policy.manage), (c) => newAgreementPage(c, blankForm))
  .post(
    routes.newAgreement,
    may(policy.manage),
    writes('agreement.drafted'),
    form(newAgreementForm, newAgreementPage),
    async (c) => {
      const { modele, partenaire, nature, siret, commune, representant, qualite, duree, structure } =
        c.var.form
      const { context, network } = c.var
      const partner = { name: partenaire, kind: nature, siret, commune }
      const twins = structure ? [] : await lookalikes(context, partner)
      if (twins.length > 0) {
        c.status(422)
        return showNewAgreement(c, c.var.typed, twins)
      }
      const drafted = await draftAgreement(context, {
        templateId: modele,
        partner,
        partnerId: structure === 'nouvelle' ? null : structure,
        representative: { name: representant, title: qualite },
        initialYears: duree,
      })
      if (isRefusal(drafted)) return c.var.again(problemOfRefusal(drafted))
      return done(
        c,
        paths.draft(network.base, drafted),
        'Le projet est créé. Complétez maintenant son texte.',
      )
    },
  )
  .get(routes.draft, may(policy.manage), (c) => draftPage(c, blankForm))
  .post(
    routes.draft,
    may(policy.manage),
    writes('agreement.completed'),
    form(askedForm, draftPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, representant, qualite, duree, rempli, ...blanks } = c.var.form
      const change = {
        variables: blanksOf(blanks),
        representative: { name: representant, title: qualite },
        initialYears: duree,
        ...(rempli !== undefined && { shown: rempli }),
      }
      const completed = await completeDraft(c.var.context, { id: agreement.id, seen: vu }, change)
      if (isRefusal(completed)) return c.var.again(problemOfRefusal(completed))
      return done(c, paths.agreement(c.var.network.base, agreement.id), 'Le projet est enregistré.')
    },
  )
  .get(routes.annex, may(policy.manage), (c) => annexPage(c, blankForm))
  .post(routes.annex, may(policy.manage), writes('annex.changed'), form(annexForm, annexPage), async (c) => {
    const agreement = await agreementOf(c)
    const { vu, lieu, liste } = c.var.form
    const added = await addToAnnex(
      c.var.context,
      { id: agreement.id, seen: vu },
      { placeId: lieu, subList: liste },
    )
    if (isRefusal(added)) return c.var.again(problemOfRefusal(added))
    return done(c, paths.annex(c.var.network.base, agreement.id), 'Le lieu est ajouté.')
  })
  .post(
    routes.annexPlace,
    may(policy.manage),
    writes('annex.changed'),
    form(annexRemovalForm, annexPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const place = c.req.param('place')
      const target = { id: agreement.id, seen: c.var.form.vu }
      const removed = await removeFromAnnex(
        c.var.context,
        target,
        orNotFound(isId<'place'>(place) ? place : null),
      )
      if (isRefusal(removed)) return c.var.again(problemOfRefusal(removed))
      return done(c, paths.annex(c.var.network.base, agreement.id), 'Le lieu est retiré de la liste.')
    },
  )
