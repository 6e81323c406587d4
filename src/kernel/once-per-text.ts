/** What is longer hardly ever comes twice. */
const LONGEST_KEPT = 500

/**
 * `work` done once per distinct text: a file repeats its towns, its days and its lists from row to row. At most `most` answers
 * are kept, then all are forgotten together, so memory does not grow with the file. Answers are shared: nobody changes one.
 */
export function oncePerText<Answer extends object | string | null>(
  work: (text: string) => Answer,
  most = 2000,
): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const kept = known.get(text)
    if (kept !== undefined) return kept
    const answer = work(text)
    if (text.length > LONGEST_KEPT) return answer
    if (known.size >= most) known.clear()
    known.set(text, answer)
    return answer
  }
}
