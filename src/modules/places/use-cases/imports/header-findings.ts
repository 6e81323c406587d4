import type { NewFinding } from '../../data/imports/import.findings.ts'
import { unknownColumns } from '../../domain/imports/detect-file.ts'
import { headingsFor } from '../../domain/mapping/known-headings.ts'
import { columnsRead } from '../../domain/mapping/mapping.ts'
import { standardColumns } from '../../domain/standard/standard-columns.ts'
import { cut } from '../../domain/text.ts'
import { columnsGone, type ReadingRule } from './reading-rule.ts'
import { isReportColumn } from './refused-rows.ts'

/** A column that nobody asked for is announced, not lost in silence; one that is gone too (DIR-30). */
export function aboutHeader(header: readonly string[], rule: ReadingRule): NewFinding[] {
  const unread =
    rule.kind === 'standard'
      ? unknownColumns(header)
      : header.filter((name) => name.trim() !== '' && !columnsRead(rule.mapping).has(name))
  const gone = rule.kind === 'standard' ? [] : columnsGone(rule.mapping, header)
  return [
    ...aboutUnread(unread.filter((name) => !isReportColumn(name))),
    ...gone.map((name) => aboutColumn(name, 'column-gone', GONE)),
  ].map((finding, rank) => ({ ...finding, position: AFTER_ROWS + rank }))
}

/** A questionnaire has fifty columns that are of no use here: said one by one, they would hide what is said of the rows. */
function aboutUnread(names: readonly string[]): Omit<NewFinding, 'position'>[] {
  if (names.length <= MOST_ALONE)
    return names.map((name) => aboutColumn(name, 'column-unknown', isKnown(name) ? SPARE : UNREAD))
  const message = `Rien ne dit à quoi servent ces ${names.length} colonnes : leur contenu n’est pas importé. Dites-le dans la correspondance des colonnes si l’une d’elles est utile.`
  return [aboutColumn(names.join(' | '), 'column-unknown', message, LONGEST_LIST)]
}

const MOST_ALONE = 8
const LONGEST_LIST = 1000

/** A heading that is known and yet not read: its cells are empty, or another column says the same. */
function isKnown(name: string): boolean {
  return standardColumns.some((column) => headingsFor(column, [name]).length > 0)
}

/** In a list of JSON objects the first element is line 1 too: what is said of the columns comes after what is said of it. */
const AFTER_ROWS = 100_000

const UNREAD = 'Rien ne dit à quoi sert cette colonne : son contenu n’est pas importé.'
const SPARE =
  'Cette colonne n’est pas lue : ses cases sont vides, illisibles, ou une autre colonne dit la même chose.'
const GONE =
  'Cette colonne était dans les fichiers précédents et n’est plus dans celui-ci : a-t-elle changé de nom ?'

function aboutColumn(
  name: string,
  code: string,
  message: string,
  longest = 100,
): Omit<NewFinding, 'position'> {
  return {
    line: 1,
    externalId: null,
    column: '',
    value: cut(name, longest),
    code,
    severity: 'remark',
    message,
    proposal: null,
  }
}
