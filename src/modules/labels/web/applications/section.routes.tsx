import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { readProof } from '../../../../platform/files/proof-file.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import {
  blankForm,
  type FormPage,
  type FormState,
  form,
  type Problem,
} from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { peopleNames } from '../../../identity/index.ts'
import { libraryOf } from '../../data/applications/proofs.store.ts'
import type { Section } from '../../domain/applications/completion.ts'
import { type ApplicationFile, carriedBy } from '../../use-cases/applications/application-file.ts'
import { type BroughtProof, type Conflict, saveSection } from '../../use-cases/applications/save-section.ts'
import { policy } from '../policy.ts'
import { sectionForm } from './application.form.ts'
import { fileAt, initiativeTitles } from './application-at.ts'
import { applicationPaths as paths, applicationRoutesOf as routes } from './applications.paths.ts'
import { SectionPage } from './pages/section-page.tsx'
import { PROOF_REFUSALS } from './proof-wording.ts'
import { type ChosenFile, readSection } from './read-section.ts'
import { sentPage } from './show-application.tsx'

interface Outcome {
  readonly isKept: boolean
  readonly conflict: Conflict | null
}

/** The page as the file stands now, with what was typed. */
async function showSection(c: AppContext, state: FormState, { isKept, conflict }: Outcome) {
  const { db, network } = c.var.context
  const file = await fileAt(c)
  if (file.application.state !== 'draft') return sentPage(c, file, state.problems)
  const section = sectionAt(c, file)
  const { organisations } = carriedBy(c.var.context, file.application)
  const by = conflict?.by.changedBy
  const names = await peopleNames(db, by ? [by] : [])
  return page(
    c,
    <SectionPage
      {...{ view: viewOf(c), file, section, state, isKept }}
      library={await libraryOf(db, network.id, organisations)}
      titles={await initiativeTitles(c, file)}
      conflict={conflict && { ...conflict, byName: (by && names.get(by)) || '' }}
    />,
  )
}

const sectionPage: FormPage = (c, state) => showSection(c, state, { isKept: false, conflict: null })

function sectionAt(c: AppContext, { sections }: ApplicationFile): Section {
  const rank = Number(c.req.param('rang'))
  return orNotFound(sections.find((section) => section.rank === rank) ?? null)
}

export const sectionRoutes = new Hono<AppEnv>()
  .get(routes.section, may(policy.apply), (c) => sectionPage(c, blankForm))
  .post(
    routes.section,
    may(policy.apply),
    writes('application.section-saved'),
    form(sectionForm, sectionPage),
    async (c) => {
      const { context, form: body, typed, network } = c.var
      const file = await fileAt(c)
      const { id } = file.application
      if (file.application.state !== 'draft') return tooLate(c)
      const section = sectionAt(c, file)
      const criteria = section.criteria.map(({ criterion }) => criterion)
      const read = readSection(criteria, body, file)
      const put = await putFiles(c, read.chosen)
      const saved = await saveSection(context, {
        ...{ id, rank: section.rank, seen: body.vu, answers: read.answers, isReadAgain: body.relu === 'oui' },
        brought: [...put.brought, ...read.said],
        ...{ shownAgain: read.shownAgain, takenOff: read.takenOff, dated: read.dated },
      })
      if (isRefusal(saved)) return tooLate(c)
      const problems = [...read.problems, ...put.problems]
      if (saved.conflict) {
        c.status(409)
        return showSection(c, { ...typed, problems }, { isKept: false, conflict: saved.conflict })
      }
      if (problems.length > 0) {
        c.status(422)
        return showSection(
          c,
          { values: withoutProofs(typed.values), problems },
          { isKept: true, conflict: null },
        )
      }
      return goOn(c, file, section, body.suite, network.base)
    },
  )

/** Sent from another window meanwhile: the page of what was sent says so, and nothing of it changed. */
async function tooLate(c: AppContext) {
  const sentence = 'Ce dossier n’est plus un brouillon : ce que vous venez de saisir n’a pas été ajouté.'
  c.status(409)
  return sentPage(c, await fileAt(c), [{ field: null, message: sentence }])
}

/** What is kept already is not sent twice. */
function withoutProofs(values: FormState['values']): FormState['values'] {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !/^(deja|retirer|date|mots|jour)_/.test(name)),
  )
}

/** Bytes are kept before the act; a file that is refused is named, and the others stay. LAB-52. */
async function putFiles(c: AppContext, chosen: readonly ChosenFile[]) {
  const brought: BroughtProof[] = []
  const problems: Problem[] = []
  for (const { field, code, kind, file, on } of chosen) {
    const document = await readProof(file.name, new Uint8Array(await file.arrayBuffer()))
    const isPhoto = !isRefusal(document) && document.mediaType.startsWith('image/')
    const refused = refusalOf(document, kind)
    if (refused || isRefusal(document)) {
      if (refused) problems.push({ field, message: PROOF_REFUSALS[refused](file.name) })
      continue
    }
    const sha256 = await c.var.services.files.put(document.content)
    brought.push({ code, kind: isPhoto ? 'photo' : 'file', file: { document, sha256 }, words: '', on })
  }
  return { brought, problems }
}

/** Whoever is asked for a photo is told so, whatever else the file is. */
function refusalOf(document: Awaited<ReturnType<typeof readProof>>, kind: ChosenFile['kind']) {
  if (!isRefusal(document))
    return kind === 'photo' && !document.mediaType.startsWith('image/') ? 'photo-expected' : null
  return kind === 'photo' && document.refused === 'document-unreadable' ? 'photo-expected' : document.refused
}

/** To the next section that lacks something; here again when the answer opened a question, or a proof wants its date. */
async function goOn(c: AppContext, before: ApplicationFile, section: Section, suite: string, base: string) {
  const after = await fileAt(c)
  const { id } = after.application
  const now = after.sections.find(({ rank }) => rank === section.rank)
  const here = paths.section(base, id, section.rank)
  if (now?.criteria.some(({ criterion }) => !isIn(section, criterion.code)))
    return done(c, here, 'C’est enregistré. Votre réponse ouvre une question de plus, ci-dessous.')
  if (now && isUndated(after, now) && !isUndated(before, section))
    return done(c, here, 'La pièce est enregistrée. Indiquez sa date pour qu’elle compte.')
  const next = after.sections.find(({ rank, missing }) => rank > section.rank && missing > 0)
  if (suite === 'liste' || !next)
    return done(c, paths.one(base, id), 'La rubrique est enregistrée. Le dossier reste un brouillon.')
  return done(
    c,
    paths.section(base, id, next.rank),
    `« ${section.name || 'Votre dossier'} » est enregistrée.`,
  )
}

function isIn({ criteria }: Section, code: string): boolean {
  return criteria.some(({ criterion }) => criterion.code === code)
}

function isUndated({ proofs }: ApplicationFile, { criteria }: Section): boolean {
  return criteria.some(
    ({ criterion: { code, evidence } }) =>
      evidence.some(({ maxAgeMonths }) => maxAgeMonths !== null) &&
      proofs.some((one) => one.code === code && one.proof.on === null),
  )
}
