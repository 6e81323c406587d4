import { describe, expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { Forbidden, NotFound, SignInNeeded, TooManyRequests } from '../http/problems.ts'
import { isApi } from './api-path.ts'
import { afterOf, paged } from './cursor.ts'
import { wrongInput } from './input.ts'
import { ApiProblem, problemOf } from './problem.ts'

describe('an error of the API', () => {
  it.each<[string, unknown, number, string]>([
    ['nothing there', new NotFound(), 404, 'not_found'],
    ['nobody known', new SignInNeeded(), 401, 'key_needed'],
    ['another role', new Forbidden(), 403, 'forbidden'],
    ['too much asked', new TooManyRequests(9), 429, 'too_many_requests'],
    ['what a route says', new ApiProblem({ status: 409, code: 'taken', detail: '' }), 409, 'taken'],
    ['a wrong body', wrongInput('json', []), 422, 'body_invalid'],
    ['a wrong address', wrongInput('query', []), 400, 'parameter_invalid'],
  ])('%s has its status and its code', (_name, error, status, code) => {
    expect(problemOf(error)).toMatchObject({ status, code })
  })

  it('that nobody foresaw is left to whoever logs it', () => {
    expect(problemOf(new Error('surprise'))).toBeNull()
  })

  it('names each field at fault by its path', () => {
    const issue = { code: 'custom' as const, path: ['wanted', 0, 'count'], message: 'Trop.' }
    expect(wrongInput('json', [issue]).said.errors).toEqual([{ field: 'wanted.0.count', detail: 'Trop.' }])
  })
})

describe('a list told page by page', () => {
  const things = [1, 2, 3].map(() => ({ id: newId() }))

  it('goes on after the last of the page before', () => {
    const { items, next } = paged(things, 2)
    expect(items).toEqual(things.slice(0, 2))
    expect(afterOf({ cursor: next ?? '', limit: 2 })).toBe(things[1]?.id)
  })

  it('ends without a cursor, and refuses one that it did not give', () => {
    expect(paged(things, 3).next).toBeNull()
    expect(afterOf({ limit: 2 })).toBeNull()
    expect(() => afterOf({ cursor: 'rien', limit: 2 })).toThrow(ApiProblem)
  })
})

it.each([
  ['/api/v1/lending/models', true],
  ['/api', true],
  ['/apiculture', false],
  ['/materiel', false],
])('the address %s is of the API: %s', (path, expected) => {
  expect(isApi(path)).toBe(expected)
})
