import { sql } from 'kysely'
import { type Instant, laterBy } from '../../../kernel/instant.ts'
import type { RetentionRule } from '../../../platform/privacy/retention.ts'

const DAY = 86_400
const PHONE_DAYS = 365
const SIGNATURE_DAYS = 5 * 365
const KEY_DAYS = 30
const CONFLICT_DAYS = 365

/** Loans over since that instant: all their lines have stopped, and nothing was written about them since. */
const overSince = (limit: Instant) => sql`not exists (
  select 1 from equipment.loan_line l join equipment.loan_event e on e.line_id = l.id and e.seq = l.seq
  where l.request_id = r.id and (e.recorded_at >= ${limit}
    or l.state not in ('closed', 'rejected', 'withdrawn', 'expired', 'no_show')))`

/** What the lending of equipment lets go of. Facts stay: the story of a thing and its figures name nobody. EQP-1503. */
export const equipmentRetention: readonly RetentionRule[] = [
  {
    name: 'equipment.collector-phones',
    sentence: 'Téléphones des personnes venues retirer du matériel, un an après la fin du prêt',
    async apply({ db, clock }) {
      const limit = laterBy(clock.now(), -PHONE_DAYS * DAY)
      const { numAffectedRows } = await sql`update equipment.loan_request r set collector_phone = ''
        where r.collector_phone <> '' and ${overSince(limit)}`.execute(db)
      return Number(numAffectedRows ?? 0)
    },
  },
  {
    name: 'equipment.signatures',
    sentence: 'Noms et signatures des états des lieux, avec leur document, cinq ans après la fin du prêt',
    async apply({ db, clock }) {
      const limit = laterBy(clock.now(), -SIGNATURE_DAYS * DAY)
      const old = sql`select c.id from equipment.condition_report c join equipment.loan_line o on o.id = c.line_id
        join equipment.loan_request r on r.id = o.request_id where ${overSince(limit)}`
      await sql`update equipment.condition_report set document_file_id = null
        where document_file_id is not null and id in (${old})`.execute(db)
      await sql`delete from equipment.appointment_document d using equipment.slot_booking b, equipment.loan_request r
        where b.id = d.booking_id and r.id = b.request_id and ${overSince(limit)}`.execute(db)
      const { numAffectedRows } =
        await sql`update equipment.report_signature set signer_name = 'Personne effacée',
          signer_quality = '', witness_name = '', person_id = null, drawing_file_id = null,
          manner = case when manner = 'drawn' then 'typed' else manner end
        where signer_name <> 'Personne effacée' and report_id in (${old})`.execute(db)
      return Number(numAffectedRows ?? 0)
    },
  },
  {
    name: 'equipment.desk-conflicts',
    sentence: 'Envois du guichet arrivés trop tard, un an après avoir été tranchés',
    async apply({ db, clock }) {
      const { numDeletedRows } = await db
        .deleteFrom('equipment.desk_conflict')
        .where('settled_at', '<', laterBy(clock.now(), -CONFLICT_DAYS * DAY))
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  },
  {
    name: 'equipment.act-keys',
    sentence: `Numéros des envois du guichet, après ${KEY_DAYS} jours`,
    async apply({ db, clock }) {
      const { numDeletedRows } = await db
        .deleteFrom('equipment.act_key')
        .where('made_at', '<', laterBy(clock.now(), -KEY_DAYS * DAY))
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  },
]
