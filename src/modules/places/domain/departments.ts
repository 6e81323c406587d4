/** Where something stands, as addresses say it. */
export interface Address {
  readonly inseeCode: string | null
  readonly postalCode: string | null
}

/**
 * The number of a département (`50`, `2A`, `974`): from the commune's code when it is known, else from the postal code, which
 * cuts Corsica otherwise. Null: neither says it.
 */
export function departmentNumber({ inseeCode, postalCode }: Address): string | null {
  const code = inseeCode ?? corsican(postalCode ?? '')
  if (!/^\d[\dAB]\d{3}$/.test(code)) return null
  return /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2)
}

/** 200 and 201 are in Corse-du-Sud, 202 and 206 in Haute-Corse. */
function corsican(postalCode: string): string {
  if (!postalCode.startsWith('20')) return postalCode
  return `2${/^20[01]/.test(postalCode) ? 'A' : 'B'}${postalCode.slice(2)}`
}
