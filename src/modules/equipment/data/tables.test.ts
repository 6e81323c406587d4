import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support.ts'
import { day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { aBorrower, anInventory, at, aWish, done, type Lent } from '../testing.ts'
import { requestLoan } from '../use-cases/borrowing/request-loan.ts'

const app = useApp({ today: day('2027-01-04') })
let lent: Lent
let line: string
let request: string
let report: string

const run = (text: string, ...values: unknown[]) => app.database.pool.query(text, values)

/** The constraint that refuses a statement, or what the refusal says when it names none. */
async function refusal(text: string, ...values: unknown[]): Promise<string> {
  try {
    await run(text, ...values)
  } catch (error) {
    const { constraint, message } = error as { constraint?: string; message: string }
    return constraint ?? message
  }
  return 'nothing refuses it'
}

beforeAll(async () => {
  const context = app.context()
  lent = await anInventory(context)
  const wish = aWish(lent, await aBorrower(context), at('2027-03-01', '09:00'), at('2027-03-05', '10:00'))
  const [asked] = done(await requestLoan(context, wish)).lines
  line = done(asked ?? null).id
  request = done(asked ?? null).requestId
  report = newId()
  await run(
    `insert into equipment.condition_report (id, line_id, direction, drawn_at) values ($1, $2, 'out', now())`,
    report,
    line,
  )
})

describe('what was written stays written (EQP-407, EQP-1504)', () => {
  it.each([
    ['an event is not corrected', `update equipment.loan_event set act = 'other'`],
    ['an event is not taken away', 'delete from equipment.loan_event'],
    ['nor are all of them', 'truncate equipment.loan_event cascade'],
    ['rules keep their versions', 'delete from equipment.policy_version'],
  ])('%s', async (_what, statement) => {
    expect(await refusal(statement)).toMatch(/append_only/)
  })

  it('each table of events refuses update, delete and truncate', async () => {
    const { rows } = await run(
      `select event_object_table as name, count(distinct event_manipulation)::integer as refused
       from information_schema.triggers where trigger_schema = 'equipment' and trigger_name like '%\\_is\\_append\\_only'
       group by 1 order by 1`,
    )
    const kept = [
      ...['consumable_move', 'incident_event', 'lifecycle_event', 'loan_event', 'loan_outcome'],
      ...['policy_version', 'software_update'],
    ]
    // information_schema tells no truncate.
    expect(rows).toEqual(kept.map((name) => ({ name, refused: 2 })))
  })
})

describe('each table says what its rows mean (EQP-407)', () => {
  const cases: readonly [what: string, constraint: string, statement: () => [string, ...unknown[]]][] = [
    [
      'a request sent is complete',
      'submitted_request_is_complete',
      () => [`update equipment.loan_request set actions = '' where id = $1`, request],
    ],
    [
      'a line comes back after it leaves',
      'line_is_returned_after_its_pickup',
      () => ['update equipment.loan_line set return_at = pickup_at where id = $1', line],
    ],
    [
      'an extension says why',
      'extension_is_explained',
      () => [
        `insert into equipment.extension_request (id, line_id, until_at, reason, days, needs_derogation, asked_at)
         values ($1, $2, now(), ' ', 3, false, now())`,
        newId(),
        line,
      ],
    ],
    [
      'a displacement says why',
      'displacement_is_explained',
      () => [
        `insert into equipment.displacement (id, line_id, decided_at, reason, notice_days, proposal, answer_until)
         values ($1, $2, now(), '', 3, 'waiting_list', now() + interval '1 day')`,
        newId(),
        line,
      ],
    ],
    [
      'a wait is for a period',
      'wanted_period_lasts',
      () => [
        `insert into equipment.waitlist_entry (id, request_id, line_id, model_id, starts_at, ends_at, joined_at)
         values ($1, $2, $3, $4, now(), now(), now())`,
        newId(),
        request,
        line,
        lent.model,
      ],
    ],
    [
      'a seat is one of its slot',
      'seat_is_one_of_the_slot',
      () => [
        `insert into equipment.slot_booking (id, request_id, desk_id, purpose, starts_at, ends_at, seats, seat, made_at)
         values ($1, $2, $3, 'pickup', now(), now() + interval '30 minutes', 2, 3, now())`,
        newId(),
        request,
        lent.deskId,
      ],
    ],
    [
      'only a hold expires',
      'only_a_hold_expires',
      () => [`update equipment.occupancy set held_until = null where line_id = $1`, line],
    ],
    [
      'a unit used by its owner is in no line',
      'only_a_loan_has_a_line',
      () => [`update equipment.occupancy set kind = 'owner_use' where line_id = $1`, line],
    ],
    [
      'a part is counted',
      'part_is_counted',
      () => [
        `insert into equipment.condition_line (report_id, rank, label, expected, found, condition)
         values ($1, 1, 'Câble', 1, -1, 'good')`,
        report,
      ],
    ],
    [
      'a unit is in one pair of hands',
      'one_custody_at_a_time',
      () => [
        `insert into equipment.custody (id, unit_id, line_id, out_at, entered_at)
         select gen_random_uuid(), $1, $2, now() - g * interval '1 day', now() from generate_series(1, 2) g`,
        lent.units[0],
        line,
      ],
    ],
  ]
  it.each(cases)('%s', async (_what, constraint, statement) => {
    const [text, ...values] = statement()
    expect(await refusal(text, ...values)).toBe(constraint)
  })
})
