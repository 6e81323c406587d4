import { describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../../tests/support.ts'
import { ROLES } from '../../../../platform/session/actor.ts'
import { roleNames } from '../../domain/members/roles.ts'
import { somebody } from '../../testing-members.ts'

describe('the people of a demonstration', () => {
  const app = useApp()

  it('stand under the side they serve, each with the name of their role', async () => {
    for (const role of ROLES) await somebody(app, role)
    const { texts, document } = await read(await app.visitor().get('/connexion'))
    expect(texts('caption')).toEqual(['Tête de réseau', 'Partenaires', 'Autres'])
    const buttons = texts('button').filter((text) => text.startsWith('Entrer comme'))
    expect(buttons).toHaveLength(ROLES.length)
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent)
    for (const role of ROLES) expect(rows.filter((row) => row.includes(roleNames[role]))).toHaveLength(1)
  })
})
