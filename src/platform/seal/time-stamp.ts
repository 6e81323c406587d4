/** What an RFC 3161 authority says of a SHA-256 digest: its token, in DER. Throws when it does not answer. */
export async function stampDigest(url: string, digest: Uint8Array): Promise<Buffer> {
  const { HttpTimestampAuthority } = await import('@libpdf/core')
  const authority = new HttpTimestampAuthority(url, { timeout: 20_000 })
  const token = Buffer.from(await authority.timestamp(digest, 'SHA-256'))
  if (!isStampOf(token, digest)) throw new Error('the time-stamping authority stamped something else')
  return token
}

/** The token speaks of this digest. Whether its own signature holds is told by `openssl ts -verify`. */
export function isStampOf(token: Buffer, digest: Uint8Array): boolean {
  // An OCTET STRING of 32 bytes, as the message imprint writes it.
  return token.includes(Buffer.concat([Buffer.from([0x04, 0x20]), digest]))
}
