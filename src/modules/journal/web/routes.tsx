import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext, AppEnv } from '../../../platform/http/env.ts'
import { optionalText } from '../../../platform/http/fields.ts'
import { type FormPage, form } from '../../../platform/http/form.ts'
import { may } from '../../../platform/http/may.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { orNotFound } from '../../../platform/http/problems.ts'
import { writes } from '../../../platform/http/writes.ts'
import type { JournalFamilies } from '../../../platform/journal/families.ts'
import { lastSeal } from '../../../platform/journal/seals.ts'
import { personOf } from '../../../platform/session/actor.ts'
import { exportJournal } from '../use-cases/export-journal.ts'
import { readJournal, readOwnJournal } from '../use-cases/read-journal.ts'
import { afterIn, askedIn, typedIn } from './asked.ts'
import { sentenceOf } from './line-wording.ts'
import { JournalPage } from './pages/journal-page.tsx'
import { OwnJournalPage } from './pages/own-journal-page.tsx'
import { routes, type Typed } from './paths.ts'
import { policy } from './policy.ts'

const filter = optionalText(200)
const exportForm = z.object({
  personne: filter,
  structure: filter,
  famille: filter,
  du: filter,
  au: filter,
  objet: filter,
})

/** `parts`: what each module says of the lines it writes. */
export function journalRoutes(parts: readonly JournalFamilies[]): Hono<AppEnv> {
  const families: JournalFamilies = Object.assign({}, ...parts)
  const journalPage = async (c: AppContext, typed: Typed) => {
    const { db, network } = c.var.context
    const { asked, problems } = await askedIn(db, families, network.id, typed)
    const after = afterIn(c.req.query('avant'))
    const found = await readJournal(c.var.context, asked, after)
    const seal = await lastSeal(db)
    return page(
      c,
      <JournalPage
        view={viewOf(c)}
        {...found}
        {...{ families, typed, problems, seal }}
        isFirst={after === null}
      />,
    )
  }
  const refusedExport: FormPage = (c, { values }) =>
    journalPage(
      c,
      typedIn((name) => String(values[name] ?? '')),
    )

  return new Hono<AppEnv>()
    .get(routes.journal, may(policy.read), (c) =>
      journalPage(
        c,
        typedIn((name) => c.req.query(name)),
      ),
    )
    .post(
      routes.export,
      may(policy.read),
      writes('journal.exported'),
      form(exportForm, refusedExport),
      async (c) => {
        const { db, network, today } = c.var.context
        const { asked, problems } = await askedIn(db, families, network.id, c.var.form)
        if (problems.length > 0) return c.var.again(...problems)
        c.header('content-type', 'text/csv; charset=utf-8')
        c.header('content-disposition', `attachment; filename="journal-${network.slug}-${today}.csv"`)
        return c.body(await exportJournal(c.var.context, asked, (action) => sentenceOf(families, action)))
      },
    )
    .get(routes.own, may(policy.own), async (c) => {
      const me = orNotFound(personOf(c.var.actor))
      const after = afterIn(c.req.query('avant'))
      const found = await readOwnJournal(c.var.context, me, after)
      return page(
        c,
        <OwnJournalPage
          view={viewOf(c)}
          {...found}
          families={families}
          me={me.personId}
          isFirst={after === null}
        />,
      )
    })
}
