import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { organisationNames, peopleNames } from '../../../identity/index.ts'
import { findMerge, listMerges, type Merge, type MergeId } from '../../data/duplicates/merges.store.ts'
import { sheetsOf } from '../../data/duplicates/sheets.queries.ts'
import { labelsSince, organisationsOf, tiesSince, workersOf } from '../../data/duplicates/ties.queries.ts'
import { toColumns } from '../../data/place-columns.ts'
import { givenBack } from '../../domain/duplicates/merge.ts'
import { undoMerge } from '../../use-cases/duplicates/undo-merge.ts'
import { policy } from '../policy.ts'
import { undoForm } from './duplicates.form.ts'
import { duplicatesPaths as paths, duplicatesRoutesOf as routes } from './duplicates.paths.ts'
import { problemOfDuplicates, undoneSentence } from './duplicates-wording.ts'
import { MergePage } from './pages/merge-page.tsx'
import { MERGES_PAGE, MergesPage } from './pages/merges-page.tsx'

function mergeIdAt(c: AppContext): MergeId {
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'merge'>(id) ? id : null)
}

const mergePage: FormPage = async (c, state) => {
  const { db, network, today } = c.var.context
  const merge = orNotFound(await findMerge(db, network.id, mergeIdAt(c)))
  const sheets = await sheetsOf(db, network.id, [merge.kept, merge.duplicate])
  const kept = orNotFound(sheets.get(merge.kept))
  const since = merge.undone ? [] : await tiesSince(db, merge.kept, merge.at)
  const view = viewOf(c)
  return page(
    c,
    <MergePage
      view={view}
      merge={merge}
      kept={kept}
      duplicate={orNotFound(sheets.get(merge.duplicate))}
      touched={merge.undone ? [] : givenBack(toColumns(kept), merge.changes).touched}
      since={since}
      labels={merge.undone ? [] : await labelsSince(db, network.id, merge.kept, dayOf(merge.at), today)}
      names={
        new Map<string, string>([
          ...(await organisationNames(db, organisationsOf({ ties: since }))),
          ...(await peopleNames(db, [...workersOf({ ties: since }), ...authorsOf([merge])])),
        ])
      }
      mayAct={opensTo(view, policy.mergePlaces)}
      state={state}
    />,
  )
}

function authorsOf(merges: readonly Merge[]) {
  return merges.flatMap(({ by, undone }) => [by, undone?.by]).flatMap((id) => id ?? [])
}

/** The merges done, and how each is undone. DIR-47. */
export const mergeRoutes = new Hono<AppEnv>()
  .get(routes.merges, may(policy.readDuplicates), async (c) => {
    const { db, network } = c.var.context
    const at = pageNumber(c.req.query('page'))
    const { merges, total } = await listMerges(db, network.id, {
      limit: MERGES_PAGE,
      offset: (at - 1) * MERGES_PAGE,
    })
    const ids = merges.flatMap(({ kept, duplicate }) => [kept, duplicate])
    return page(
      c,
      <MergesPage
        view={viewOf(c)}
        merges={merges}
        total={total}
        page={at}
        sheets={await sheetsOf(db, network.id, ids)}
        people={await peopleNames(db, authorsOf(merges))}
      />,
    )
  })
  .get(routes.mergeDone, may(policy.readDuplicates), (c) => mergePage(c, blankForm))
  .post(
    routes.undoing,
    may(policy.mergePlaces),
    writes('place.separated'),
    form(undoForm, mergePage),
    async (c) => {
      const { motif, rendre } = c.var.form
      const undone = await undoMerge(c.var.context, mergeIdAt(c), { reason: motif, toDuplicate: rendre })
      if (!isRefusal(undone))
        return done(c, paths.mergeDone(c.var.network.base, undone.merge.id), undoneSentence(undone.touched))
      if (undone.refused === 'no-such-merge') throw new NotFound()
      return c.var.again(problemOfDuplicates(undone))
    },
  )
