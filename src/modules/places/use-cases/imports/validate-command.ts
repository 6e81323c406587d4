import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Day } from '../../../../kernel/day.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { sourceOfPath } from '../../../../platform/tables/file-source.ts'
import { sentenceOf } from '../../domain/imports/refused-file.ts'
import type { Mapping } from '../../domain/mapping/mapping.ts'
import type { Terminal } from './import-command.ts'
import { csvLine, REPORT_HEADER } from './import-report.ts'
import { type ValidationLine, validateFile } from './validate-file.ts'

const LIMIT = 1024 * 1024 * 1024

/** What one asks of `npm run validate` (DIR-27). */
export interface ValidateCommand {
  path: string
  /** Where to write the report of each finding, as CSV. */
  report: string | null
  mapping: Mapping | null
  today: Day
}

/** Exit code: 0 every row can be a place; 3 some are refused; 1 the file cannot be read, and why is said. */
export async function runValidateCommand(
  { path, report, mapping, today }: ValidateCommand,
  terminal: Pick<Terminal, 'tell' | 'answer'>,
): Promise<0 | 1 | 3> {
  const out = report === null ? null : createWriteStream(report)
  const write = async (text: string) => {
    if (out && !out.write(text)) await once(out, 'drain')
  }
  await write(REPORT_HEADER)
  const outcome = await validateFile(sourceOfPath(path), {
    ...{ today, limit: LIMIT, mapping },
    onFinding: (finding: ValidationLine) => write(csvLine(finding)),
  })
  if (out) {
    out.end()
    await finished(out)
  }
  if (isRefusal(outcome)) {
    terminal.tell(sentenceOf(outcome))
    return 1
  }
  const { read, accepted, findings } = outcome
  terminal.answer(
    JSON.stringify({
      ...{ read, accepted, rejected: findings.refused, warnings: findings.warning },
      ...{ corrected: findings.correction, remarks: findings.remark },
    }),
  )
  return findings.refused > 0 ? 3 : 0
}
