import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { organisationWithin } from '../../../identity/index.ts'
import { folded } from '../../../places/index.ts'
import { countListed, listedOrganisations, placesRunBy } from '../../data/organisations/listed.queries.ts'
import { findOffer, isDirectoryOpen } from '../../data/organisations/offers.store.ts'
import { isOffered } from '../../domain/offer.ts'
import { keepOffer } from '../../use-cases/organisations/keep-offer.ts'
import { openDirectory } from '../../use-cases/organisations/open-directory.ts'
import { policy } from '../policy.ts'
import { readAskedOffers } from './asked-offers.ts'
import { directoryForm, offerForm } from './offers.form.ts'
import { offerPaths, routes } from './offers.paths.ts'
import { problemOfOffer } from './offers-wording.ts'
import { DirectorySettingsPage } from './pages/directory-settings-page.tsx'
import { OfferPage } from './pages/offer-page.tsx'
import { OffersPage } from './pages/offers-page.tsx'
import { OwnOfferPage } from './pages/own-offer-page.tsx'

const ownOfferPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  const organisation = await organisationAt(c)
  const { version } = await findOffer(db, organisation.id)
  const isOpen = await isDirectoryOpen(db, network.id)
  const props = { organisation, state, version, isDirectoryOpen: isOpen }
  return page(c, <OwnOfferPage view={viewOf(c)} {...props} />)
}

const settingsPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  const [isOpen, count] = await Promise.all([isDirectoryOpen(db, network.id), countListed(db, network.id)])
  return page(c, <DirectorySettingsPage view={viewOf(c)} state={state} isOpen={isOpen} count={count} />)
}

/** The directory of organisations: closed, it is empty. DIR-80. */
export const offerRoutes = new Hono<AppEnv>()
  .get(routes.organisations, may(policy.readOrganisations), async (c) => {
    const { db, network } = c.var.context
    const all = await listedOrganisations(db, network.id)
    const read = readAskedOffers(new URL(c.req.url).searchParams)
    return page(
      c,
      <OffersPage
        view={viewOf(c)}
        {...read}
        all={all}
        found={all.filter((one) => isOffered(one, read.asked, folded))}
        page={pageNumber(c.req.query('page'))}
      />,
    )
  })
  .get(routes.organisation, may(policy.readOrganisations), async (c) => {
    const { context } = c.var
    const id = c.req.param('id')
    const all = await listedOrganisations(context.db, context.network.id)
    const listed = orNotFound(all.find((one) => one.id === id))
    const organisation = orNotFound(await organisationWithin(context.db, context.reach, listed.id))
    const places = await placesRunBy(context, listed.id)
    return page(c, <OfferPage view={viewOf(c)} listed={listed} organisation={organisation} places={places} />)
  })
  .get(routes.offer, may(policy.keepOffer), async (c) => {
    const offer = await findOffer(c.var.context.db, (await organisationAt(c)).id)
    const values = {
      competences: offer.competences,
      pour: offer.serves,
      presentation: offer.presentation,
      montrer: offer.isListed ? 'oui' : '',
    }
    return ownOfferPage(c, { values, problems: [] })
  })
  .post(
    routes.offer,
    may(policy.keepOffer),
    writes('organisation-offer.changed'),
    form(offerForm, ownOfferPage),
    async (c) => {
      const { context, network, form: typed } = c.var
      const { id } = await organisationAt(c)
      const kept = await keepOffer(
        context,
        { organisation: id, seen: typed.vu },
        {
          isListed: typed.montrer === 'oui',
          presentation: typed.presentation,
          competences: typed.competences,
          serves: typed.pour,
        },
      )
      if (isRefusal(kept)) return c.var.again(problemOfOffer(kept))
      const isShown = typed.montrer === 'oui' && (await isDirectoryOpen(context.db, network.id))
      const sentence = isShown
        ? 'Les compétences sont enregistrées : l’annuaire des structures les montre.'
        : 'Les compétences sont enregistrées. Personne ne les voit pour l’instant.'
      return done(c, offerPaths.offer(network.base, id), sentence)
    },
  )
  .get(routes.settings, may(policy.readDirectories), (c) => settingsPage(c, blankForm))
  .post(
    routes.settings,
    may(policy.openDirectories),
    writes('organisation-directory.opened', 'organisation-directory.closed'),
    form(directoryForm, settingsPage),
    async (c) => {
      const { context, network } = c.var
      const isOpen = c.var.form.ouvert === 'oui'
      await openDirectory(context, isOpen)
      const sentence = isOpen
        ? 'L’annuaire des structures est montré à tout le monde.'
        : 'L’annuaire des structures n’est plus montré. Ce qui est écrit est gardé.'
      return done(c, offerPaths.settings(network.base), sentence)
    },
  )

/** The organisation of the address, within reach, itself no duplicate. */
async function organisationAt(c: AppContext) {
  const { db, reach } = c.var.context
  const id = c.req.param('id') ?? ''
  const found = orNotFound(isId<'organisation'>(id) ? await organisationWithin(db, reach, id) : null)
  return orNotFound(found.mergedInto ? null : found)
}
