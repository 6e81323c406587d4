/**
 * Does `file` begin with every byte of `approved`, and carry one more signature behind them? A PDF that is signed
 * grows at its end: one that was printed, merged or rewritten on the way is another document.
 */
export function signsAfter(approved: Uint8Array, file: Uint8Array): 'signed' | 'unsigned' | 'other' {
  const start = Buffer.from(file.buffer, file.byteOffset, Math.min(approved.length, file.length))
  if (!start.equals(approved)) return 'other'
  const added = Buffer.from(file.buffer, file.byteOffset + approved.length, file.length - approved.length)
  return added.includes('/ByteRange') && added.includes('/Contents') ? 'signed' : 'unsigned'
}
