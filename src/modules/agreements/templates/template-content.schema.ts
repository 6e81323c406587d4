import { z } from 'zod'
import { isRefusal } from '../../../kernel/refusal.ts'
import { type Profile, parseProfile } from '../domain/profile.ts'
import { parseTerms } from '../domain/terms.schema.ts'
import type { Terms } from '../domain/terms.ts'
import type { Template, Variable } from './template.ts'
import { usedVariables } from './template-marks.ts'

/**
 * What a network writes of a template. Its blanks are named once for the whole template: each clause has those that
 * its text uses.
 */
export interface TemplateContent
  extends Omit<Template, 'id' | 'version' | 'language' | 'status' | 'clauses'> {
  readonly variables: readonly Variable[]
  readonly clauses: readonly WrittenClause[]
}

export type WrittenClause = Omit<Template['clauses'][number], 'variables'>

export const VARIABLE_TYPES = ['text', 'long_text', 'day', 'place_list'] as const

const name = z.string().min(1).max(300)

const terms = z.unknown().transform((raw, check): Terms => {
  const read = parseTerms(raw)
  if (!isRefusal(read)) return read
  check.addIssue({ code: 'custom', message: `terms do not fit: ${read.details.path}` })
  return z.NEVER
})

const content = z.object({
  title: name,
  parties: z
    .array(
      z.object({ role: name, name, lead: z.boolean(), authorityRequired: z.literal(true).exactOptional() }),
    )
    .min(2),
  terms,
  clauses: z.array(
    z.object({
      key: name,
      number: z.string().min(1).max(30).nullable(),
      title: name,
      text: z.string().max(50_000),
      textIncomplete: z.literal(true).exactOptional(),
      binds: z.array(name),
    }),
  ),
  variables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_.]+$/),
      label: name,
      type: z.enum(VARIABLE_TYPES),
      optional: z.literal(true).exactOptional(),
    }),
  ),
  annexes: z.array(z.object({ key: name, title: name, textIncomplete: z.literal(true).exactOptional() })),
  correctedReadings: z.array(z.object({ clause: name, written: name, read: name })),
  profile: z.custom<Profile>((raw) => !isRefusal(parseProfile(raw)), 'an unknown reading'),
})

/** A content from the database or a form. Throws a `ZodError` when it does not hold together: it never should. */
export function parseContent(raw: unknown): TemplateContent {
  return content.parse(raw)
}

/** The template an agreement is drawn from, at that version. */
export function templateFrom(
  { variables, clauses, ...content }: TemplateContent,
  stored: Pick<Template, 'id' | 'version' | 'status'>,
): Template {
  return {
    ...content,
    ...stored,
    language: 'fr',
    clauses: clauses.map((clause) => ({ ...clause, variables: usedVariables(clause.text, variables) })),
  }
}
