import { describe, expect, it } from 'vitest'
import { standardColumns } from '../standard/standard-columns.ts'
import { isStandard } from './detect-file.ts'

describe('is it the standard? (DIR-15, DIR-28)', () => {
  it.each([
    ['its 32 columns', [...standardColumns], true],
    ['a few of them', ['id', 'nom', 'commune', 'code_postal', 'adresse'], true],
    ['with a column of its own', ['id', 'nom', 'commune', 'code_postal', 'adresse', 'note interne'], true],
    ['without a commune', ['id', 'nom', 'code_postal', 'adresse'], false],
    ['before 1.0', ['id', 'nom', 'commune', 'code_postal', 'adresse', 'services', 'labels_nationaux'], false],
    ['with a fault of before', ['nom', 'commune', 'code_postal', 'adresse', 'conditions_access'], false],
    ['data.inclusion', ['id', 'nom', 'commune', 'code_postal', 'adresse', 'courriel', 'thematiques'], false],
  ])('%s', (_case, header, expected) => expect(isStandard(header)).toBe(expected))
})
