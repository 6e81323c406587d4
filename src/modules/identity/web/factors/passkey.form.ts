import { z } from 'zod'
import { optionalText, requiredText } from '../../../../platform/http/fields.ts'

const NO_ANSWER =
  'La clé n’a pas répondu. Recommencez avec un navigateur récent dont JavaScript est permis, ou choisissez une autre façon.'

/** What the device signed, as its browser wrote it. */
const signed = z
  .string({ message: NO_ANSWER })
  .max(20_000, { message: NO_ANSWER })
  .transform((text, check) => {
    const read = answer.safeParse(jsonOf(text))
    if (read.success) return read.data
    check.addIssue({ code: 'custom', message: NO_ANSWER })
    return z.NEVER
  })

const answer = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
})

export const passkeyAnswerForm = z.object({ reponse: signed, suite: z.string().default('') })

export const newPasskeyForm = passkeyAnswerForm.extend({ nom: optionalText(60) })

export const passkeyNameForm = z.object({
  nom: requiredText('Donnez un nom à cette clé, par exemple « Téléphone du bureau ».', 60),
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
