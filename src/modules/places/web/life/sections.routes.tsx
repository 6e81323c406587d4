import { Hono } from 'hono'
import type { Day } from '../../../../kernel/day.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { type FormState, form, type Problem } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { findDraft, keepDraft } from '../../data/life/drafts.store.ts'
import { checksSensitive } from '../../data/life/editing-rule.store.ts'
import { fieldsOf } from '../../data/life/place.store.ts'
import { writtenFieldsOf } from '../../data/life/written-fields.ts'
import type { EditConflict } from '../../domain/life/merge-edit.ts'
import type { Section, WrittenField, WrittenFields } from '../../domain/life/sections.ts'
import { editPlace } from '../../use-cases/life/edit-place.ts'
import { readTyped, townName } from '../../use-cases/life/section-writing.ts'
import { policy } from '../policy.ts'
import { hoursAskedAgain, typedHours } from './hours-section.ts'
import { lifePaths as paths, lifeRoutesOf as routes, sectionAt } from './life.paths.ts'
import { problemOfLife, SECTION_NAMES, writtenSentence } from './life-wording.ts'
import { SectionPage } from './pages/section-page.tsx'
import { keptPlaceAt } from './place-at.ts'
import { readValue, sectionForm, typedSection, valuesOf } from './section.form.ts'
import { problemsOfSection } from './section-problems.ts'

/** The pieces of a place's sheet, each on its page. DIR-9, DIR-73. */
export const sectionRoutes = new Hono<AppEnv>()
  .get(routes.section, may(policy.editPlaces), (c) => show(c, null))
  .post(
    routes.section,
    may(policy.editPlaces),
    writes('place.edited', 'place.draft-kept'),
    form(
      async (c) => sectionForm(sectionOf(c)),
      (c, state) => show(c, state),
    ),
    async (c) => {
      const section = sectionOf(c)
      const { base } = c.var.network
      if (c.var.form.suite === 'brouillon') {
        await keep(c, section, c.var.typed)
        return done(
          c,
          paths.sheet(base, (await keptPlaceAt(c)).id),
          `Brouillon de « ${SECTION_NAMES[section]} » gardé 90 jours. Personne d’autre ne le voit.`,
        )
      }
      const again = section === 'hours' ? hoursAskedAgain(c.var.typed.values) : null
      if (again) return show(c, { values: again, problems: [] })
      const held = await keptPlaceAt(c)
      const sent: Record<string, unknown> = c.var.form
      const served = section === 'address' ? String(sent.communes_desservies ?? '') : null
      const written = cellsOf(section, { typed: c.var.typed.values, sent, today: c.var.context.today })
      if ('problems' in written) return c.var.again(...written.problems)
      const { cells } = written
      const typed = readTyped(c.var.context, section, { cells, served }, writtenFieldsOf(held))
      const problems = problemsOfSection(typed)
      if (problems.length > 0) return c.var.again(...problems)
      const edited = await editPlace(c.var.context, {
        id: held.id,
        read: c.var.form.lu as Partial<WrittenFields>,
        typed: typed.fields,
        section,
      })
      if (isRefusal(edited)) return refused(c, c.var.typed, problemOfLife(edited))
      if (edited.conflicts.length > 0) {
        c.status(409)
        const values = { ...c.var.typed.values, lu: readValue(section, edited.current) }
        return show(c, { values, problems: [] }, edited.conflicts)
      }
      return done(c, paths.sheet(base, held.id), writtenSentence(edited))
    },
  )

function cellsOf(
  section: Section,
  { typed, sent, today }: { typed: FormState['values']; sent: Readonly<Record<string, unknown>>; today: Day },
) {
  const read = (sent.lu as Partial<WrittenFields>).openingHours
  return section === 'hours' ? typedHours(typed, read, today) : { cells: typedSection(section, sent) }
}

/** The state of the world no longer fits: 409, with the text. */
function refused(c: AppContext, typed: FormState, problem: Problem): Promise<Response> {
  c.status(409)
  return show(c, { ...typed, problems: [problem] })
}

async function show(
  c: AppContext,
  state: FormState | null,
  conflicts: readonly EditConflict<WrittenField>[] = [],
): Promise<Response> {
  const section = sectionOf(c)
  const row = await keptPlaceAt(c)
  const draft = state ? null : await draftAt(c, section)
  const fields = writtenFieldsOf(row)
  const drawn: FormState = { values: valuesOf(section, fields, townName), problems: [] }
  const fromDraft = draft ? { values: { ...drawn.values, ...draft.typed }, problems: [] } : null
  const { db, network, reach } = c.var.context
  return page(
    c,
    <SectionPage
      view={viewOf(c)}
      place={fieldsOf(row)}
      section={section}
      state={state ?? fromDraft ?? drawn}
      conflicts={conflicts}
      draftOf={draft?.savedAt ?? null}
      isChecked={reach.kind !== 'all' && (await checksSensitive(db, network.id))}
    />,
  )
}

async function draftAt(c: AppContext, section: Section) {
  const person = personOf(c.var.actor)
  const { id: place } = await keptPlaceAt(c)
  return person && findDraft(c.var.context.db, { place, person: person.personId, section })
}

async function keep(c: AppContext, section: Section, { values }: FormState): Promise<void> {
  const person = orNotFound(personOf(c.var.actor))
  const { id: place } = await keptPlaceAt(c)
  const { suite: _, ...typed } = values
  await inTransaction(c.var.context.db, async (tx) => {
    await keepDraft(tx, { place, person: person.personId, section }, { typed, at: c.var.context.now })
    await writeJournal(tx, c.var.context, 'place.draft-kept', place, { section })
  })
}

function sectionOf(c: AppContext): Section {
  return orNotFound(sectionAt(c.req.param('rubrique') ?? ''))
}
