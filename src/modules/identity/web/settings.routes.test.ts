import { describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../tests/support.ts'
import { ROLES } from '../../../platform/session/actor.ts'

describe('the settings', () => {
  const app = useApp()
  const entries = async (role: (typeof ROLES)[number]) => {
    const browser = await app.signIn(role)
    const answer = await browser.get('/reglages')
    const { document } = await read(answer)
    const links = [...document.querySelectorAll('.link-list a')].map(
      (link) => link.getAttribute('href') ?? '',
    )
    return { browser, status: answer.status, links }
  }

  it('lead each person to what they may open, and to nothing else', async () => {
    for (const role of ROLES) {
      const { browser, status, links } = await entries(role)
      if (status === 403) continue
      expect(links.length, role).toBeGreaterThan(0)
      for (const href of links) expect((await browser.get(href)).status, `${role} ${href}`).toBe(200)
    }
  })

  it('show more to the head than to a partner, and nothing to those who have none', async () => {
    expect((await entries('partner')).links).toContain('/reglages/membres')
    expect((await entries('partner')).links).not.toContain('/reglages/reseau')
    expect((await entries('officer')).links).toContain('/reglages/reseau')
    expect((await entries('juror')).status).toBe(403)
    expect((await app.visitor().get('/reglages')).headers.get('location')).toContain('/connexion')
  })

  it('are the last line of the list by job', async () => {
    const officer = await app.signIn('officer')
    const { texts } = await read(await officer.get('/aujourdhui'))
    expect(texts('.side-nav a').at(-1)).toBe('Réglages')
  })
})
