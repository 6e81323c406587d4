import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Box, formatBox, parseBox, territories } from './map-box.ts'
import { withRoom } from './map-captions.ts'
import { boxAround, boxOf, frameOf, place } from './map-frame.ts'
import { clip, drawOutline } from './map-outline.ts'

const mainland = territories[0].box

describe('the box of an address', () => {
  it('is written and read back', () => {
    expect(formatBox({ west: -5.6, south: 41, east: 9.123456789, north: 51.6 })).toBe('-5.6,41,9.12346,51.6')
    expect(parseBox('-5.6,41,9.9,51.6')).toEqual(mainland)
  })

  it.each([
    '',
    '1,2,3',
    '1,2,3,4,5',
    'a,b,c,d',
    '9,41,-5,51',
    '-5,51,9,41',
    '-190,0,0,1',
    '1e9,0,2,1',
    'NaN,0,1,1',
  ])('refuses « %s »', (text) => expect(parseBox(text)).toBeNull())
})

describe('the frame of a drawing', () => {
  it('shows the whole box', () => {
    const frame = frameOf(mainland, 600, 640)
    const [left, top] = place(frame, mainland.west, mainland.north)
    const [right, bottom] = place(frame, mainland.east, mainland.south)
    for (const edge of [left, top]) expect(edge).toBeGreaterThanOrEqual(-1e-6)
    expect(right).toBeLessThanOrEqual(600.001)
    expect(bottom).toBeLessThanOrEqual(640.001)
  })

  it('comes no closer than a street, even for a single point', () => {
    expect(frameOf({ west: 2, south: 48, east: 2, north: 48 }, 600, 640).zoom).toBe(17)
  })

  it('tells the box it shows, around the point asked', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 170, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.integer({ min: 7, max: 17 }),
        (longitude, latitude, zoom) => {
          const box = boxAround(longitude, latitude, zoom)
          expect(box.west).toBeLessThan(longitude)
          expect(box.east).toBeGreaterThan(longitude)
          const [x, y] = place({ ...frameOf(box, 600, 600) }, longitude, latitude)
          expect(x).toBeCloseTo(300, 0)
          expect(y).toBeCloseTo(300, 0)
        },
      ),
    )
  })

  it('gives back its own box', () => {
    const box = boxOf(frameOf(mainland, 600, 640))
    expect(box.west).toBeLessThanOrEqual(mainland.west + 1e-9)
    expect(box.north).toBeGreaterThanOrEqual(mainland.north - 1e-9)
  })
})

describe('the outline', () => {
  const square: Box = { west: 0, south: 0, east: 10, north: 10 }

  it('keeps what is inside and cuts what is not', () => {
    expect(clip([2, 2, 8, 2, 8, 8, 2, 8], square)).toHaveLength(8)
    expect(clip([20, 20, 30, 20, 30, 30], square)).toEqual([])
    const cut = clip([5, 5, 15, 5, 15, 6, 5, 6], square)
    expect(Math.max(...cut.filter((_, at) => at % 2 === 0))).toBe(10)
  })

  it('becomes one path of whole pixels, or nothing', () => {
    expect(drawOutline([[2, 2, 8, 2, 8, 8, 2, 8]], frameOf(square, 100, 100))).toMatch(
      /^M\d+ \d+(l-?\d+ -?\d+)+z$/,
    )
    expect(drawOutline([[100, 40, 110, 40, 110, 50]], frameOf(square, 100, 100))).toBe('')
  })
})

describe('the words under the circles of a drawn map (DIR-71)', () => {
  const circle = (x: number, text: string) => ({ x, y: 100, radius: 12, text })

  it.each([
    ['far apart', [circle(100, 'Calvados'), circle(300, 'Eure')], 1, [0, 1]],
    ['too close: the first is served', [circle(100, 'Calvados'), circle(120, 'Eure')], 1, [0]],
    ['room at full size', [circle(100, 'Calvados'), circle(145, 'Eure')], 1, [0, 1]],
    ['no room once written larger', [circle(100, 'Calvados'), circle(145, 'Eure')], 1.8, [0]],
  ])('%s', (_, circles, scale, served) => {
    expect([...withRoom(circles, scale)]).toEqual(served)
  })
})
