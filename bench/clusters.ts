import { gzipSync } from 'node:zlib'
import { p95, report, withNational } from './national.ts'

// STK-66, DIR-67, DIR-92: the marks of a view, through HTTP, from the whole country down to a street. The index is built by
// the first view after a change, in a process that has already shown a page: it knows the communes of France.

const VIEWS = 300
const START = { latitude: 46.5, longitude: 2.5 }

await withNational(async ({ url }) => {
  await (await fetch(`${url}/lieux`)).text()
  const start = performance.now()
  await (await fetch(view(url, 0))).text()
  report('directory.map.index.100k', performance.now() - start, 'ms, first view')
  const times: number[] = []
  let heaviest = 0
  for (let number = 0; number < VIEWS; number += 1) {
    const before = performance.now()
    const body = await (
      await fetch(view(url, number), { headers: { 'x-forwarded-for': `10.0.1.${number % 200}` } })
    ).text()
    times.push(performance.now() - before)
    heaviest = Math.max(heaviest, gzipSync(body).length)
  }
  report('directory.map.points.100k.p95', p95(times), 'ms')
  report('directory.map.points.100k.gz', heaviest, 'bytes gz, the heaviest')
})

/** Views wander over the country at every zoom of the map, on a screen of 800 × 700 pixels. */
function view(url: string, number: number): string {
  const zoom = 5 + (number % 12)
  const [width, height] = [(800 / 256) * (360 / 2 ** zoom), (700 / 256) * (250 / 2 ** zoom)]
  const longitude = START.longitude + 3 * Math.sin(number)
  const latitude = START.latitude + 2 * Math.cos(number * 1.7)
  const box = [longitude - width / 2, latitude - height / 2, longitude + width / 2, latitude + height / 2]
  return `${url}/lieux/carte/points?bbox=${box.map((degrees) => degrees.toFixed(5)).join(',')}&z=${zoom}`
}
