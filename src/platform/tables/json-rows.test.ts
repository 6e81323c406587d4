import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileSource } from './file-source.ts'
import { isJsonLines, type JsonShape, jsonLists, readJsonRows, UnreadableJson } from './json-rows.ts'

/** The text in pieces of so many bytes, as a disk might give it. */
function source(text: string, piece = 7): FileSource {
  const bytes = new TextEncoder().encode(text)
  return {
    async *open() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
    },
  }
}

async function rows(text: string, piece?: number, shape?: JsonShape): Promise<Record<string, string>[]> {
  const found: Record<string, string>[] = []
  for await (const { cells } of readJsonRows(source(text, piece), shape))
    found.push(Object.fromEntries(cells))
  return found
}

describe('a JSON list as a table', () => {
  it.each([
    ['a list', '[{"nom":"É"},{"nom":"B"}]'],
    ['a list that an object holds', '{"meta":{"total":2},"features":[{"nom":"É"},{"nom":"B"}],"fin":[1]}'],
    ['with what is no object', '[1,{"nom":"É"},"x",null,{"nom":"B"}]'],
  ])('%s', async (_, text) => expect(await rows(text)).toEqual([{ nom: 'É' }, { nom: 'B' }]))

  it('texts may hold brackets, quotes and the end of a piece', async () => {
    const text = JSON.stringify([{ nom: 'a "[{}]" \\ b', detail: '}]{' }])
    for (const piece of [1, 2, 3, 64])
      expect(await rows(text, piece)).toEqual([{ nom: 'a "[{}]" \\ b', detail: '}]{' }])
  })

  it('objects are told by their path, lists by |, an empty value is empty', async () => {
    expect(await rows('[{"adresse":{"cp":50999},"services":["a","b"],"x":null,"v":true}]')).toEqual([
      { 'adresse.cp': '50999', services: 'a|b', x: '', v: 'true' },
    ])
  })

  it('a feature of GeoJSON has a latitude and a longitude', async () => {
    const text =
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"A"},"geometry":{"type":"Point","coordinates":[-1.5,49.1]}}]}'
    expect(await rows(text)).toEqual([{ nom: 'A', longitude: '-1.5', latitude: '49.1' }])
  })

  it('the names of all the fields are found, in their order', async () => {
    const lists = await jsonLists(source('[{"a":1},{"b":2,"a":3},{"c":null}]'))
    expect(lists.get(0)).toEqual({ header: ['a', 'b', 'c'], rows: 3, path: '' })
  })

  it('several lists: each is told apart, and read alone (DIR-28)', async () => {
    const text = '{"total":1,"facets":[{"name":"x"}],"bbox":[1,2],"results":[{"nom":"É","l":[{"a":1}]}]}'
    expect([...(await jsonLists(source(text)))]).toEqual([
      [0, { header: ['name'], rows: 1, path: 'facets' }],
      [2, { header: ['nom', 'l'], rows: 1, path: 'results' }],
    ])
    expect(await rows(text, 5, 2)).toEqual([{ nom: 'É', l: '[{"a":1}]' }])
  })

  it('each list is named by the keys that lead to it, wherever the text is cut (DIR-28)', async () => {
    const text =
      '{"a":"[{","r\\u00e9ponse":{"x":["b",[1]],"lieux":[{"nom":"É","z":[{"a":1}]}]},"y":{"lieux":[{"nom":"B"}]}}'
    for (const piece of [1, 3, 7, 500]) {
      const paths = [...(await jsonLists(source(text, piece))).values()].map(({ path }) => path)
      expect(paths).toEqual(['réponse.lieux', 'y.lieux'])
    }
  })

  it('an object a line, or an object per key, is a list too (DIR-28)', async () => {
    const lines = '{"nom":"É","l":[{"a":1}]}\n{"nom":"B"}\n'
    expect([isJsonLines(lines), isJsonLines('{"nom":"É"}'), isJsonLines('{\n"nom":"É"}')]).toEqual([
      true,
      false,
      false,
    ])
    expect(await rows(lines, 3, 'lines')).toEqual([{ nom: 'É', l: '[{"a":1}]' }, { nom: 'B' }])
    expect(await rows('{"12":{"nom":"É"},"13":{"nom":"B"}}', 3, 'values')).toEqual([
      { nom: 'É' },
      { nom: 'B' },
    ])
  })

  it.each([
    [
      'an open data portal',
      '[{"recordid":"1","fields":{"nom":"A"},"geometry":{"type":"Point","coordinates":[-1.5,49.1]}}]',
    ],
    [
      'a shared table',
      '{"records":[{"recordid":"1","fields":{"nom":"A","latitude":49.1,"longitude":-1.5}}]}',
    ],
  ])('%s wraps the fields: they keep their names, and the rest is kept (DIR-28)', async (_, text) => {
    expect((await rows(text))[0]).toMatchObject({
      nom: 'A',
      recordid: '1',
      latitude: '49.1',
      longitude: '-1.5',
    })
  })

  it('a point within has a latitude and a longitude, a building its middle (DIR-28)', async () => {
    const text =
      '[{"location":{"type":"Point","coordinates":[-1.5,49.1]},"geometry":{"type":"Polygon","coordinates":[[[-1,49],[-1,49.2],[-1.2,49.2],[-1,49]]]}}]'
    expect(await rows(text)).toEqual([
      { 'location.longitude': '-1.5', 'location.latitude': '49.1', longitude: '-1.1', latitude: '49.1' },
    ])
  })

  it.each([
    '[{"nom":"A"},{"nom":',
    '[{"nom":A}]',
    '[{"nom":"A",}]',
    `[{"a":${'{"a":'.repeat(8)}1${'}'.repeat(9)}]`,
  ])('a broken text is told so: %s', async (text) => expect(rows(text)).rejects.toThrow(UnreadableJson))

  it('gives back any list of objects, however it is cut', async () => {
    const values = fc.array(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(values, fc.integer({ min: 1, max: 40 }), async (list, piece) => {
        const plain = list.map((one) =>
          Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'type' && name !== '__proto__')),
        )
        const clean = (text: string) => text.replaceAll('\0', '')
        const expected = plain.map((one) =>
          Object.fromEntries(Object.entries(one).map(([n, v]) => [clean(n), clean(v)])),
        )
        expect(await rows(JSON.stringify(plain), piece)).toEqual(expected)
      }),
    )
  })
})
