import type { NewFinding } from '../../data/imports/import.findings.ts'
import { unknownColumns } from '../../domain/imports/detect-file.ts'
import { columnsRead } from '../../domain/mapping/mapping.ts'
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
    ...unread
      .filter((name) => !isReportColumn(name))
      .map((name) => aboutColumn(name, 'column-unknown', UNREAD)),
    ...gone.map((name) => aboutColumn(name, 'column-gone', GONE)),
  ].map((finding, rank) => ({ ...finding, position: AFTER_ROWS + rank }))
}

/** In a list of JSON objects the first element is line 1 too: what is said of the columns comes after what is said of it. */
const AFTER_ROWS = 100_000

const UNREAD = 'Rien ne dit à quoi sert cette colonne : son contenu n’est pas importé.'
const GONE =
  'Cette colonne était dans les fichiers précédents et n’est plus dans celui-ci : a-t-elle changé de nom ?'

function aboutColumn(name: string, code: string, message: string): Omit<NewFinding, 'position'> {
  return {
    line: 1,
    externalId: null,
    column: '',
    value: cut(name, 100),
    code,
    severity: 'remark',
    message,
    proposal: null,
  }
}
