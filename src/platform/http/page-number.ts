/** Further than any list goes, and within what the database can skip. */
const LAST_PAGE = 100_000

/** The page a list is asked for (`?page=3`): 1 for whatever is no page. */
export function pageNumber(text: string | undefined): number {
  const number = /^\d{1,6}$/.test(text ?? '') ? Number(text) : 1
  return Math.min(Math.max(number, 1), LAST_PAGE)
}
