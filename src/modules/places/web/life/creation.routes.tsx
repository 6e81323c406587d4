import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { createPlace } from '../../use-cases/life/create-place.ts'
import { type LikelyDuplicate, likelyDuplicates } from '../../use-cases/life/likely-duplicates.ts'
import { organisationTyped, readNewPlace } from '../../use-cases/life/typed-place.ts'
import { policy } from '../policy.ts'
import { creationForm, typedPlace } from './creation.form.ts'
import { lifePaths as paths, lifeRoutesOf as routes } from './life.paths.ts'
import { problemOfLife } from './life-wording.ts'
import { CreationPage } from './pages/creation-page.tsx'
import { problemsOfRow } from './section-problems.ts'

const NO_SUCH_ORGANISATION = {
  field: 'structure',
  message:
    'Aucune structure du réseau ne porte ce SIRET ou ce nom : vérifiez-le, ou laissez vide pour l’instant.',
}

/** A place that the directory does not have yet. DIR-48. */
export const creationRoutes = new Hono<AppEnv>()
  .get(routes.create, may(policy.editPlaces), (c) => show(c, blankForm))
  .post(
    routes.create,
    may(policy.editPlaces),
    writes('place.created'),
    form(creationForm, (c, state) => show(c, state)),
    async (c) => {
      const { context, form: sent } = c.var
      const { fields, findings } = readNewPlace(context, typedPlace(sent))
      const problems = problemsOfRow(findings, Object.keys(sent))
      if (problems.length > 0) return c.var.again(...problems)
      const named = await operatorOf(c, sent.structure)
      if (named === 'unknown') return c.var.again(NO_SUCH_ORGANISATION)
      const duplicates = await likelyDuplicates(context, fields)
      if (duplicates.length > 0 && !c.var.confirmed) return show(c, c.var.typed, duplicates)
      const isNot = duplicates.map(({ place }) => place.id)
      const id = await createPlace(context, { fields, operator: named, isNot })
      if (isRefusal(id)) return c.var.again(problemOfLife(id))
      return done(
        c,
        paths.sheet(c.var.network.base, id),
        'La fiche est créée, en brouillon. Complétez-la, puis publiez-la.',
      )
    },
  )

function show(c: AppContext, state: FormState, duplicates: readonly LikelyDuplicate[] = []) {
  return page(c, <CreationPage view={viewOf(c)} state={state} duplicates={duplicates} />)
}

/** A partner adds its own places; the head of the network says whose they are, when it knows. */
async function operatorOf(c: AppContext, typed: string) {
  const { actor, context } = c.var
  if (!opensTo(viewOf(c), policy.tiePlaces)) return actor.kind === 'member' ? actor.organisationId : null
  if (typed === '') return null
  return (await organisationTyped(context, typed)) ?? 'unknown'
}
