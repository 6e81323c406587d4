import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { findFile } from '../../../../platform/files/kept-files.ts'
import { readPhoto, squarePhoto } from '../../../../platform/files/photo.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { findPerson, standingsOf } from '../../../identity/index.ts'
import { type Choices, CONSENT_FIELDS, choicesOf } from '../../../privacy/index.ts'
import { shownCard, workplacesOf } from '../../data/cards/cards.queries.ts'
import { findProfile, type KnownProfile } from '../../data/cards/profiles.store.ts'
import { type KeptProfile, keepProfile } from '../../use-cases/cards/keep-profile.ts'
import { removeOwnCard } from '../../use-cases/cards/remove-profile.ts'
import { policy } from '../policy.ts'
import { audienceField, NOBODY, ownCardForm } from './cards.form.ts'
import { cardPaths, routes } from './cards.paths.ts'
import { problemOfCard } from './cards-wording.ts'
import { type OwnCard, OwnCardPage } from './pages/own-card-page.tsx'
import { RemovalPage } from './pages/removal-page.tsx'
import { readerOf } from './reader.ts'

const ownCardPage: FormPage = async (c, state) =>
  page(c, <OwnCardPage view={viewOf(c)} state={state} own={await ownCard(c)} />)

/** What a facilitator writes of themselves, and to whom they show it. DIR-78. */
export const ownCardRoutes = new Hono<AppEnv>()
  .get(routes.own, may(policy.ownCard), async (c) => {
    const { context } = c.var
    const { personId } = orNotFound(personOf(context.actor))
    const profile = await findProfile(context.db, { person: personId, network: context.network.id })
    return ownCardPage(c, filled(profile, await choicesOf(context.db, personId, context.network.id)))
  })
  .post(
    routes.own,
    may(policy.ownCard),
    writes('facilitator.card-changed'),
    form(ownCardForm, ownCardPage),
    async (c) => {
      const { context, network, form: typed } = c.var
      const photo = await photoOf(c, typed.photo, typed['sans-photo'] === 'oui')
      if (photo === null) return c.var.again(WRONG_PHOTO)
      const kept = await keepProfile(context, orNotFound(personOf(context.actor)).personId, {
        seen: typed.vu,
        photo,
        presentation: typed.presentation,
        skills: typed.competences,
        themes: typed.themes,
        languages: typed.langues,
        goesTo: typed.intervient || null,
        availability: typed.disponibilite,
        shown: typed.shown,
      })
      if (isRefusal(kept)) return c.var.again(problemOfCard(kept))
      const sentence = typed.shown.name
        ? 'Votre fiche est enregistrée : les pages en tiennent déjà compte.'
        : 'Votre fiche est enregistrée. Elle ne paraît nulle part tant que vous ne montrez pas votre nom.'
      return done(c, cardPaths.own(network.base), sentence)
    },
  )
  .get(routes.ownPhoto, may(policy.ownCard), async (c) => {
    const { context, services } = c.var
    const { personId } = orNotFound(personOf(context.actor))
    const { photoFileId } = await findProfile(context.db, { person: personId, network: context.network.id })
    if (photoFileId === null || photoFileId !== c.req.param('fichier')) throw new NotFound()
    const file = orNotFound(await findFile(context.db, context.network, photoFileId))
    const bytes = await services.files.get(file.sha256)
    c.header('cache-control', 'no-store')
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
  })
  .get(routes.removal, may(policy.ownCard), (c) => page(c, <RemovalPage view={viewOf(c)} />))
  .post(routes.removal, may(policy.ownCard), writes('facilitator.card-removed'), async (c) => {
    const { context, network } = c.var
    await removeOwnCard(context, orNotFound(personOf(context.actor)).personId)
    return done(
      c,
      cardPaths.own(network.base),
      'Votre fiche est retirée : plus rien de vous n’est montré ici.',
    )
  })

const WRONG_PHOTO = {
  field: 'photo',
  message: 'Cette photo ne peut pas être lue : envoyez une image JPEG, PNG ou WebP de 10 Mo au plus.',
}

async function ownCard(c: AppContext): Promise<OwnCard | null> {
  const { context } = c.var
  const { db, network, today } = context
  const { personId } = orNotFound(personOf(context.actor))
  const standings = (await standingsOf(db, personId, today)).filter((one) => one.networkId === network.id)
  const here = standings.find(({ role }) => role === 'facilitator')
  if (!here) return null
  const person = orNotFound(await findPerson(db, personId))
  const profile = await findProfile(db, { person: personId, network: network.id })
  return {
    personId,
    version: profile.version,
    photo: profile.photoFileId,
    isSeen: (await shownCard(context, readerOf(c), personId)) !== null,
    account: {
      name: person.name ?? '',
      job_title: here.jobTitle,
      organisation: here.organisationName ?? '',
      email: person.email,
      phone: person.phone,
    },
    places: (await workplacesOf(context, [personId])).get(personId) ?? [],
  }
}

function filled(profile: KnownProfile, choices: Choices): FormState {
  const audiences = CONSENT_FIELDS.map((field) => [audienceField(field), choices[field] ?? NOBODY])
  return {
    values: {
      presentation: profile.presentation,
      themes: profile.themes,
      competences: profile.skills,
      langues: profile.languages.join(', '),
      intervient: profile.goesTo ?? '',
      disponibilite: profile.availability,
      ...Object.fromEntries(audiences),
    },
    problems: [],
  }
}

/** Null: what was sent is no photo. A browser sends an empty file when none is chosen. */
async function photoOf(
  c: AppContext,
  sent: unknown,
  isTakenAway: boolean,
): Promise<KeptProfile['photo'] | null> {
  if (!(sent instanceof File) || sent.size === 0) return isTakenAway ? 'none' : 'keep'
  const photo = await readPhoto(sent.name, new Uint8Array(await sent.arrayBuffer()))
  if (isRefusal(photo)) return null
  const content = await squarePhoto(photo.content)
  return { ...photo, content, sha256: await c.var.services.files.put(content) }
}
