import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../../../kernel/day.ts'
import type { CoursePart } from '../../domain/proof/course.ts'
import { partSentence } from './proof-wording.ts'

const part = (status: CoursePart['status'], from: string, until: string | null): CoursePart => ({
  status,
  level: null,
  from: day(from),
  until: until as Day | null,
})

describe('the story of a label, said on a day (LAB-34, LAB-38)', () => {
  const today = day('2026-06-17')
  it.each([
    [part('active', '2026-03-19', '2029-03-19'), 'Label porté depuis le 19 mars 2026.'],
    [part('active', '2026-03-19', null), 'Label porté depuis le 19 mars 2026.'],
    [part('active', '2023-03-19', '2026-03-19'), 'Label porté du 19 mars 2023 au 18 mars 2026.'],
    [part('active', '2026-07-01', null), 'Label porté à partir du 1er juillet 2026.'],
    [part('ended', '2029-03-19', null), 'Label valable jusqu’au 18 mars 2029.'],
    [part('ended', '2026-03-19', null), 'Label arrivé à son terme le 18 mars 2026.'],
    [part('withdrawn', '2026-07-01', null), 'Le label sera retiré le 1er juillet 2026.'],
    [part('withdrawn', '2026-06-17', null), 'Label retiré le 17 juin 2026.'],
    [part('suspended', '2026-06-01', null), 'Label suspendu depuis le 1er juin 2026.'],
  ])('%j', (one, sentence) => expect(partSentence(one, today).replace(/\u00a0/g, ' ')).toBe(sentence))
})
