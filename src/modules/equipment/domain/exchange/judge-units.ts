import type { UnitId } from '../equipment.ts'
import { changed, created, Faults, type Judged, nothingJudged, saysKnown } from './judged.ts'
import type { ReadRow } from './read-rows.ts'
import { UNIT, type UnitValues } from './tables.ts'

export interface KnownUnit {
  readonly id: UnitId
  readonly values: UnitValues
  /** Promised or out: what a loan stands on does not move under it. */
  readonly isBusy: boolean
}

export type JudgedUnits = Judged<UnitValues, { id: UnitId; values: UnitValues; before: UnitValues }>

export interface UnitsWorld {
  /** By asset number. */
  readonly units: ReadonlyMap<string, KnownUnit>
  /** The maker of each model, known or about to be, by name. */
  readonly makers: ReadonlyMap<string, string>
  readonly desks: readonly string[]
}

/** New units, changed ones, and what is wrong: the asset number is the key. Kits are judged before their parts. */
export function judgeUnits(rows: readonly ReadRow<UnitValues>[], world: UnitsWorld): JudgedUnits {
  const judged: JudgedUnits = nothingJudged()
  const seen: Seen = { lines: new Map(), kits: new Set(), serials: serialsOf(rows, world) }
  for (const { values } of world.units.values()) if (values.isKit) seen.kits.add(values.assetNumber)
  const isPart = (row: ReadRow<UnitValues>) => (row.told.kit ?? '') !== ''
  for (const row of [...rows.filter((one) => !isPart(one)), ...rows.filter(isPart)])
    judgeUnit(row, world, seen, judged)
  return judged
}

interface Seen {
  readonly lines: Map<string, number>
  /** Numbers of the kits a part may name: known ones, and those of this file that are right. */
  readonly kits: Set<string>
  /** Asset number of who has each serial number, by maker. */
  readonly serials: Map<string, string>
}

function judgeUnit(row: ReadRow<UnitValues>, world: UnitsWorld, seen: Seen, judged: JudgedUnits): void {
  const number = row.told.assetNumber ?? ''
  const known = world.units.get(number)
  const faults = new Faults(
    'exemplaires',
    row,
    (key) => known !== undefined && saysKnown(UNIT, row, known.values, key),
  )
  const first = seen.lines.get(number)
  if (first !== undefined && number !== '')
    faults.add('assetNumber', `Ce numéro est déjà à la ligne ${first} : gardez une seule des deux lignes.`)
  seen.lines.set(number, first ?? row.line)
  const after = known ? changed(UNIT, row, known.values) : withDesk(created(UNIT, row), world)
  if (after) {
    checkLinks(after, known ?? null, world, seen, faults)
    checkSerial(after, known ?? null, world, seen, faults)
    if (known) checkMoves(after, known, faults)
  }
  if (faults.noteIn(judged)) return
  if (after?.isKit) seen.kits.add(after.assetNumber)
  if (!after) judged.unchanged += 1
  else if (known) judged.updates.push({ id: known.id, values: after, before: known.values })
  else judged.creates.push(after)
}

function withDesk(unit: UnitValues, { desks }: UnitsWorld): UnitValues {
  const [only] = desks
  return unit.desk === '' && only !== undefined && desks.length === 1 ? { ...unit, desk: only } : unit
}

/** The model, the desk and the kit it names. */
function checkLinks(
  unit: UnitValues,
  known: KnownUnit | null,
  { makers, desks }: UnitsWorld,
  seen: Seen,
  faults: Faults<UnitValues>,
): void {
  if (!makers.has(unit.model)) faults.add('model', UNIT.model.expected)
  if (!desks.includes(unit.desk))
    faults.add('desk', `Un guichet de l’inventaire : ${desks.map((desk) => `« ${desk} »`).join(', ')}.`)
  if (unit.kit !== '' && unit.isKit)
    faults.add('kit', 'Une malle ne se range pas dans une autre : videz cette case.')
  else if (unit.kit !== '' && unit.kit !== known?.values.kit && !seen.kits.has(unit.kit))
    faults.add(
      'kit',
      'Le numéro d’une malle connue, ou d’une ligne juste de ce fichier où « malle » est oui.',
    )
  if (!unit.isKit && unit.accessories.length > 0)
    faults.add(
      'accessories',
      'Rien : cette liste est celle d’une malle. Les accessoires d’un modèle vont avec le modèle.',
    )
}

/** One serial number per maker. */
function checkSerial(
  unit: UnitValues,
  known: KnownUnit | null,
  { makers }: UnitsWorld,
  { serials }: Seen,
  faults: Faults<UnitValues>,
): void {
  if (unit.serialNumber === '' || unit.serialNumber === known?.values.serialNumber) return
  const key = serialKey(makers.get(unit.model) ?? '', unit.serialNumber)
  const holder = serials.get(key)
  if (holder !== undefined && holder !== unit.assetNumber)
    faults.add('serialNumber', `Ce numéro de série est déjà celui de « ${holder} » : vérifiez-le.`)
  serials.set(key, holder ?? unit.assetNumber)
}

function checkMoves(after: UnitValues, { values, isBusy }: KnownUnit, faults: Faults<UnitValues>): void {
  if (after.lifecycle !== values.lifecycle)
    faults.add(
      'lifecycle',
      'L’état d’un exemplaire connu se change sur sa fiche, où ses prêts sont revus : videz cette colonne.',
    )
  if (after.isKit !== values.isKit)
    faults.add('isKit', 'Une malle le reste : donnez un autre numéro à ce nouvel exemplaire.')
  const busy = 'Cet exemplaire est promis ou sorti : attendez son retour pour le ranger autrement.'
  if (isBusy && after.model !== values.model) faults.add('model', busy)
  if (isBusy && after.kit !== values.kit) faults.add('kit', busy)
}

/** Serial numbers of the units of which the file says nothing, and of those it leaves as they are. */
function serialsOf(rows: readonly ReadRow<UnitValues>[], { units, makers }: UnitsWorld): Map<string, string> {
  const told = new Map(rows.map((row) => [row.told.assetNumber ?? '', row.told.serialNumber]))
  const serials = new Map<string, string>()
  for (const { values } of units.values()) {
    const said = told.get(values.assetNumber)
    if (values.serialNumber === '' || (said !== undefined && said !== values.serialNumber)) continue
    serials.set(serialKey(makers.get(values.model) ?? '', values.serialNumber), values.assetNumber)
  }
  return serials
}

function serialKey(maker: string, serial: string): string {
  return `${maker}\n${serial}`
}
