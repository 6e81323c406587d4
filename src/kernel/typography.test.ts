import { describe, expect, it } from 'vitest'
import { typography, typographyOfData, typographyOfHtml } from './typography.ts'

describe('a text', () => {
  it.each([
    ['Vraiment ?', 'Vraiment\u00a0?'],
    ['Attention ! Non ; oui', 'Attention\u00a0! Non\u00a0; oui'],
    ['Deux cas : un, deux', 'Deux cas\u00a0: un, deux'],
    ['le « Fablab » ouvert', 'le «\u00a0Fablab\u00a0» ouvert'],
    ['le «Fablab»', 'le «\u00a0Fablab\u00a0»'],
    ['« Est-ce juste\u202f? »', '«\u00a0Est-ce juste\u00a0?\u00a0»'],
    ['avenant n° 2', 'avenant n°\u00a02'],
    ['à 12:30, de 9 h à 14:30', 'à 12:30, de 9 h à 14:30'],
    ['https://exemple.fr/?a=1;b', 'https://exemple.fr/?a=1;b'],
    ['13\u202f241 lieux', '13\u202f241 lieux'],
    ['Nom\n: suite', 'Nom\n: suite'],
    ['', ''],
  ])('%j', (typed, set) => {
    expect(typography(typed)).toBe(set)
    expect(typography(set), 'set twice').toBe(set)
  })
})

describe('a page', () => {
  it.each([
    ['<h1>Et si… ?</h1>', '<h1>Et si…\u00a0?</h1>'],
    ['<p><b>Nom</b> : Le Quai</p>', '<p><b>Nom</b>\u00a0: Le Quai</p>'],
    ['<p>« <i>Fablab</i> »</p>', '<p>«\u00a0<i>Fablab</i>\u00a0»</p>'],
    ['<p>«<i>Fablab</i>»</p>', '<p>«\u00a0<i>Fablab</i>\u00a0»</p>'],
    ['<p>À &amp; B &gt; C : oui</p>', '<p>À &amp; B &gt; C\u00a0: oui</p>'],
    ['fin du texte : sans élément', 'fin du texte\u00a0: sans élément'],
    ['<a href="/a">Où ?</a><pretty>Où ?</pretty>', '<a href="/a">Où\u00a0?</a><pretty>Où\u00a0?</pretty>'],
  ])('sets %j', (drawn, set) => {
    expect(typographyOfHtml(drawn)).toBe(set)
    expect(typographyOfHtml(set), 'set twice').toBe(set)
  })

  it.each([
    '<input name="nom" value="Chez nous : « Fablab » ?"/>',
    '<a href="/lieux?q=a : b" title="Vraiment ?" aria-label="« Oui »">Oui</a>',
    '<p title="a &gt; b ?">Oui</p>',
    '<textarea name="note">Où : ici\n« là » ?</textarea>',
    '<script type="application/ld+json">{"a" : "« b » ?"}</script>',
    '<script>x > 1 ? a : b</script>',
    '<style>a > b : c</style>',
    '<pre class="x">a ? <b>b : c</b></pre>',
    '<code>a ? b : c</code>',
    '<kbd>a : b</kbd>',
    '<select><option>Autre : lequel ?</option></select>',
    '<p>12:30, https://exemple.fr/?a</p>',
  ])('leaves %j as it stands', (drawn) => expect(typographyOfHtml(drawn)).toBe(drawn))

  it('goes on after what it leaves', () =>
    expect(typographyOfHtml('<code>a ? b</code> : oui<br/>Où ?<textarea>x ?</textarea> !')).toBe(
      '<code>a ? b</code>\u00a0: oui<br/>Où\u00a0?<textarea>x ?</textarea>\u00a0!',
    ))
})

it('sets all the texts of a document, and its texts only', () => {
  const data = { title: 'Objet : prêt', parts: [{ said: ['« Oui »'], bytes: [1, 2] }], drawing: null, at: 3 }
  expect(typographyOfData(data)).toEqual({
    title: 'Objet\u00a0: prêt',
    parts: [{ said: ['«\u00a0Oui\u00a0»'], bytes: [1, 2] }],
    drawing: null,
    at: 3,
  })
})
