import { isRoundedSiret, isSiret } from '../../../../kernel/organisation-numbers.ts'
import type { Context } from '../../../../platform/context.ts'
import { loadCommunes } from '../../data/communes.ts'
import { type SoughtSiret, siretsOfNames } from '../../data/imports/known-sirets.queries.ts'
import { folded } from '../../domain/fold.ts'
import { Findings } from '../../domain/imports/finding.ts'
import { roundedSiretOf } from '../../domain/standard/identifier.ts'
import { checkLocality } from '../../domain/standard/location.ts'
import { siretBehind } from '../../domain/standard/rounded-siret.ts'
import type { StandardRow } from '../../domain/standard/standard-columns.ts'
import type { MadeRow } from './standard-rows.ts'

/** `knownSiret`: that of the organisation of the same name and commune, when the row's own is rounded. */
export type RecalledRow = MadeRow & { knownSiret?: string }

/** Rows held back together, so that the directory is asked once for all of them, and only of rounded SIRETs. */
const TOGETHER = 100

/** The rows, in their order, those whose SIRET was rounded with the one that the directory knows (DIR-18). */
export async function* withKnownSirets(
  context: Pick<Context, 'db' | 'network'>,
  rows: AsyncIterable<MadeRow>,
): AsyncGenerator<RecalledRow> {
  let waiting: MadeRow[] = []
  for await (const row of rows) {
    waiting.push(row)
    if (waiting.length < TOGETHER) continue
    yield* await recalled(context, waiting)
    waiting = []
  }
  yield* await recalled(context, waiting)
}

async function recalled(
  { db, network }: Pick<Context, 'db' | 'network'>,
  rows: readonly MadeRow[],
): Promise<readonly RecalledRow[]> {
  const sought = rows.flatMap(({ row }, at) => (roundedSiretOf(row) === null ? [] : soughtOf(row, at)))
  if (sought.length === 0) return rows
  const found = await siretsOfNames(db, network.id, sought)
  return rows.map((made, at) => {
    const rounded = roundedSiretOf(made.row)
    if (rounded === null) return made
    const known = found.filter((one) => one.at === at && isUsable(one.siret)).map(({ siret }) => siret)
    const knownSiret = siretBehind(rounded, known)
    return knownSiret === null ? made : { ...made, knownSiret }
  })
}

/** The organisation that runs the place may be told apart; else the place bears its name. */
function soughtOf(row: StandardRow, at: number): SoughtSiret[] {
  const communes = loadCommunes()
  const { commune, inseeCode } = checkLocality(row, communes, new Findings())
  const present = inseeCode === null ? undefined : communes.byCode(inseeCode)?.commune
  const inseeCodes = inseeCode === null ? [] : [inseeCode, present?.code ?? inseeCode]
  const names = [commune, present?.name ?? ''].map((name) => folded(name)).filter((name) => name !== '')
  return [...new Set([folded(row.structure_parente), folded(row.nom)])]
    .filter((name) => name !== '')
    .map((name) => ({ at, name, communes: names, inseeCodes }))
}

function isUsable(siret: string): boolean {
  return isSiret(siret) && !isRoundedSiret(siret)
}
