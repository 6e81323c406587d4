import type { ExpectedClause } from '../../templates/comparison.ts'

/** How the clauses one expects are called, when they are missing. */
export const expectedClauses: Readonly<Record<ExpectedClause, string>> = {
  termination: 'clause de résiliation',
  denunciation: 'clause de dénonciation',
  'data-protection': 'clause de protection des données',
  dispute: 'clause de litiges',
  committee: 'comité',
  renewal: 'modalités de reconduction',
}
