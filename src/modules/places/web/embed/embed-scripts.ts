/**
 * The script that another site puts in its page: it makes the frame where it stands, passes on its `data-…` as the
 * parameters of the list, and follows the height the frame tells. No cookie, nothing kept. DIR-85.
 */
export function loaderScript(frame: string): string {
  return `(function () {
  var script = document.currentScript
  if (!script) return
  var frame = document.createElement('iframe')
  var address = new URL(${JSON.stringify(frame)}, script.src)
  var told = script.dataset
  Object.keys(told).forEach(function (name) {
    if (name === 'hauteur' || name === 'titre') return
    var territory = /^(commune|epci|departement|region|territoire)-(.+)$/.exec(told[name])
    if (name === 'territoire' && territory) address.searchParams.append(territory[1], territory[2])
    else told[name].split('|').forEach(function (value) { address.searchParams.append(name.replace(/[A-Z]/g, function (letter) { return '-' + letter.toLowerCase() }), value) })
  })
  frame.src = address.href
  frame.title = told.titre || 'Lieux où se faire aider avec le numérique'
  frame.width = '100%'
  frame.height = told.hauteur || '700'
  frame.loading = 'lazy'
  frame.style.border = '0'
  frame.referrerPolicy = 'no-referrer-when-downgrade'
  script.parentNode.insertBefore(frame, script)
  if (told.hauteur) return
  addEventListener('message', function (event) {
    if (event.source !== frame.contentWindow || event.origin !== address.origin) return
    var height = event.data && Number(event.data.maillageHeight)
    if (height > 0 && height < 20000) frame.height = String(Math.ceil(height))
  })
})()
`
}

/** Inside the frame: tells its height to the page that holds it, and nothing else. */
export const HEIGHT_SCRIPT = `(function () {
  if (window.parent === window) return
  function tell() {
    window.parent.postMessage({ maillageHeight: document.documentElement.scrollHeight }, '*')
  }
  new ResizeObserver(tell).observe(document.body)
  tell()
})()
`
