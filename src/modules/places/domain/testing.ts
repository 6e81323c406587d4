import { day } from '../../../kernel/day.ts'
import { type CommuneEntry, indexCommunes } from './communes.ts'
import { Findings } from './imports/finding.ts'
import { type StandardRow, standardColumns } from './standard/standard-columns.ts'
import type { Reference } from './standard/validate-row.ts'

/** A row of the standard with nothing but what the test is about. */
export function aRow(cells: Partial<StandardRow> = {}): StandardRow {
  const empty = Object.fromEntries(standardColumns.map((column) => [column, ''])) as StandardRow
  return { ...empty, ...cells }
}

/** A row without any fault. */
export function aGoodRow(cells: Partial<StandardRow> = {}): StandardRow {
  return aRow({
    id: 'gap-1',
    pivot: '00000000000000',
    nom: 'Médiathèque de Gap',
    commune: 'Gap',
    code_postal: '05000',
    code_insee: '05061',
    adresse: '1 rue du Centre',
    date_maj: '2026-01-15',
    ...cells,
  })
}

/** What a check gives, with the codes of what it says. */
export function checked<T>(check: (findings: Findings) => T) {
  const findings = new Findings()
  const value = check(findings)
  return {
    value,
    codes: findings.list.map((finding) => finding.code),
    proposals: findings.list.map((finding) => finding.proposal),
  }
}

const present = (code: string, nom: string, ...codesPostaux: string[]): CommuneEntry => ({
  code,
  nom,
  type: 'commune-actuelle',
  codesPostaux,
})

/** A few real communes of each difficult kind. */
export const communes = indexCommunes([
  present('05061', 'Gap', '05000'),
  present('01004', 'Ambérieu-en-Bugey', '01500'),
  present('50502', 'Saint-Lô', '50000'),
  present('13055', 'Marseille', '13001', '13011'),
  { code: '13211', nom: 'Marseille 11e Arrondissement', type: 'arrondissement-municipal', commune: '13055' },
  present('75056', 'Paris', '75001', '75018'),
  { code: '75118', nom: 'Paris 18e Arrondissement', type: 'arrondissement-municipal', commune: '75056' },
  present('28085', 'Chartres', '28000'),
  present('2A004', 'Ajaccio', '20000', '20090'),
  present('2B033', 'Bastia', '20200', '20600'),
  { ...present('50129', 'Cherbourg-en-Cotentin', '50100', '50120'), anciensCodes: ['50383'] },
  { code: '50173', nom: 'Équeurdreville-Hainneville', type: 'commune-deleguee', chefLieu: '50129' },
  present('62041', 'Arras', '62000'),
  present('63144', 'Égliseneuve-près-Billom', '63160'),
  present('97411', 'Saint-Denis', '97400'),
])

export const reference: Reference = { communes, today: day('2026-06-17') }
