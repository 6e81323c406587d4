import { describe, expect, it } from 'vitest'
import { type StandardRow, standardColumns } from './standard-columns.ts'
import { withLabels } from './standard-labels.ts'

const blank = Object.fromEntries(standardColumns.map((column) => [column, ''])) as StandardRow
const row = (labels: Partial<StandardRow>): StandardRow => ({ ...blank, ...labels })
const epn = { name: 'EPN Normandie', standardLabel: null }
const arnia = { name: 'Réseau Arnia', standardLabel: 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)' }

describe('labels in the national standard (LAB-42, LAB-87)', () => {
  it('go to the other labels, several separated by a bar, no name holding one', () => {
    const out = withLabels(blank, [epn, { name: 'Lieu | ouvert', standardLabel: null }], [epn])
    expect(out.autres_formations_labels).toBe('EPN Normandie|Lieu ouvert')
    expect(out.formations_labels).toBe('')
  })

  it('go to the listed ones when the scheme stands for one of them, character for character', () => {
    expect(withLabels(blank, [arnia], [arnia])).toMatchObject({
      formations_labels: 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
      autres_formations_labels: '',
    })
    const nearly = { ...arnia, standardLabel: 'Arnia/Mednum BFC' }
    expect(withLabels(blank, [nearly], [nearly])).toMatchObject({
      formations_labels: '',
      autres_formations_labels: 'Réseau Arnia',
    })
  })

  it('never send on what a source declares of the network’s own labels', () => {
    const declared = row({
      autres_formations_labels: 'epn normandie|Fabrique de territoire',
      formations_labels: 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)|Relais numérique',
    })
    expect(withLabels(declared, [], [epn, arnia])).toMatchObject({
      autres_formations_labels: 'Fabrique de territoire',
      formations_labels: 'Relais numérique',
    })
    expect(withLabels(declared, [epn], [epn, arnia]).autres_formations_labels).toBe(
      'EPN Normandie|Fabrique de territoire',
    )
  })
})
