import { describe, expect, it } from 'vitest'
import { type PasswordFault, passwordFault } from './password-rules.ts'

const OWN = ['Odile', 'Le Goff', 'odile.legoff@example.fr', 'Estuaire connecté']

describe('a password is refused for what makes it easy to guess', () => {
  it.each<[string, PasswordFault]>([
    ['Court-1!', 'too-short'],
    ['onze signes', 'too-short'],
    ['a'.repeat(200), 'too-long'],
    ['aaaaaaaaaaaa', 'repeated'],
    ['abababababab', 'repeated'],
    ['123412341234', 'repeated'],
    ['123456789012', 'repeated'],
    ['azertyuiop12', 'repeated'],
    [' azertyuiop12  ', 'repeated'],
    ['    court     ', 'too-short'],
    ['AzertyQsdfgh', 'repeated'],
    ['poiuytreza99', 'repeated'],
    ['abcdefghijkl', 'repeated'],
    ['motdepasse12', 'common'],
    ['Motdepasse2026!', 'common'],
    ['m0td3p@sse2026', 'common'],
    ['P@ssw0rd2026!', 'common'],
    ['jetaimejetaime1', 'common'],
    ['iloveyou12345', 'common'],
    ['soleil-soleil', 'common'],
    ['Normandie2026', 'common'],
    ['chocolat14071789', 'common'],
    ['bonjourmonde1', 'common'],
    ['changezmoi2026', 'common'],
    ['Odile.legoff2026', 'personal'],
    ['estuaireconnecte', 'personal'],
    ['odile14071989!', 'personal'],
  ])('%s is %s', (password, fault) => {
    expect(passwordFault(password, OWN)).toBe(fault)
  })

  it.each([
    'un vélo rangé sous la pluie',
    'quatre pommes vertes au marché',
    'cheval lampe virgule douzaine',
    'x9$Qm2!rT7vLzz',
    'tournevis bancal 12',
    'ÉÀÇ être là où ça vit',
  ])('%s is fine', (password) => {
    expect(passwordFault(password, OWN)).toBeNull()
  })

  it('counts what it says: twelve signs are enough, a hundred and twenty-eight are not too many', () => {
    expect(passwordFault('vkq prunelle', [])).toBeNull()
    expect(passwordFault('vkq prunelle'.padEnd(128, ' zanzibar fugue'), [])).toBeNull()
  })
})
