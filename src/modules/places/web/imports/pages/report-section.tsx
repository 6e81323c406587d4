import { addDays } from '../../../../../kernel/day.ts'
import { dayOf } from '../../../../../kernel/instant.ts'
import { formatDay, formatNumber } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { type Import, type ImportCounts, ROWS_DAYS } from '../../../domain/imports/import.ts'
import { FindingsSection, type FindingsShown } from './import-findings-section.tsx'

/** How long its rows are kept, and why; or that they are gone. */
export function KeptUntil({ run }: { run: Import }) {
  if (run.emptiedAt !== null)
    return (
      <Notice
        state="info"
        title={`Les lignes et le rapport de cet import sont effacés depuis le ${formatDay(dayOf(run.emptiedAt))}`}
      >
        <p>Un an après, il n’en reste que le bilan : il ne s’annule plus. Les lieux, eux, sont gardés.</p>
      </Notice>
    )
  const until = addDays(dayOf(run.appliedAt ?? run.abandonedAt ?? run.returnedAt ?? run.createdAt), ROWS_DAYS)
  return (
    <p class="muted">
      Le rapport, les lignes en attente et de quoi revenir en arrière sont gardés jusqu’au {formatDay(until)}{' '}
      : des lignes peuvent nommer des personnes, nous ne les gardons pas plus longtemps.
    </p>
  )
}

/** What was found in the file, in figures then line by line. DIR-32. */
export function Report({
  base,
  run,
  counts,
  findings,
  mayAccept,
}: {
  base: string
  run: Import
  counts: ImportCounts
  findings: FindingsShown
  mayAccept: boolean
}) {
  const published = run.appliedAt !== null
  const rows: [string, number, string?][] = [
    ['Lignes lues', counts.read],
    [published ? 'Lieux créés' : 'Lieux à créer', counts.created],
    [published ? 'Lieux mis à jour' : 'Lieux à mettre à jour', counts.updated],
    ['Lieux inchangés', counts.unchanged],
    ['Lignes réunies à une autre', counts.grouped, 'elles ajoutent un service au même lieu'],
    [
      'Lignes en attente',
      counts.held,
      'leur identifiant est celui d’une autre, ou elles ressemblent à un lieu connu',
    ],
    ['Lignes refusées', counts.rejected, 'elles ne peuvent pas devenir un lieu'],
    ['Lignes corrigées', counts.corrected, 'réparées sans aucun doute possible'],
    ['Lignes à corriger', counts.warnings, 'le lieu est gardé, la case fautive laissée vide'],
    ['Lieux absents de ce fichier', counts.missing, 'ils restent publiés'],
  ]
  return (
    <>
      <section aria-labelledby="bilan">
        <h2 id="bilan">Bilan du contrôle</h2>
        <SummaryList
          rows={rows
            .filter(([, count], index) => count > 0 || index < 2)
            .map(([term, count, note]) => ({
              term,
              value: note ? `${formatNumber(count)} (${note})` : formatNumber(count),
            }))}
        />
      </section>
      {run.emptiedAt === null && (
        <FindingsSection base={base} run={run} findings={findings} mayAccept={mayAccept} />
      )}
    </>
  )
}
