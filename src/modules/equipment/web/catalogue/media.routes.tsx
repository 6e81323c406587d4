import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { readDocument } from '../../../../platform/files/kept-files.ts'
import { photoSize, readPhoto } from '../../../../platform/files/photo.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { modelsOf } from '../../data/catalogue/catalogue.queries.ts'
import { mediaSeen, noticesOf, photosOf } from '../../data/catalogue/model-media.store.ts'
import { rolesOf } from '../../data/roles.store.ts'
import {
  endModel,
  giveNotice,
  orderPhoto,
  showPhoto,
  takeNoticeAway,
  takePhotoAway,
} from '../../use-cases/catalogue/keep-media.ts'
import { borrowingPolicy } from '../borrowing/borrowing.policy.ts'
import { managingPaths } from '../managing/managing.paths.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { MediaPage } from './pages/media-page.tsx'
import { endForm, noticeEndForm, noticeForm, photoActForm, photoForm } from './sheets.form.ts'
import { routes, sheetPaths } from './sheets.paths.ts'

async function modelAt(c: AppContext) {
  const place = await workplace(c, 'keep')
  const models = await modelsOf(place.context.db, place.inventory.id)
  const model = orNotFound(models.find(({ id }) => id === c.req.param('modele')))
  return { place, model, here: sheetPaths.media(c.var.network.base, place.inventory.id, model.id) }
}

async function show(c: AppContext, state: FormState, isEnding = false) {
  const { place, model } = await modelAt(c)
  const { db } = place.context
  const photos = (await photosOf(db, [model.id])).get(model.id) ?? []
  const notices = await noticesOf(db, model.id)
  const props = { view: viewOf(c), inventory: place.inventory, model, photos, notices, state, isEnding }
  return page(c, <MediaPage {...props} />)
}

const mediaPage: FormPage = (c, state) => show(c, state)

/** Photos and notices of a model, kept by its managers; and its end. EQP-103. */
export const mediaRoutes = new Hono<AppEnv>()
  .get(routes.media, may(policy.seeWork), (c) => show(c, blankForm))
  .post(
    routes.photos,
    may(policy.work),
    writes('model.photo-added'),
    form(photoForm, mediaPage),
    async (c) => {
      const { place, model, here } = await modelAt(c)
      const { photo, alt } = c.var.form
      const [file] = photo
      const read = file ? await readPhoto(file.name, new Uint8Array(await file.arrayBuffer())) : null
      if (read === null || isRefusal(read)) return c.var.again(WRONG_PHOTO)
      const sha256 = await c.var.services.files.put(read.content)
      await showPhoto(place, model.id, { ...read, sha256 }, { alt, ...(await photoSize(read.content)) })
      return done(c, here, 'La photo est ajoutée : les emprunteurs la voient dès maintenant.')
    },
  )
  .post(
    routes.photoAct,
    may(policy.work),
    writes('model.photos-ordered', 'model.photo-removed'),
    form(photoActForm, mediaPage),
    async (c) => {
      const { place, model, here } = await modelAt(c)
      const { cible, acte } = c.var.form
      if (acte === 'retirer') await takePhotoAway(place, model.id, cible)
      else await orderPhoto(place, model.id, cible)
      return done(
        c,
        here,
        acte === 'retirer' ? 'La photo est retirée.' : 'Cette photo illustre le catalogue.',
      )
    },
  )
  .post(
    routes.notices,
    may(policy.work),
    writes('model.notice-added'),
    form(noticeForm, mediaPage),
    async (c) => {
      const { place, model, here } = await modelAt(c)
      const { titre, adresse, fichier } = c.var.form
      const [file] = fichier
      if (!file) await giveNotice(place, model.id, titre, { url: adresse })
      else {
        const read = readDocument(file.name, new Uint8Array(await file.arrayBuffer()))
        if (isRefusal(read)) return c.var.again(WRONG_NOTICE)
        const sha256 = await c.var.services.files.put(read.content)
        await giveNotice(place, model.id, titre, { ...read, sha256 })
      }
      return done(c, here, 'La notice est ajoutée : les emprunteurs la lisent sur la fiche du modèle.')
    },
  )
  .post(
    routes.noticeEnd,
    may(policy.work),
    writes('model.notice-removed'),
    form(noticeEndForm, mediaPage),
    async (c) => {
      const { place, model, here } = await modelAt(c)
      await takeNoticeAway(place, model.id, c.var.form.cible)
      return done(c, here, 'La notice est retirée.')
    },
  )
  .post(routes.end, may(policy.work), writes('model.retired'), form(endForm, mediaPage), async (c) => {
    const { place, model } = await modelAt(c)
    if (!c.var.confirmed) return show(c, c.var.typed, true)
    const ended = await endModel(place, model.id)
    if (isRefusal(ended)) return c.var.again({ field: null, message: IN_USE })
    const stock = managingPaths.stock(c.var.network.base, place.inventory.id)
    return done(c, stock, `${model.name} n’est plus au catalogue. Ses exemplaires gardent leur histoire.`)
  })
  .get(routes.photo, may(policy.seeMedia), (c) => serve(c, 'photo'))
  .get(routes.notice, may(policy.seeMedia), (c) => serve(c, 'notice'))

const WRONG_PHOTO = {
  field: 'photo',
  message: 'Cette photo ne peut pas être lue : envoyez une image JPEG, PNG ou WebP de 10 Mo au plus.',
}
const WRONG_NOTICE = {
  field: 'fichier',
  message: 'Joignez un PDF sans mot de passe, ou une image PNG ou JPEG.',
}
const IN_USE =
  'Des prêts de ce modèle sont demandés, accordés ou en cours : attendez leur fin, ou refusez-les, puis retirez-le.'

/** To whom its inventory is shown; a photo never changes under its address. EQP-108. */
async function serve(c: AppContext, kind: 'photo' | 'notice') {
  const id = c.req.param(kind) ?? ''
  const { actor, network, services } = c.var
  const roles = actor.kind === 'member' ? await rolesOf(services.db, actor) : new Map<never, never>()
  const seen = { reach: borrowingPolicy.browse.reach(actor, network.id), workplaces: [...roles.keys()] }
  const media = kind === 'photo' ? { photo: id } : { notice: id }
  const isKnown = isId<'model-photo'>(id)
  const file = orNotFound(isKnown ? await mediaSeen(services.db, network.id, media, seen) : null)
  const content = await services.files.get(file.sha256)
  c.header('cache-control', 'private, max-age=86400')
  if (kind === 'notice')
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
}
