import { describe, expect, it } from 'vitest'
import { indexCommunes } from '../communes.ts'
import { readMembers } from './members.ts'

const present = (code: string, nom: string, anciensCodes: string[] = []) => ({
  ...{ code, nom, anciensCodes, type: 'commune-actuelle' },
})
const communes = indexCommunes([
  present('50147', 'Coutances'),
  present('50129', 'Cherbourg-en-Cotentin', ['50203']),
  present('50550', 'Saint-Sauveur'),
  present('05159', 'Saint-Sauveur'),
])
const epcis = [
  { code: '200067023', name: 'CC Coutances mer et bocage' },
  { code: '200042604', name: 'Coutances' },
]
const read = (text: string) => readMembers(text, communes, epcis)
const nothing = { communes: [], epcis: [], unknown: [], ambiguous: [] }

describe('the lines of a territory (DIR-63)', () => {
  it.each([
    ['', nothing],
    ['50147', { ...nothing, communes: ['50147'] }],
    ['Coutances (50147)\n\n  50147 ', { ...nothing, communes: ['50147'] }],
    ['Un autre nom (50147)', { ...nothing, communes: ['50147'] }],
    ['cherbourg en cotentin', { ...nothing, communes: ['50129'] }],
    ['50203', { ...nothing, communes: ['50129'] }],
    ['cc Coutances, Mer et Bocage', { ...nothing, epcis: ['200067023'] }],
    ['200067023; 50147', { ...nothing, epcis: ['200067023'], communes: ['50147'] }],
    ['Saint-Sauveur', { ...nothing, ambiguous: ['Saint-Sauveur'] }],
    ['Coutances', { ...nothing, ambiguous: ['Coutances'] }],
    ['Saint-Sauveur (05159)', { ...nothing, communes: ['05159'] }],
    ['Atlantide\n99999\n999999999', { ...nothing, unknown: ['Atlantide', '99999', '999999999'] }],
  ])('« %s »', (text, expected) => expect(read(text)).toEqual(expected))
})
