import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { organisationNames, peopleNames } from '../../../identity/index.ts'
import { type MergeId, mergeOfDuplicate } from '../../data/duplicates/merges.store.ts'
import { organisationsOf } from '../../data/duplicates/ties.queries.ts'
import type { PlaceId } from '../../domain/place.ts'
import { distinguishPlaces } from '../../use-cases/duplicates/distinguish-places.ts'
import { mergePlaces } from '../../use-cases/duplicates/merge-places.ts'
import { readPair } from '../../use-cases/duplicates/read-pair.ts'
import { policy } from '../policy.ts'
import { distinctionForm, mergeForm } from './duplicates.form.ts'
import { duplicatesPaths as paths, duplicatesRoutesOf as routes } from './duplicates.paths.ts'
import { problemOfDuplicates } from './duplicates-wording.ts'
import { PairPage } from './pages/pair-page.tsx'

const pairPage: FormPage = (c, state) => showPair(c, state)

async function showPair(c: AppContext, state: FormState) {
  const { context } = c.var
  const [one, other] = pairAt(c)
  const asked = c.req.query('garder') ?? String(state.values.gardee ?? '')
  const read = await readPair(context, one, other, isId<'place'>(asked) ? asked : null)
  if (!read) return c.redirect(paths.mergeDone(context.network.base, await mergeAmong(c, [one, other])), 302)
  const view = viewOf(c)
  return page(
    c,
    <PairPage
      view={view}
      read={read}
      people={
        await peopleNames(
          context.db,
          read.distinctions.flatMap(({ by }) => by ?? []),
        )
      }
      organisations={
        await organisationNames(
          context.db,
          [read.kept, read.duplicate].flatMap(({ ties }) => organisationsOf(ties)),
        )
      }
      mayAct={opensTo(view, policy.mergePlaces)}
      state={state}
    />,
  )
}

/** One of the two was joined meanwhile: its merge says to which, and how to undo it. */
async function mergeAmong(c: AppContext, places: readonly PlaceId[]): Promise<MergeId> {
  const { db, network } = c.var.context
  const found = await Promise.all(places.map((place) => mergeOfDuplicate(db, network.id, place)))
  return orNotFound(found.find((merge) => merge !== null)).id
}

function pairAt(c: AppContext): [PlaceId, PlaceId] {
  const [one, other] = [c.req.param('un') ?? '', c.req.param('autre') ?? '']
  return [orNotFound(isId<'place'>(one) ? one : null), orNotFound(isId<'place'>(other) ? other : null)]
}

/** Two places side by side: joined, or told apart for good. DIR-44, DIR-46, DIR-47. */
export const pairRoutes = new Hono<AppEnv>()
  .get(routes.pair, may(policy.readDuplicates), (c) => pairPage(c, blankForm))
  .post(
    routes.merge,
    may(policy.mergePlaces),
    writes('place.merged'),
    form(mergeForm, pairPage),
    async (c) => {
      const [one, other] = pairAt(c)
      const { kept } = c.var.form
      if (kept !== one && kept !== other)
        return c.var.again({ field: 'gardee', message: 'Choisissez la fiche à garder parmi les deux.' })
      const duplicate = kept === one ? other : one
      const merged = await mergePlaces(c.var.context, { ...c.var.form, duplicate })
      if (isRefusal(merged)) {
        if (merged.refused === 'already-joined' || merged.refused === 'kept-is-duplicate')
          return c.var.again(problemOfDuplicates(merged))
        return c.var.again(problemOfDuplicates(merged))
      }
      const sentence =
        'Les deux fiches n’en font plus qu’une. Les anciennes adresses mènent à elle, et vous pouvez annuler cette fusion ici.'
      return done(c, paths.mergeDone(c.var.network.base, merged), sentence)
    },
  )
  .post(
    routes.distinction,
    may(policy.mergePlaces),
    writes('place.distinguished'),
    form(distinctionForm, pairPage),
    async (c) => {
      const [one, other] = pairAt(c)
      const { vu_un, vu_autre, raison } = c.var.form
      const seen = { one: vu_un, other: vu_autre }
      const told = await distinguishPlaces(c.var.context, { one, other, seen }, raison)
      if (isRefusal(told)) return c.var.again(problemOfDuplicates(told))
      const sentence =
        'C’est retenu : ces deux lieux ne seront plus proposés, sauf si l’un change d’adresse ou de SIRET.'
      return done(c, paths.queue(c.var.network.base), sentence)
    },
  )
