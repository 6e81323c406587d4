import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { organisationProfiles } from '../../../identity/index.ts'
import { departmentNumber } from '../../../places/index.ts'
import type { ApplicationId } from '../../data/applications/applications.store.ts'
import type { Holder } from '../../data/awards/awards.store.ts'

export interface Located {
  readonly id: ApplicationId
  readonly holder: Holder
  readonly applicantId: OrganisationId
}

/** Where files come from: the number of the department and the code of the commune of who applies. One statement. */
export async function territoriesOf(
  db: Database,
  files: readonly Located[],
): Promise<Map<ApplicationId, string[]>> {
  const about = ({ holder, applicantId }: Located) =>
    holder.kind === 'organisation' ? [holder.id, applicantId] : [applicantId]
  const profiles = await organisationProfiles(db, [...new Set(files.flatMap(about))])
  return new Map(
    files.map((file) => {
      const where = about(file).flatMap((id) => {
        const { inseeCode = null, postalCode = '' } = profiles.get(id) ?? {}
        return [departmentNumber({ inseeCode, postalCode }), inseeCode].filter((one) => one !== null)
      })
      return [file.id, [...new Set(where)]]
    }),
  )
}
