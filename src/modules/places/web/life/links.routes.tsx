import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { placeSheet } from '../../use-cases/life/place-sheet.ts'
import {
  endWork,
  leavePlace,
  peopleOfPlace,
  placePerson,
  type TieRefusal,
  tieOrganisation,
  untieOrganisation,
} from '../../use-cases/life/tie-place.ts'
import { organisationTyped } from '../../use-cases/life/typed-place.ts'
import { policy } from '../policy.ts'
import { staffForm, tieForm } from './life.form.ts'
import { lifePaths as paths, lifeRoutesOf as routes } from './life.paths.ts'
import { problemOfLife } from './life-wording.ts'
import { LinksPage } from './pages/links-page.tsx'
import { placeIdAt } from './place-at.ts'

const UNKNOWN = {
  field: 'structure',
  message: 'Aucune structure du réseau ne porte ce SIRET ou ce nom : vérifiez-le, ou créez-la d’abord.',
}

/** Who runs a place and who works there. DIR-1, DIR-11. */
export const linkRoutes = new Hono<AppEnv>()
  .get(routes.links, may(policy.readKept), (c) => show(c, blankForm))
  .post(routes.links, may(policy.tiePlaces), writes('place.tied'), form(tieForm, show), async (c) => {
    const { structure, role } = c.var.form
    const organisation = await organisationTyped(c.var.context, structure)
    if (!organisation) return c.var.again(UNKNOWN)
    const tied = await tieOrganisation(c.var.context, { place: placeIdAt(c), organisation, role })
    return answer(c, tied, 'La structure est rattachée au lieu. Ses membres tiennent maintenant sa fiche.')
  })
  .post(routes.unlink, may(policy.staffPlaces), writes('place.untied'), async (c) => {
    const ended = await untieOrganisation(c.var.context, {
      place: placeIdAt(c),
      link: linkAt<'organisation-place'>(c),
    })
    if (isRefusal(ended) || c.var.context.reach.kind === 'all')
      return answer(c, ended, 'Le rattachement est terminé. Ce que la structure a écrit reste.')
    // The place may be theirs no more: the list says which ones are.
    return done(
      c,
      paths.mine(c.var.network.base),
      'Le rattachement est terminé. Ce que vous avez écrit reste.',
    )
  })
  .post(routes.people, may(policy.staffPlaces), writes('place.staffed'), form(staffForm, show), async (c) => {
    const { personne: person, fonction } = c.var.form
    const placed = await placePerson(c.var.context, { place: placeIdAt(c), person, function: fonction })
    return answer(
      c,
      placed,
      'La personne travaille dans ce lieu à partir d’aujourd’hui. Elle peut tenir sa fiche.',
    )
  })
  .post(routes.endWork, may(policy.staffPlaces), writes('place.unstaffed'), async (c) => {
    const ended = await endWork(c.var.context, { place: placeIdAt(c), work: linkAt<'person-place'>(c) })
    return answer(c, ended, 'La personne n’est plus rattachée à ce lieu.')
  })
  .post(routes.leave, may(policy.leavePlace), writes('place.left'), async (c) => {
    const left = await leavePlace(c.var.context, placeIdAt(c))
    if (isRefusal(left)) return answer(c, left, '')
    return done(c, paths.mine(c.var.network.base), 'Vous n’êtes plus rattaché à ce lieu.')
  })

async function show(c: AppContext, state: FormState): Promise<Response> {
  const { context } = c.var
  const sheet = orNotFound(await placeSheet(context, placeIdAt(c)))
  const there = new Set(sheet.people.map(({ personId }) => personId))
  const members = sheet.answersFor ? await peopleOfPlace(context.db, context, sheet.row.id) : []
  const candidates = members.filter(({ personId }) => !there.has(personId))
  return page(c, <LinksPage view={viewOf(c)} sheet={sheet} candidates={candidates} state={state} />)
}

/** Done, or the same page with what forbade it: 409, since the world moved. */
async function answer(c: AppContext, outcome: string | Refusal<TieRefusal>, sentence: string) {
  if (!isRefusal(outcome)) return done(c, paths.links(c.var.network.base, placeIdAt(c)), sentence)
  if (outcome.refused === 'no-such-place') throw new NotFound()
  c.status(409)
  return show(c, { values: {}, problems: [problemOfLife(outcome)] })
}

function linkAt<Name extends string>(c: AppContext) {
  const id = c.req.param('lien') ?? ''
  return orNotFound(isId<Name>(id) ? id : null)
}
