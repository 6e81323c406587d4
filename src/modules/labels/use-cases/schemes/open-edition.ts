import type { Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { SchemeId } from '../../data/awards/awards.store.ts'
import { addEdition, type EditionId, editionsOf } from '../../data/schemes/editions.store.ts'
import { type SchemeVersion, versionById, versionOn } from '../../data/schemes/schemes.store.ts'
import { recordedBy } from '../recorded-by.ts'

export interface NewEdition {
  schemeId: SchemeId
  name: string
  year: number
  opensOn: Day
  closesOn: Day
  /** `same`: the form of the last campaign again; `latest`: the version in force on the day it opens. */
  form: 'same' | 'latest'
}

export type EditionRefusal =
  | 'no-version-in-force'
  | 'no-campaign'
  | 'no-former-edition'
  | 'closes-before-it-opens'
  | 'closes-in-the-past'
  | 'edition-of-that-year'

/** A year's campaign, which opens and closes by itself on its days. LAB-22. */
export async function openEdition(
  context: Context,
  edition: NewEdition,
): Promise<EditionId | Refusal<EditionRefusal>> {
  const { db, network, today } = context
  const { schemeId, opensOn, closesOn } = edition
  if (closesOn < opensOn) return refuse('closes-before-it-opens')
  if (closesOn < today) return refuse('closes-in-the-past')
  try {
    return await inTransaction<EditionId | Refusal<EditionRefusal>>(db, async (tx) => {
      const [former] = await editionsOf(tx, network.id, schemeId)
      if (edition.form === 'same' && !former) return refuse('no-former-edition')
      const version: SchemeVersion | null =
        edition.form === 'same' && former
          ? await versionById(tx, network.id, former.versionId)
          : await versionOn(tx, network.id, schemeId, opensOn)
      if (!version) return refuse('no-version-in-force', { day: opensOn })
      if (version.content.cadence !== 'campaign') return refuse('no-campaign')
      const id = await addEdition(tx, { ...edition, versionId: version.id }, recordedBy(context))
      await writeJournal(tx, context, 'label-edition.opened', schemeId, { edition: id, year: edition.year })
      return id
    })
  } catch (error) {
    if (refusedBy(error) === 'one_edition_per_year')
      return refuse('edition-of-that-year', { year: String(edition.year) })
    throw error
  }
}
