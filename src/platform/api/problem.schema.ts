import { z } from 'zod'

const problem = {
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string().describe('Stable : ce sur quoi un programme décide'),
  detail: z.string().describe('En français : ce qui ne va pas et ce qu’on peut faire'),
  errors: z
    .array(z.object({ field: z.string(), detail: z.string() }))
    .optional()
    .describe('Chaque champ en cause, par son chemin'),
}

/** RFC 9457. Further members depend on the code. */
export const problemSchema = z.looseObject(problem)

/** The state of the world does not allow it: what would be possible comes along. */
export const conflictSchema = z.looseObject({
  ...problem,
  alternatives: z.array(z.looseObject({ kind: z.string() })).optional(),
})
