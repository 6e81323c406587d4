import { addMonths } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import {
  answersOf,
  type Known,
  type SectionState,
  type StoredAnswer,
  sectionStatesOf,
} from '../../data/applications/answers.store.ts'
import { borneUntil, sendingOf } from '../../data/applications/applications.queries.ts'
import { type Application, findApplication } from '../../data/applications/applications.store.ts'
import { proofsIn, type ShownProof } from '../../data/applications/proofs.store.ts'
import { type Edition, findEdition } from '../../data/schemes/editions.store.ts'
import { type SchemeVersion, versionById, versionOn, versionsOf } from '../../data/schemes/schemes.store.ts'
import type { Answer, Held } from '../../domain/applications/answers.ts'
import { type Section, sectionsOf, type Written } from '../../domain/applications/completion.ts'
import { type Obstacle, obstaclesOf } from '../../domain/applications/eligibility.ts'
import { knownOf } from './auto-sources.ts'
import { carrierOf, holderName } from './holders.ts'

type Reader = Pick<Context, 'db' | 'network' | 'today'>

/** A file as it is read: its form, what was answered, what it shows. */
export interface ApplicationFile {
  readonly application: Application
  readonly version: SchemeVersion
  readonly edition: Edition | null
  readonly holderName: string
  readonly reference: string | null
  readonly sentBecause: string
  /** What was written is gone: only its end is kept. LAB-55. */
  readonly isReduced: boolean
  readonly answers: ReadonlyMap<string, StoredAnswer>
  /** What other parts of the network know: today for a draft, as it was answered once sent. */
  readonly known: ReadonlyMap<string, Known>
  readonly proofs: readonly ShownProof[]
  readonly written: Written
  readonly sections: readonly Section[]
  readonly writings: ReadonlyMap<string, SectionState>
  /** Changes whenever somebody writes in it: what is sent is what was read. */
  readonly stamp: string
}

/**
 * A file already found within reach. A draft follows the words of its version as they are revised; a sent one is read as it
 * was sent. LAB-6, LAB-58.
 */
export async function fileOf(reader: Reader, application: Application): Promise<ApplicationFile> {
  const { db, network, today } = reader
  const version = await formOf(reader, application)
  const edition = application.editionId ? await findEdition(db, network.id, application.editionId) : null
  const answers = new Map((await answersOf(db, application.id)).map((one) => [one.code, one]))
  const proofs = await proofsIn(db, application.id)
  const writings = await sectionStatesOf(db, application.id)
  const known =
    application.state === 'draft'
      ? await knownOf(reader, application, version.content.criteria)
      : new Map([...answers].flatMap(([code, { known }]) => (known ? [[code, known] as const] : [])))
  const written = writtenOf(version, answers, proofs, known)
  return {
    application,
    version,
    edition,
    holderName: await holderName(reader, application.holder),
    ...(await sendingOf(db, application.id)),
    ...{ answers, known, proofs, written, writings },
    sections: sectionsOf(version.content, written, today),
    stamp: stampOf(version, writings, proofs),
  }
}

/** The last words of the version a draft follows; of a sent file, the very words it was sent under. */
export async function formOf(
  { db, network, today }: Reader,
  application: Application,
): Promise<SchemeVersion> {
  const version = await versionById(db, network.id, application.versionId)
  if (!version) throw new Error(`no version ${application.versionId}`)
  if (application.state !== 'draft') return version
  const all = await versionsOf(db, network.id, application.schemeId)
  const revised = all.find((one) => one.version === version.version && one.inForceFrom <= today)
  return revised ?? version
}

function writtenOf(
  { content }: SchemeVersion,
  answers: ApplicationFile['answers'],
  proofs: readonly ShownProof[],
  known: ApplicationFile['known'],
): Written {
  const said = new Map<string, Answer>([...answers].map(([code, { value }]) => [code, value]))
  // A file answers by being there.
  for (const { code, kind } of content.criteria) {
    const own = proofs.filter((one) => one.code === code)
    if (kind === 'file' && own.length > 0)
      said.set(
        code,
        own.map(({ proof }) => proof.id),
      )
  }
  const held: Held[] = [
    ...proofs.flatMap(({ code, proof }) => kindsOf(proof).map((kind) => ({ code, kind, on: proof.on }))),
    ...[...known].map(([code, { on }]) => ({ code, kind: 'platform_data', on })),
  ]
  const toConfirm = new Set([...answers.values()].flatMap((one) => (one.isToConfirm ? [one.code] : [])))
  return { answers: said, held, toConfirm }
}

/** A photo is a file too: a scan proves what a document would. */
function kindsOf({ kind }: ShownProof['proof']): readonly string[] {
  return kind === 'photo' ? ['photo', 'file'] : [kind]
}

function stampOf(
  { id }: SchemeVersion,
  writings: ApplicationFile['writings'],
  proofs: readonly ShownProof[],
): string {
  const seqs = [...writings].map(([name, { seq }]) => `${name}:${seq}`).sort()
  return [id, ...seqs, ...proofs.map(({ code, proof }) => `${code}:${proof.id}`)].join('|')
}

/** Another version in force than the one a draft follows; null when it is up to date, or belongs to a campaign. */
export async function newerVersionOf(
  { db, network, today }: Reader,
  { application, version }: Pick<ApplicationFile, 'application' | 'version'>,
): Promise<SchemeVersion | null> {
  if (application.state !== 'draft' || application.editionId) return null
  const current = await versionOn(db, network.id, application.schemeId, today)
  return current && current.version !== version.version ? current : null
}

/** What stands between a draft and its label today. LAB-8. */
export async function obstaclesTo(
  reader: Reader & Pick<Context, 'reach'>,
  file: ApplicationFile,
): Promise<Obstacle[]> {
  const { application, version, edition, written } = file
  const situation = {
    campaign: edition,
    hasAgreement: (await carrierOf(reader, carriedBy(reader, application), version.content)) !== null,
    isBorne: await isBorne(reader, file),
    isBehind: (await newerVersionOf(reader, file)) !== null,
  }
  return obstaclesOf(version.content, written, situation, reader.today)
}

/** The applicant, and the duplicates read as one with it. */
export function carriedBy({ reach }: Pick<Context, 'reach'>, { holder, applicantId }: Application) {
  const organisations = reach.kind === 'these' ? reach.organisations : [applicantId]
  return { holder, organisations }
}

/** Borne today, and not in the months when it is renewed. */
async function isBorne({ db, today }: Reader, { application, version }: ApplicationFile): Promise<boolean> {
  const { validity } = version.content
  if (validity.kind === 'next_edition') return false
  const until = await borneUntil(db, application.schemeId, application.holder, today)
  if (until === false) return false
  if (validity.kind === 'agreement' || until === null) return true
  return addMonths(until, -validity.renewalMonths) > today
}

/** One's own file, whole. Throws when it does not exist within reach. */
export async function readApplication(
  context: Reader & Pick<Context, 'reach'>,
  id: Application['id'],
): Promise<ApplicationFile> {
  const application = await findApplication(context.db, context.reach, id)
  if (!application) throw new Error(`no application ${id}`)
  return fileOf(context, application)
}
