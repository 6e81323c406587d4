import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { aGoodRow, aRow, checked, reference } from '../testing.ts'
import { checkPresentation } from '../text.ts'
import { standardColumns } from './standard-columns.ts'
import { checkUpdateDay } from './update-day.ts'
import { validateRow } from './validate-row.ts'

const codesOf = (cells: Parameters<typeof aGoodRow>[0]) =>
  validateRow(aGoodRow(cells), reference).findings.map((finding) => finding.code)

describe('a row (DIR-17)', () => {
  it('says nothing of a good one', () => {
    expect(validateRow(aGoodRow(), reference)).toMatchObject({ findings: [], refused: false })
  })

  it('finds five faults at once, each with its column, its value and what is proposed', () => {
    const faulty = aGoodRow({
      pivot: '36750100000000',
      code_postal: '5000',
      telephone: '04 92 00 00 00',
      latitude: '6.08',
      longitude: '44.56',
      services: 'Jardinage',
    })
    const found = validateRow(faulty, reference).findings.map(({ column, value, code, proposal }) => [
      column,
      value,
      code,
      proposal,
    ])
    expect(found).toEqual([
      ['code_postal', '5000', 'postal-code-zero-lost', '05000'],
      ['pivot', '36750100000000', 'siret-rounded', null],
      ['latitude', '6.08 44.56', 'coordinates-swapped', '44.56 6.08'],
      ['telephone', '04 92 00 00 00', 'phone-rewritten', '+33492000000'],
      ['services', 'Jardinage', 'value-unknown', null],
    ])
  })

  it('reads the figures that a spreadsheet wrote with a decimal (DIR-18, DIR-19, DIR-22)', () => {
    const figures = aGoodRow({ code_postal: '5000.0', telephone: '492000000.0', pivot: '36750100000000.0' })
    const { fields, findings } = validateRow(figures, reference)
    expect(fields).toMatchObject({ postalCode: '05000', phone: '+33492000000', pivot: null })
    expect(findings.map(({ code }) => code)).toEqual([
      'postal-code-zero-lost',
      'siret-rounded',
      'phone-rewritten',
    ])
  })

  it('refuses a total, even with a figure where the commune should be (DIR-17)', () => {
    const total = validateRow(aRow({ nom: 'TOTAL', commune: '12' }), reference)
    expect(total.refused).toBe(true)
    expect(total.findings.map(({ code }) => code)).toContain('not-a-place')
    expect(validateRow(aRow({ nom: '3', commune: '12' }), reference).refused).toBe(true)
  })

  it('refuses what has no name, or is nowhere', () => {
    expect(validateRow(aRow({ commune: 'Gap' }), reference).refused).toBe(true)
    expect(validateRow(aRow({ nom: 'Bus' }), reference).refused).toBe(true)
    expect(validateRow(aRow({ nom: 'Bus', latitude: '44.56', longitude: '6.08' }), reference).refused).toBe(
      false,
    )
  })

  it('keeps hours as they are written', () => {
    expect(
      validateRow(aGoodRow({ horaires: 'Lundi au vendredi 9h-18h' }), reference).fields.openingHours,
    ).toBe('Lundi au vendredi 9h-18h')
  })

  it('never throws, whatever the cells hold (DIR-27)', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.constantFrom(
        '0null',
        '1E+400',
        '°',
        '|;|',
        '<b',
        '&#xd800;',
        '=cmd()',
        '2024-13-45',
        '99999',
        'Cedex',
        '+33',
        '@',
        '\u0000',
        '\ud800',
      ),
    )
    const row = fc.record(Object.fromEntries(standardColumns.map((column) => [column, cell])))
    fc.assert(
      fc.property(row, (cells) => {
        const { fields, findings } = validateRow(aRow(cells), reference)
        expect(fields.latitude === null).toBe(fields.longitude === null)
        expect(fields.summary?.length ?? 0).toBeLessThanOrEqual(280)
        for (const { message } of findings) expect(message).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it('never throws on a good row spoilt in one place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...standardColumns), fc.string({ unit: 'grapheme' }), (column, text) => {
        expect(validateRow(aGoodRow({ [column]: text }), reference).findings.length).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('lists (DIR-12 to DIR-15)', () => {
  const services = (text: string) => validateRow(aGoodRow({ services: text }), reference).fields.services

  it('compares each value whole', () => {
    expect(services('Aide aux démarches administratives|Loisirs et créations numériques')).toEqual([
      'administrative-procedures',
      'leisure-and-creation',
    ])
    expect(codesOf({ frais_a_charge: 'n’importe quoi|Gratuit' })).toEqual(['value-unknown'])
    expect(codesOf({ formations_labels: 'ORDI 3x0' })).toEqual(['value-unknown'])
  })

  it('puts case, accents, apostrophes and dashes aside, and reports the rewriting', () => {
    expect(services('AIDE AUX DEMARCHES ADMINISTRATIVES')).toEqual(['administrative-procedures'])
    expect(codesOf({ modalites_acces: 'Ce lieu n’accueille pas de public' })).toEqual(['list-rewritten'])
    expect(codesOf({ formations_labels: 'Étapes numériques (La Poste)' })).toEqual(['list-rewritten'])
  })

  it.each([';', ' / ', '\n', ','])('parts values written with « %s »', (separator) => {
    expect(
      services(['Aide aux démarches administratives', 'Loisirs et créations numériques'].join(separator)),
    ).toHaveLength(2)
  })

  it('reports a repetition', () => {
    expect(codesOf({ publics_specifiquement_adresses: 'Jeunes|Jeunes' })).toEqual(['list-rewritten'])
  })
})

describe('dates (DIR-24)', () => {
  const read = (date_maj: string) =>
    checked((findings) => checkUpdateDay(aRow({ date_maj }), day('2026-06-17'), findings))

  it.each([
    ['2026-01-15', '2026-01-15', []],
    ['15/01/2026', '2026-01-15', ['date-rewritten']],
    ['2026-01-15T10:00:00Z', '2026-01-15', ['date-rewritten']],
    ['46037', '2026-01-15', ['date-rewritten']],
    ['1er février 2026', '2026-02-01', ['date-rewritten']],
    ['January 15, 2026 10:11 AM', '2026-01-15', ['date-rewritten']],
    ['31 février 2026', null, ['date-unreadable']],
    ['15 nivôse 2026', null, ['date-unreadable']],
    ['1970-01-01', null, ['date-default']],
    ['2027-01-01', null, ['date-to-come']],
    ['13/25/2026', null, ['date-unreadable']],
    ['', null, []],
  ])('reads « %s »', (typed, value, codes) => {
    expect(read(typed)).toMatchObject({ value, codes })
  })
})

describe('texts (DIR-26)', () => {
  it('keeps the text of HTML, with its paragraphs', () => {
    const { fields } = validateRow(
      aGoodRow({ presentation_detail: '<p>Un</p><p>Deux &amp; trois</p><script>x()</script>' }),
      reference,
    )
    expect(fields.detail).toBe('Un\nDeux & trois')
  })

  it('proposes the accents of a text read in the wrong encoding', () => {
    const { findings } = validateRow(aGoodRow({ nom: 'MÃ©diathÃ¨que' }), reference)
    expect(findings[0]).toMatchObject({ code: 'accents-garbled', proposal: 'Médiathèque' })
  })

  it('moves a long summary to the detail, and cuts it at a sentence', () => {
    const long = `${'Une phrase assez courte. '.repeat(20)}Fin.`
    const { value, codes } = checked((findings) =>
      checkPresentation(aRow({ presentation_resume: long }), findings),
    )
    expect(codes).toEqual(['summary-too-long'])
    expect(value.summary).toMatch(/courte\.$/)
    expect(value.summary?.length).toBeLessThanOrEqual(280)
    expect(value.detail).toBe(long)
  })

  it('removes what is not seen', () => {
    expect(
      validateRow(aGoodRow({ nom: '\ufeffMédia\u200bthèque\u00a0de Gap ' }), reference).fields.name,
    ).toBe('Médiathèque de Gap')
  })

  it.each(['x', '<', '<script', '&', 'a@', 'a.', '1°1', '. '])(
    'reads only the beginning of a million « %s »',
    (piece) => {
      const monstrous = piece.repeat(1_000_000 / piece.length)
      const row = aGoodRow({
        nom: monstrous,
        courriels: monstrous,
        latitude: monstrous,
        presentation_resume: monstrous,
      })
      const { fields, findings } = validateRow(row, reference)
      expect(fields.name.length).toBeLessThanOrEqual(300)
      expect(findings.filter((finding) => finding.code === 'cell-too-long')).toHaveLength(4)
    },
  )
})
