import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import type { PersonalData, Section, Subject, Within } from '../../../platform/privacy/personal-data.ts'

export interface DataOfModule {
  module: string
  title: string
  sections: readonly Section[]
}

/** Everything the modules hold about one person. That it was read is a line of the journal, whoever reads. */
export function readPersonalData(
  context: Context,
  providers: readonly PersonalData[],
  person: Subject,
  within: Within,
  as: 'page' | 'file',
): Promise<DataOfModule[]> {
  return inTransaction(context.db, async (tx) => {
    const parts: DataOfModule[] = []
    for (const { module, title, read } of providers)
      parts.push({ module, title, sections: await read(tx, person, within) })
    await writeJournal(tx, context, 'data.exported', person.id, { as })
    return parts
  })
}
