import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Services } from '../../../../platform/services.ts'
import { keepMapping, savedMapping } from '../../data/imports/source-mappings.store.ts'
import type { ImportCounts, ImportId } from '../../domain/imports/import.ts'
import { type FileRefusal, sentenceOf } from '../../domain/imports/refused-file.ts'
import type { Mapping } from '../../domain/mapping/mapping.ts'
import type { ApplyRefusal } from './apply-import.ts'
import { importFile } from './import-file.ts'
import { reportOf } from './import-report.ts'

/** What one asks of `npm run import` (DIR-32). */
export interface ImportCommand {
  path: string
  source: string
  dryRun: boolean
  /** How its columns are read from now on, as a proposal is printed; null: as was said last time, or as they seem. */
  mapping?: Mapping | null
  /** Where to write the report of each finding, as CSV. */
  report: string | null
}

/** The person in front of the command, if any. */
export interface Terminal {
  /** A line for people: progress, reasons. */
  tell(sentence: string): void
  /** The line for programs. */
  answer(json: string): void
  /** Asked before publishing; `async () => true` when nobody is there. */
  agrees(question: string): Promise<boolean>
}

const NUMBERS = new Intl.NumberFormat('fr-FR')

/** Exit code: 0 done; 3 done, with rows refused or held; 1 nothing was written, and why is said. */
export async function runImportCommand(
  services: Pick<Services, 'clock'>,
  context: Context,
  { path, source, dryRun, report, mapping = null }: ImportCommand,
  terminal: Terminal,
): Promise<0 | 1 | 3> {
  const start = performance.now()
  if (mapping && !dryRun) await keepForSource(context, source, mapping)
  const outcome = await importFile(services, context, path, source, {
    dryRun,
    mapping,
    onProgress: paced((step, done, total) => {
      const verb = step === 'check' ? 'Contrôle' : 'Publication'
      terminal.tell(
        `${verb} : ligne ${NUMBERS.format(Math.min(done, total))} sur ${NUMBERS.format(total)} environ`,
      )
    }),
    onRule: (rule) => {
      if (rule.kind === 'proposed' && !mapping)
        terminal.tell(
          `Colonnes reconnues (à donner avec --mapping une fois corrigées) :\n${JSON.stringify(rule.mapping)}`,
        )
    },
    onInterrupted: () =>
      terminal.tell('Un import de cette source a été interrompu : il n’avait rien publié, il est abandonné.'),
    onReport: async (id, counts) => {
      if (report !== null) await writeReport(context, id, report)
      terminal.tell(sentenceOfCounts(counts))
      return dryRun || counts.created + counts.updated === 0 || terminal.agrees('Publier ces lieux ?')
    },
  })
  if (isRefusal(outcome)) {
    terminal.tell(reasonOf(outcome))
    return 1
  }
  terminal.answer(JSON.stringify(summary(source, dryRun, outcome, performance.now() - start)))
  return outcome.rejected > 0 || outcome.held > 0 ? 3 : 0
}

function summary(source: string, dryRun: boolean, counts: ImportCounts, milliseconds: number) {
  const {
    read,
    created,
    updated,
    unchanged,
    held,
    rejected,
    grouped,
    corrected,
    warnings,
    duplicates,
    missing,
  } = counts
  return {
    source,
    dryRun,
    read,
    created,
    updated,
    unchanged,
    held,
    rejected,
    ...(grouped > 0 && { grouped }),
    corrected,
    warnings,
    duplicates,
    missing,
    // Missing places are told and left as they are: none is ever set aside from that.
    skippedMissing: 0,
    durationMs: Math.round(milliseconds),
  }
}

function sentenceOfCounts({ read, created, updated, unchanged, held, rejected }: ImportCounts): string {
  const figures: [string, number][] = [
    ['Lignes lues', read],
    ['à créer', created],
    ['à mettre à jour', updated],
    ['inchangées', unchanged],
    ['en attente', held],
    ['refusées', rejected],
  ]
  return `${figures.map(([name, count]) => `${name} : ${NUMBERS.format(count)}`).join(', ')}.`
}

const applyReasons: Readonly<Record<ApplyRefusal | 'mapping-asked', string>> = {
  'mapping-asked': 'Dites d’abord à quoi servent les colonnes de ce fichier.',
  'import-running': 'Un import de cette source est en cours. Attendez qu’il finisse, puis recommencez.',
  'import-stopped': 'Cet import a été arrêté pendant qu’il travaillait : aucun lieu n’a été changé.',
  'no-such-import': 'Cet import a été retiré pendant qu’il attendait. Recommencez.',
  'not-checked': 'Cet import a été abandonné pendant qu’il attendait. Recommencez.',
  'rows-lost':
    'Le serveur de base de données s’est arrêté pendant l’import : rien n’a été publié. Recommencez.',
}

function reasonOf(refusal: FileRefusal | Refusal<keyof typeof applyReasons>): string {
  return isApplyRefusal(refusal) ? applyReasons[refusal.refused] : sentenceOf(refusal)
}

function isApplyRefusal(
  refusal: FileRefusal | Refusal<keyof typeof applyReasons>,
): refusal is Refusal<keyof typeof applyReasons> {
  return refusal.refused in applyReasons
}

async function writeReport({ db }: Context, id: ImportId, path: string): Promise<void> {
  await pipeline(Readable.from(reportOf(db, id)), createWriteStream(path))
}

async function keepForSource({ db, network, now }: Context, source: string, mapping: Mapping): Promise<void> {
  const before = await savedMapping(db, network.id, source)
  await keepMapping(db, network.id, { source, version: (before?.version ?? 0) + 1, mapping, by: null }, now)
}

/** Twice a second at most. */
function paced<T extends unknown[]>(tell: (...figures: T) => void): (...figures: T) => void {
  let last = 0
  return (...figures) => {
    const now = performance.now()
    if (now - last < 500) return
    last = now
    tell(...figures)
  }
}
