import { describe, expect, it } from 'vitest'
import { changesBetween } from './changes.ts'

describe('what a line says of a change', () => {
  it('names the fields that differ, before and after', () => {
    expect(
      changesBetween({ name: 'EPN', commune: 'Caen' }, { name: 'EPN du Phare', commune: 'Caen' }),
    ).toEqual({
      name: ['EPN', 'EPN du Phare'],
    })
  })

  it('keeps sensitive values out, and still says that they changed', () => {
    expect(
      changesBetween({ email: 'a@example.fr', phone: '' }, { email: 'b@example.fr', phone: '0231' }),
    ).toEqual({
      email: ['•••', '•••'],
      phone: ['', '•••'],
    })
  })

  it('compares lists and objects by what they hold', () => {
    expect(changesBetween({ roles: ['a'] }, { roles: ['a'] })).toEqual({})
    expect(changesBetween({}, { roles: [] })).toEqual({ roles: [null, []] })
  })
})
