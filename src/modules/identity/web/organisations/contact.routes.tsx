import { Hono } from 'hono'
import type { Id } from '../../../../kernel/id.ts'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { contactsOf } from '../../data/organisations/organisation-contacts.store.ts'
import { sameAs } from '../../data/organisations/organisations.store.ts'
import type { OrganisationContact } from '../../domain/organisations/contact.ts'
import { changeContact, recordContact, removeContact } from '../../use-cases/organisations/keep-contact.ts'
import { recordRef, removeRef } from '../../use-cases/organisations/keep-organisation-ref.ts'
import { policy } from '../policy.ts'
import { buttonForm, contactForm, refForm } from './organisation.form.ts'
import { organisationOf } from './organisation-of.ts'
import { paths, routes } from './organisation-paths.ts'
import { problemOfOrganisation } from './organisation-wording.ts'
import { ContactPage } from './pages/contact-page.tsx'
import { OrganisationRefPage } from './pages/organisation-ref-page.tsx'

const newContactPage: FormPage = async (c, state) => {
  const organisation = await organisationOf(c)
  return page(c, <ContactPage view={viewOf(c)} organisation={organisation} contact={null} state={state} />)
}

const contactPage: FormPage = async (c, state) => {
  const organisation = await organisationOf(c)
  const contact = await contactOf(c, organisation.id)
  return page(c, <ContactPage view={viewOf(c)} organisation={organisation} contact={contact} state={state} />)
}

const refPage: FormPage = async (c, state) =>
  page(c, <OrganisationRefPage view={viewOf(c)} organisation={await organisationOf(c)} state={state} />)

/** Whom to write to in an organisation, and how others call it. */
export const contsignatureRoutes = new Hono<AppEnv>()
  .get(routes.newContact, may(policy.keepOrganisation), (c) => newContactPage(c, blankForm))
  .post(
    routes.newContact,
    may(policy.keepOrganisation),
    writes('contact.recorded'),
    form(contactForm, newContactPage),
    async (c) => {
      const { id } = await organisationOf(c)
      const recorded = await recordContact(c.var.context, id, detailsOf(c.var.form))
      if (isRefusal(recorded)) return c.var.again(problemOfOrganisation(recorded))
      return done(c, paths.organisation(c.var.network.base, id), 'Le contact est ajouté.')
    },
  )
  .get(routes.contact, may(policy.keepOrganisation), (c) => contactPage(c, blankForm))
  .post(
    routes.contact,
    may(policy.keepOrganisation),
    writes('contact.changed'),
    form(contactForm, contactPage),
    async (c) => {
      const { id } = await organisationOf(c)
      const contact = await contactOf(c, id)
      const changed = await changeContact(c.var.context, id, contact.id, detailsOf(c.var.form))
      if (isRefusal(changed)) return c.var.again(problemOfOrganisation(changed))
      return done(c, paths.organisation(c.var.network.base, id), 'Le contact est enregistré.')
    },
  )
  .post(
    routes.contactRemoval,
    may(policy.keepOrganisation),
    writes('contact.removed'),
    form(buttonForm, contactPage),
    async (c) => {
      const { id } = await organisationOf(c)
      const contact = await contactOf(c, id)
      const removed = await removeContact(c.var.context, id, contact.id)
      if (isRefusal(removed)) return c.var.again(problemOfOrganisation(removed))
      return done(c, paths.organisation(c.var.network.base, id), `Le contact « ${contact.name} » est retiré.`)
    },
  )
  .get(routes.refs, may(policy.keepOrganisation), (c) => refPage(c, blankForm))
  .post(
    routes.refs,
    may(policy.keepOrganisation),
    writes('organisation-ref.recorded'),
    form(refForm, refPage),
    async (c) => {
      const { id } = await organisationOf(c)
      const { source, reference } = c.var.form
      const recorded = await recordRef(c.var.context, id, { source, ref: reference })
      if (isRefusal(recorded)) return c.var.again(problemOfOrganisation(recorded))
      return done(c, paths.organisation(c.var.network.base, id), 'La référence est ajoutée.')
    },
  )
  .post(
    routes.refRemoval,
    may(policy.keepOrganisation),
    writes('organisation-ref.removed'),
    form(refForm, refPage),
    async (c) => {
      const { id } = await organisationOf(c)
      const { source, reference } = c.var.form
      const removed = await removeRef(c.var.context, id, { source, ref: reference })
      if (isRefusal(removed)) return c.var.again(problemOfOrganisation(removed))
      return done(c, paths.organisation(c.var.network.base, id), 'La référence est retirée.')
    },
  )

async function contactOf(c: AppContext, organisation: Id<'organisation'>): Promise<OrganisationContact> {
  const { db } = c.var.context
  const asked: string = c.req.param('contact') ?? ''
  const known = isId<'contact'>(asked) ? await contactsOf(db, await sameAs(db, organisation)) : []
  return orNotFound(known.find(({ id }) => id === asked))
}

function detailsOf({ nom, fonction, objet, courriel, telephone }: (typeof contactForm)['_output']) {
  return { name: nom, jobTitle: fonction, purpose: objet, email: courriel, phone: telephone }
}
