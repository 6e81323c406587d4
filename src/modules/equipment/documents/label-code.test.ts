import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readCode } from '../client/scan/read-code.ts'
import { codeSvg } from './label-code.ts'

const ADDRESS = 'https://estuaire.example.fr/m/Zk3vV0rW9n1eQm2LxT8yBw'

/** A label as a camera sees it: so many pixels wide, on a grey table, turned, and compressed. */
async function seen({ side, turned = 0, quality = 90 }: { side: number; turned?: number; quality?: number }) {
  const label = await sharp(Buffer.from(codeSvg(ADDRESS)))
    .resize(side)
    .rotate(turned, { background: '#8a8a86' })
    .png()
    .toBuffer()
  const jpeg = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#8a8a86' } })
    .composite([{ input: label, left: 90, top: 60 }])
    .jpeg({ quality })
    .toBuffer()
  const { data, info } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) }
}

describe('a label read by a browser that has no detector of its own (EQP-1302)', () => {
  it.each([
    ['straight, and near', { side: 420 }],
    ['far away', { side: 150 }],
    ['upside down', { side: 300, turned: 180 }],
    ['held aslant', { side: 300, turned: 17 }],
    ['badly compressed', { side: 300, turned: -8, quality: 35 }],
  ] as const)('%s', async (_how, label) => {
    expect(readCode(await seen(label))).toBe(ADDRESS)
  })

  it('reads nothing where there is none', () => {
    const empty = { width: 400, height: 300, data: new Uint8ClampedArray(400 * 300 * 4).fill(200) }
    expect(readCode(empty)).toBeNull()
  })
})
