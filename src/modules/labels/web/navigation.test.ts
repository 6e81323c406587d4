import { describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../tests/support.ts'

const app = useApp()

describe('the member’s side list', () => {
  it.each([
    '/labels/accueil',
    '/labels/suivi',
    '/instruction',
    '/decisions-labels',
    '/listes-labels',
    '/campagnes',
  ])('marks « Labels » on %s, and nothing else', async (address) => {
    const officer = await app.signIn('officer')
    const { document } = await read(await officer.get(address))
    const marked = [...document.querySelectorAll('.side-nav [aria-current]')].map((link) =>
      link.textContent?.trim(),
    )
    expect(marked).toEqual(['Labels'])
  })

  it('is not marked on the public pages of labels', async () => {
    const { document } = await read(await app.visitor().get('/labels'))
    expect(document.querySelector('.side-nav')).toBeNull()
  })
})
