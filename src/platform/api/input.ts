import type { z } from 'zod'
import { ApiProblem } from './problem.ts'

type Issue = Pick<z.core.$ZodIssue, 'code' | 'path' | 'message'>

/** What was sent does not read as the document says: each field at fault, by its path. */
export function wrongInput(target: string, issues: readonly Issue[]): ApiProblem {
  const errors = issues.map((issue) => ({ field: issue.path.map(String).join('.'), detail: detailOf(issue) }))
  if (target === 'query' || target === 'header')
    return new ApiProblem({
      status: 400,
      code: 'parameter_invalid',
      detail: 'Un paramètre de l’adresse ou un en-tête ne se lit pas.',
      errors,
    })
  return new ApiProblem({
    status: 422,
    code: 'body_invalid',
    detail: 'Ce que vous envoyez est à corriger. Rien n’a été enregistré.',
    errors,
  })
}

const SENTENCES: Readonly<Record<string, string>> = {
  invalid_type: 'Il manque, ou ce n’est pas une valeur de cette nature.',
  invalid_value: 'Ce n’est pas une des valeurs du document.',
  invalid_format: 'Ce n’est pas écrit comme le document le dit.',
  too_small: 'C’est trop court ou trop petit.',
  too_big: 'C’est trop long ou trop grand.',
  unrecognized_keys: 'Le document ne connaît pas ce champ.',
}

function detailOf({ code, message }: Issue): string {
  return code === 'custom' ? message : (SENTENCES[code] ?? 'Cette valeur ne convient pas.')
}
