import { describe, expect, it } from 'vitest'
import { aRow, checked } from '../testing.ts'
import { checkMails, checkUrl, checkWebsites } from './mail-and-web.ts'
import { checkPhone } from './phone.ts'

const mails = (courriels: string) => checked((findings) => checkMails(aRow({ courriels }), findings))
const sites = (site_web: string) => checked((findings) => checkWebsites(aRow({ site_web }), findings))

describe('mails (DIR-23)', () => {
  it('takes several, each once', () => {
    expect(mails('contact@lieu.fr|accueil@lieu.fr')).toMatchObject({
      value: ['contact@lieu.fr', 'accueil@lieu.fr'],
      codes: [],
    })
    expect(mails('contact@lieu.fr - contact@LIEU.fr')).toMatchObject({
      value: ['contact@lieu.fr'],
      codes: ['mail-rewritten'],
    })
  })

  it.each(['mailto:contact@lieu.fr', 'contact[at]lieu.fr', ' contact@LIEU.FR '])('cleans « %s »', (typed) => {
    expect(mails(typed).value).toEqual(['contact@lieu.fr'])
  })

  it.each(['mfs@ville-louvres', 'maison des services@ville.fr', 'contact'])('leaves « %s » out', (typed) => {
    expect(mails(typed)).toMatchObject({ value: [], codes: ['mail-false'] })
  })

  it.each([
    ['contact@lieu.fr / 01 99 00 00 00', ['contact@lieu.fr'], '+33199000000'],
    ['01 99 00 00 00', [], '+33199000000'],
    ['contact@lieu.fr', ['contact@lieu.fr'], null],
  ])('reads « %s » in a cell for both mail and telephone without a warning', (cell, written, phone) => {
    const row = aRow({ courriels: cell, telephone: cell })
    const read = checked((findings) => [checkMails(row, findings), checkPhone(row, findings)])
    expect(read.value).toEqual([written, phone])
    expect(read.codes.filter((code) => !code.endsWith('-rewritten'))).toEqual([])
  })

  it('remarks an address that looks personal, not that of a desk', () => {
    expect(mails('camille.martin@ville.fr').codes).toEqual(['mail-personal'])
    expect(mails('lieu@gmail.com').codes).toEqual(['mail-personal'])
    expect(mails('france.services@ville.fr').codes).toEqual([])
  })
})

describe('sites (DIR-23)', () => {
  it('completes what is clearly an address', () => {
    expect(sites('www.lieu.fr')).toMatchObject({ value: ['https://www.lieu.fr'], codes: ['url-completed'] })
    expect(sites('https://a.fr|http://b.fr/x')).toMatchObject({
      value: ['https://a.fr', 'http://b.fr/x'],
      codes: [],
    })
  })

  it.each([
    'javascript:alert(1)',
    'ftp://lieu.fr',
    'https://user:pass@lieu.fr',
    'https://localhost',
    'data:text/html,x',
  ])('never keeps « %s »', (typed) => {
    expect(sites(typed).value).toEqual([])
  })

  it('says that a mail is not a site', () => {
    expect(sites('mairie@ville.fr').codes).toEqual(['url-is-a-mail'])
  })

  it('reads the single addresses the same way', () => {
    const row = aRow({ prise_rdv: 'rdv.lieu.fr/x' })
    expect(checked((findings) => checkUrl(row, 'prise_rdv', findings)).value).toBe('https://rdv.lieu.fr/x')
  })
})
