import { competences, served } from '../../domain/competences.ts'
import type { AskedOffers } from '../../domain/offer.ts'

/** What the address of the list and of the API asks; what is unknown is told, and put aside. */
export function readAskedOffers(query: URLSearchParams) {
  const unknown: { parameter: string; value: string }[] = []
  const given = (name: string) => (query.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 200)
  const known = (parameter: string, isKnown: (value: string) => boolean) => {
    const value = given(parameter)
    if (value === '' || isKnown(value)) return value
    unknown.push({ parameter, value })
    return ''
  }
  const asked: AskedOffers = {
    q: given('q'),
    competence: known('competence', (value) => competences.some(({ code }) => code === value)),
    serves: known('pour', (value) => served.some(({ code }) => code === value)),
    territory: known('territoire', (value) => /^(departement:[\dAB]{2,3}|epci:\d{9})$/.test(value)),
  }
  return { asked, unknown }
}
