import { compareInstants, type Instant } from '../../../../kernel/instant.ts'
import { readSiret } from '../../../../kernel/organisation-numbers.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { countedDays, stayOf } from '../duration.ts'
import { instantOf, plain } from './column.ts'
import { Faults, type Judged, nothingJudged } from './judged.ts'
import type { ReadRow } from './read-rows.ts'
import { LOAN, type LoanValues } from './tables.ts'

/** A stay of a unit out of its desk, as it is written today; moments are local, to the minute. */
export interface KnownStay {
  readonly unit: string
  readonly lineId: string
  readonly organisationId: string
  readonly outAt: Instant
  readonly backAt: Instant | null
  readonly out: string
  readonly back: string
}

/** A loan of the inventory: what an export says of it, wherever it stands. */
export interface KnownLine {
  readonly unit: string
  readonly out: string
  readonly back: string
}

export interface NewLoan {
  readonly unit: string
  readonly organisationId: string
  readonly outAt: Instant
  readonly backAt: Instant
  readonly dueAt: Instant
  readonly days: number
  readonly actionKind: LoanValues['actionKind']
  readonly actions: string
}

export type JudgedLoans = Judged<NewLoan, never>

export interface LoansWorld {
  readonly units: ReadonlySet<string>
  readonly stays: readonly KnownStay[]
  readonly lines: ReadonlyMap<string, KnownLine>
  /** Ids by SIRET; by name, as many as bear it. */
  readonly bySiret: ReadonlyMap<string, string>
  readonly byName: ReadonlyMap<string, readonly string[]>
  readonly zone: string
  readonly now: Instant
}

/** Past loans to write, and what is wrong: the unit and the moment it left are the key. */
export function judgeLoans(rows: readonly ReadRow<LoanValues>[], world: LoansWorld): JudgedLoans {
  const judged: JudgedLoans = nothingJudged()
  const stays = new Map<string, Stay[]>()
  for (const stay of world.stays) stays.set(stay.unit, [...(stays.get(stay.unit) ?? []), stay])
  for (const row of rows) judgeLoan(row, world, stays, judged)
  return judged
}

type Stay = Pick<KnownStay, 'outAt' | 'backAt' | 'out' | 'back' | 'organisationId'> & {
  readonly line?: number
}

const WRITTEN = 'Ce prêt est déjà écrit autrement : son histoire ne se réécrit pas.'

function judgeLoan(
  row: ReadRow<LoanValues>,
  world: LoansWorld,
  stays: Map<string, Stay[]>,
  judged: JudgedLoans,
): void {
  const { told, values } = row
  const faults = new Faults<LoanValues>('prets', row)
  const unit = told.unit ?? ''
  const known = world.lines.get(told.line ?? '')
  if (known) {
    if (known.unit !== '' && known.unit !== unit) faults.add('unit', WRITTEN)
    if (whole(values.outAt) !== known.out) faults.add('outAt', WRITTEN)
    if (whole(values.backAt) !== known.back) faults.add('backAt', WRITTEN)
    if (!faults.noteIn(judged)) judged.unchanged += 1
    return
  }
  if (!['', 'termine'].includes(plain(told.state ?? ''))) faults.add('state', LOAN.state.expected)
  if (!world.units.has(unit)) faults.add('unit', LOAN.unit.expected)
  const organisationId = borrowerOf(row, world, faults)
  const times = timesOf(row, world, faults)
  const mine = stays.get(unit) ?? []
  const same = mine.find(({ out }) => out !== '' && out === whole(values.outAt))
  if (same) {
    if (same.line !== undefined)
      faults.add('outAt', `Ce prêt est déjà à la ligne ${same.line} : gardez une seule des deux lignes.`)
    if (same.back !== whole(values.backAt)) faults.add('backAt', WRITTEN)
    if (organisationId !== null && same.organisationId !== organisationId) faults.add('borrower', WRITTEN)
    if (!faults.noteIn(judged)) judged.unchanged += 1
    return
  }
  if (times && mine.some((stay) => meets(stay, times)))
    faults.add(
      'outAt',
      'Une période où cet exemplaire n’était pas déjà sorti : deux prêts ne se chevauchent pas.',
    )
  if (faults.noteIn(judged) || !times || organisationId === null) return
  const { outAt, backAt, dueAt } = times
  stays.set(unit, [
    ...mine,
    { outAt, backAt, organisationId, out: whole(values.outAt), back: whole(values.backAt), line: row.line },
  ])
  const days = countedDays(stayOf(outAt, backAt, world.zone))
  const { actionKind = 'other', actions = '' } = values
  judged.creates.push({ unit, organisationId, outAt, backAt, dueAt, days, actionKind, actions })
}

function borrowerOf(
  { told }: ReadRow<LoanValues>,
  world: LoansWorld,
  faults: Faults<LoanValues>,
): string | null {
  const { siret = '', borrower = '' } = told
  if (siret !== '') {
    const read = readSiret(siret)
    const found = isRefusal(read) ? undefined : world.bySiret.get(read)
    if (found) return found
    faults.add(
      'siret',
      isRefusal(read)
        ? read.refused === 'siret-rounded'
          ? 'Ce SIRET est arrondi par un tableur : redonnez-le en entier, la colonne au format texte.'
          : 'Un SIRET juste, de 14 chiffres, au format texte : vérifiez-le.'
        : 'Le SIRET d’une structure du réseau : ajoutez d’abord cette structure à l’annuaire.',
    )
    return null
  }
  const found = world.byName.get(borrower) ?? []
  if (borrower === '') faults.add('borrower', 'Le nom exact d’une structure du réseau, ou son SIRET.')
  else if (found.length === 0)
    faults.add(
      'borrower',
      'Le nom exact d’une structure du réseau : ajoutez-la d’abord à l’annuaire, ou corrigez son nom.',
    )
  else if (found.length > 1)
    faults.add('siret', 'Plusieurs structures portent ce nom : donnez le SIRET de celle-ci.')
  return found.length === 1 ? (found[0] ?? null) : null
}

interface Times {
  readonly outAt: Instant
  readonly backAt: Instant
  readonly dueAt: Instant
}

function timesOf(
  { values }: ReadRow<LoanValues>,
  { zone, now }: LoansWorld,
  faults: Faults<LoanValues>,
): Times | null {
  const outAt = readMoment('outAt')
  const backAt = readMoment('backAt')
  const dueAt = values.dueAt ? readMoment('dueAt') : backAt
  if (!outAt || !backAt || !dueAt) return null
  if (compareInstants(backAt, outAt) <= 0)
    faults.add('backAt', 'Un retour après le départ ; le même jour, écrivez les deux heures.')
  if (compareInstants(backAt, now) > 0)
    faults.add('backAt', 'Un retour déjà passé : ce qui est à venir se demande au guichet.')
  if (values.dueAt && compareInstants(dueAt, outAt) <= 0)
    faults.add('dueAt', 'Un retour prévu après le départ.')
  return { outAt, backAt, dueAt }

  function readMoment(key: 'outAt' | 'backAt' | 'dueAt'): Instant | null {
    const at = instantOf(values[key] ?? '', zone)
    if (!at) faults.add(key, LOAN[key].expected)
    return at
  }
}

/** A day alone is noon of that day. */
function whole(moment = ''): string {
  return moment.length === 10 ? `${moment} 12:00` : moment
}

function meets(stay: Stay, { outAt, backAt }: Times): boolean {
  const startsBeforeEnd = compareInstants(stay.outAt, backAt) < 0
  return startsBeforeEnd && (stay.backAt === null || compareInstants(outAt, stay.backAt) < 0)
}
