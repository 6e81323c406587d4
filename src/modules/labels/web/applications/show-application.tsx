import type { AppContext } from '../../../../platform/http/env.ts'
import type { FormPage, Problem } from '../../../../platform/http/form.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound } from '../../../../platform/http/problems.ts'
import { formatMoment } from '../../../../ui/french.ts'
import { peopleNames } from '../../../identity/index.ts'
import { eventsOf } from '../../data/applications/applications.queries.ts'
import { decisionOfApplication, isPublicDecision } from '../../data/decisions/decisions.queries.ts'
import { criterionChanges } from '../../domain/schemes/scheme-changes.ts'
import {
  type ApplicationFile,
  newerVersionOf,
  obstaclesTo,
} from '../../use-cases/applications/application-file.ts'
import { fileAt, initiativeTitles } from './application-at.ts'
import { applicationPaths as paths } from './applications.paths.ts'
import { DraftPage } from './pages/file-page.tsx'
import { ReadingPage } from './pages/reading-page.tsx'
import { SendingPage } from './pages/sending-page.tsx'
import { SentPage } from './pages/sent-page.tsx'
import { WithdrawalPage } from './pages/withdrawal-page.tsx'

/** A draft with what is missing, or what was sent with its receipt. */
export const applicationPage: FormPage = async (c, state) => {
  const { context } = c.var
  const file = await fileAt(c)
  if (file.application.state !== 'draft') return sentPage(c, file, state.problems)
  const newer = await newerVersionOf(context, file)
  return page(
    c,
    <DraftPage
      {...{ view: viewOf(c), file, state }}
      obstacles={await obstaclesTo(context, file)}
      newer={
        newer && {
          version: newer,
          changes: criterionChanges(file.version.content.criteria, newer.content.criteria),
        }
      }
      writers={await writersOf(c, file)}
    />,
  )
}

export async function sentPage(c: AppContext, file: ApplicationFile, problems: readonly Problem[]) {
  const { db, reach, now } = c.var.context
  const { id, state } = file.application
  const events = await eventsOf(db, id)
  const told = reach.kind === 'these' ? { ...reach, agreements: [], now } : ({ kind: 'nobody' } as const)
  const taken = state === 'decided' ? await decisionOfApplication(db, told, id) : null
  const isTold = taken !== null && (await isPublicDecision(db, taken.id, now))
  const decision = isTold ? taken.id : null
  return page(c, <SentPage {...{ view: viewOf(c), file, events, problems, decision }} />)
}

export const readingPage = async (c: AppContext) => {
  const file = await fileAt(c)
  return page(c, <ReadingPage view={viewOf(c)} {...(await readingOf(c, file))} />)
}

export const sendingPage: FormPage = async (c, state) => {
  const file = await fileAt(c)
  const { application } = file
  const { base } = c.var.context.network
  // Nothing to send here: the page of the file says what it is.
  if (application.state !== 'draft' || application.purpose === 'self_assessment')
    return applicationPage(c, state)
  const obstacles = await obstaclesTo(c.var.context, file)
  const sectionHref = (rank: number) => paths.section(base, application.id, rank)
  const reading = { ...(await readingOf(c, file)), sectionHref }
  return page(c, <SendingPage {...{ view: viewOf(c), obstacles, state }} {...reading} />)
}

export const withdrawalPage: FormPage = async (c, state) => {
  const file = await fileAt(c)
  if (file.application.purpose === 'self_assessment') throw new NotFound()
  return page(c, <WithdrawalPage view={viewOf(c)} file={file} state={state} />)
}

async function readingOf(c: AppContext, file: ApplicationFile) {
  const { base } = c.var.context.network
  const titles = await initiativeTitles(c, file)
  return {
    file,
    titles,
    proofHref: ({ proof }: ApplicationFile['proofs'][number]) => paths.proofFile(base, proof.id),
  }
}

/** « Dernière saisie par Sophie Tanguy, le 17 juin 2026 à 14 h. » by section. */
async function writersOf(c: AppContext, { writings }: ApplicationFile): Promise<ReadonlyMap<string, string>> {
  const people = [...writings.values()].flatMap(({ changedBy }) => changedBy ?? [])
  const names = await peopleNames(c.var.context.db, [...new Set(people)])
  return new Map(
    [...writings].map(([section, { changedAt, changedBy }]) => {
      const by = changedBy && names.get(changedBy)
      return [section, `Dernière saisie${by ? ` par ${by}` : ''}, le ${formatMoment(changedAt)}.`]
    }),
  )
}
