import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { reportsOf } from '../../data/desk/reports.store.ts'
import { incidentsOfLine } from '../../data/incidents/incidents.queries.ts'
import { addIncident } from '../../data/incidents/incidents.store.ts'
import type { Line } from '../../data/lines.store.ts'
import { type Noted, notedAtReturn } from '../../domain/incidents/incident.ts'
import { recordedBy } from '../act-on-line.ts'

/**
 * What the desk counted short at the return is an incident at once, for a manager to deal with: one for each part of the
 * loan, however often it is counted. A kit that lacks a part it cannot do without is not lent meanwhile. EQP-808, L17.
 */
export async function openMissingParts(tx: Database, context: Context, line: Line): Promise<void> {
  const { unitId } = line
  const reports = await reportsOf(tx, line.id)
  if (!unitId || !reports.in) return
  const known = await incidentsOfLine(tx, line.id)
  const { missing } = notedAtReturn(reports.out?.parts ?? null, reports.in.parts)
  for (const one of missing) {
    if (
      known.some(
        ({ kind, part, state }) => kind === 'missing_part' && part === one.label && state !== 'closed',
      )
    )
      continue
    await addIncident(
      tx,
      {
        ...{ unitId, lineId: line.id, kind: 'missing_part', part: one.label, account: accountOf(one) },
        ...{ discoveredAt: context.now, emergency: null, photos: [] },
      },
      recordedBy(context),
    )
  }
}

/** What the desk noted, in words. */
export function accountOf({ label, left, found, remark, kind }: Noted): string {
  const told =
    kind === 'missing_part'
      ? `Compté au retour : ${found} sur ${left}, ${label}.`
      : `Constaté au retour : ${label}, abîmé.`
  return remark === '' ? told : `${told} ${remark}`
}

/** What the return report tells and no incident does yet: for a manager to open one in one act. EQP-901, EQP-902. */
export async function notedWithoutIncident(db: Database, line: Line): Promise<Noted[]> {
  const reports = await reportsOf(db, line.id)
  if (!reports.in) return []
  const known = await incidentsOfLine(db, line.id)
  const { missing, damaged } = notedAtReturn(reports.out?.parts ?? null, reports.in.parts)
  return [...missing, ...damaged].filter(
    ({ kind, label }) => !known.some((one) => one.kind === kind && one.part === label),
  )
}
