import { nationalServices } from '../../../places/index.ts'
import type { AskedCards } from '../../domain/card.ts'
import { skills } from '../../domain/skills.ts'

export interface ReadCards {
  asked: AskedCards
  /** What could not be understood: said on the page, and put aside. */
  unknown: readonly { parameter: string; value: string }[]
}

/** What the address of the list, of its file and of the API asks. */
export function readAsked(query: URLSearchParams): ReadCards {
  const unknown: { parameter: string; value: string }[] = []
  const known = (parameter: string, isKnown: (value: string) => boolean) => {
    const value = given(query, parameter)
    if (value === '' || isKnown(value)) return value
    unknown.push({ parameter, value })
    return ''
  }
  const asked = {
    q: given(query, 'q'),
    skill: known('competence', (value) => skills.some(({ code }) => code === value)),
    theme: known('theme', (value) => nationalServices.some(({ code }) => code === value)),
    territory: known('territoire', (value) => /^(departement:[\dAB]{2,3}|epci:\d{9})$/.test(value)),
    language: given(query, 'langue'),
    isMobile: known('intervient', (value) => value === 'oui') === 'oui',
  }
  return { asked, unknown }
}

function given(query: URLSearchParams, name: string): string {
  return (query.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 200)
}
