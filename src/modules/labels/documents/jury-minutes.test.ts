import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { JurorId } from '../domain/jury/juror.ts'
import { minutesData } from './jury-minutes.ts'

describe('the minutes of a jury (LAB-28, LAB-73, LAB-75)', () => {
  const named = (name: string) => name as JurorId
  const [chair, substitute, employee] = [named('president'), named('suppleante'), named('salariee')]
  const meeting = { id: 'seance', heldOn: day('2026-06-17'), present: [chair, substitute, employee] } as never
  const item = {
    id: 'dossier',
    deliberationId: 'seance',
    applicationId: 'candidature',
    holder: 'Commune d’essai',
    chairedBy: substitute,
    median: 4,
    proposedLevel: 4,
    level: 5,
    deviation: 'Un effort exemplaire.',
    reasons: [],
    vote: { for: 1, against: 0, abstentions: 0 },
    seats: [
      { jurorId: chair, seat: 'recused' },
      { jurorId: substitute, seat: 'present' },
      { jurorId: employee, seat: 'recused' },
    ],
  }
  const names = new Map<JurorId, string>([
    [chair, 'Ada Président'],
    [substitute, 'Bao Suppléante'],
    [employee, 'Cleo Salariée'],
  ])
  const minutes = (isHidden: boolean) =>
    JSON.stringify(
      minutesData({
        issuer: 'Réseau',
        campaign: 'Édition 2026',
        unit: 'arobase',
        meetings: [meeting],
        decided: [{ ...item, isHidden } as never],
        names,
        chair,
      }),
    )

  it('list presence, recusals, who chaired instead, the numbers, the deviation and the votes', () => {
    const told = minutes(false)
    for (const words of [
      'Bao Suppléante, en remplacement',
      'Ada Président, Cleo Salariée',
      '4 arobases',
      '5 arobases',
      'Un effort exemplaire.',
      '1 pour, 0 contre, 0 abstentions',
    ])
      expect(told).toContain(words)
  })

  it('say nothing of a file to who left it', () => {
    const told = minutes(true)
    expect(told).toContain('non communiquée à qui s’est déporté')
    expect(told).not.toContain('arobase')
    expect(told).not.toContain('exemplaire')
  })
})
