import { z } from 'zod'
import { type Day, isDay } from '../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { lendingTerms } from './lending-terms.schema.ts'
import { type Profile, parseProfile } from './profile.ts'
import type { Terms } from './terms.ts'

const years = z.int().min(1).max(99)
const months = z.int().min(0).max(120)
const days = z.int().min(0).max(3650)
const name = z.string().min(1)
const trigger = z.enum(['sending', 'receipt'])
const orNull = <S extends z.ZodType>(schema: S) => schema.nullable().default(null)

// A default below is what every reference agreement that has the clause says: an override may create a clause by
// giving its delay alone.
const terms = z
  .object({
    parties: z
      .array(name)
      .min(1)
      .refine((list) => new Set(list).size === list.length, 'a party appears twice'),
    entry: z.enum(['last_signature', 'fixed_date']).default('last_signature'),
    entryDate: z.custom<Day>(isDay, 'not a civil day').exactOptional(),
    initialYears: years,
    renewal: z.object({
      mode: z.enum(['tacit', 'express', 'none_unless_agreed']),
      years: orNull(years),
      max: orNull(z.int().min(0).max(99)),
    }),
    denunciation: orNull(
      z.object({
        anyTime: z.boolean().default(true),
        months,
        from: trigger.default('sending'),
        channel: name.default('registered_letter'),
      }),
    ),
    amendmentRequest: orNull(
      z.object({
        months,
        beforeEnd: z.literal(true).default(true),
        addressee: name.default(''),
        from: z.literal('arrival').default('arrival'),
      }),
    ),
    amendmentEffect: z
      .literal('first_day_of_month_after_last_signature')
      .default('first_day_of_month_after_last_signature'),
    formalNotice: orNull(
      z.object({
        days,
        from: trigger.default('sending'),
        scope: z.array(z.enum(['full', 'partial'])).default(['full', 'partial']),
        terminationBy: z.enum(['registered_letter', 'notification']).default('registered_letter'),
      }),
    ),
    dispute: orNull(
      z.object({ amicableDays: orNull(days), from: trigger.exactOptional(), court: z.string().default('') }),
    ),
    labelLoss: orNull(z.literal('on_termination_all_places')),
    placeUpdate: orNull(z.literal('once_per_civil_semester')),
    committee: orNull(
      z.object({
        perYear: z.int().min(1).max(12),
        decision: name.exactOptional(),
        minutesValidatedBy: name.exactOptional(),
        kinds: z.array(name).exactOptional(),
        secretariat: name.exactOptional(),
      }),
    ),
    governance: z.object({ perYear: z.int().min(1).max(12) }).exactOptional(),
    communication: z
      .object({ existence: z.union([z.enum(['free', 'approval', 'unwritten']), z.array(name)]) })
      .exactOptional(),
    lending: lendingTerms.exactOptional(),
    signingRanks: z.array(z.array(name)).exactOptional(),
    profile: z.custom<Profile>((raw) => !isRefusal(parseProfile(raw)), 'an unknown reading').exactOptional(),
    articles: z.record(z.string(), z.string()).exactOptional(),
  })
  .refine((read) => read.entry !== 'fixed_date' || read.entryDate !== undefined, {
    path: ['entryDate'],
    message: 'an entry on a fixed date needs its day',
  })

/**
 * Terms from a template, a database or a case file. Members it does not know are dropped. Refused with the path of
 * the first term that does not fit.
 */
export function parseTerms(raw: unknown): Terms | Refusal<'invalid_terms'> {
  const read = terms.safeParse(raw)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  return refuse('invalid_terms', { path: issue?.path.join('.') ?? '', problem: issue?.message ?? '' })
}
