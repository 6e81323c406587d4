import { describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../tests/support.ts'

const app = useApp()

async function contactShown(settings: Partial<Record<'dpo_name' | 'dpo_email' | 'contact_email', string>>) {
  const { dpo_name = '', dpo_email = '', contact_email = '' } = settings
  await app.services.db
    .updateTable('identity.network')
    .set({ dpo_name, dpo_email, contact_email })
    .where('id', '=', app.networks.estuaire)
    .execute()
  return read(await app.visitor().get('/vie-privee'))
}

describe('whom the public page says to write to', () => {
  it('the data protection officer by name, or without one', async () => {
    const named = await contactShown({ dpo_name: 'Irène Castel', dpo_email: 'dpo@estuaire.example' })
    expect(named.text).toContain('Irène Castel veille à la protection des données pour Région Estuaire')
    expect(named.links.map(({ href }) => href)).toContain('mailto:dpo@estuaire.example')
    const unnamed = await contactShown({ dpo_email: 'dpo@estuaire.example' })
    expect(unnamed.text).toContain('Une personne veille à la protection des données')
  })

  it('else the network’s own address, else the form', async () => {
    const network = await contactShown({
      dpo_name: 'Irène Castel',
      contact_email: 'bonjour@estuaire.example',
    })
    expect(network.text).toContain('n’a pas encore indiqué qui veille')
    expect(network.links.map(({ href }) => href)).toContain('mailto:bonjour@estuaire.example')
    const nobody = await contactShown({})
    expect(nobody.text).toContain('n’a pas encore indiqué d’adresse')
    expect(nobody.links.some(({ href }) => href.startsWith('mailto:'))).toBe(false)
    expect(nobody.links.map(({ href }) => href)).toContain('/vie-privee/demande')
  })
})
