import { expect, test } from 'vitest'
import { cleanPasted, hasPicture } from './pasted'

const point = (level: number, sign: string, text: string) =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'>${sign}<span>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>\n`

test('points of Word become lists, with the deeper within the one before', () => {
  const html = cleanPasted(`${point(1, '·', 'En')}${point(2, 'o', 'Under')}${point(1, '·', 'To')}<p>Etter</p>`)
  expect(html.replace(/\s*\n\s*/g, '')).toBe(
    '<ul><li><p>En</p><ul><li><p>Under</p></li></ul></li><li><p>To</p></li></ul><p>Etter</p>',
  )
})

test('numbered points are numbered', () => {
  expect(cleanPasted(`${point(1, '1.', 'En')}${point(1, '2.', 'To')}`)).toBe('<ol><li><p>En</p></li><li><p>To</p></li></ol>')
})

test('headings come down to the two levels of a text', () => {
  expect(cleanPasted('<h1 style="x">A</h1><h2>B</h2><h3>C</h3><p class=MsoTitle>D</p>')).toBe(
    '<h4>A</h4><h4>B</h4><h5>C</h5><h4>D</h4>',
  )
})

test('styles, comments and hidden instructions are left behind', () => {
  const html = cleanPasted(
    '<head><style>p{}</style></head><!--[if gte mso 9]><xml>x</xml><![endif]--><p class="MsoNormal">Hei<o:p>&nbsp;</o:p></p><!--EndFragment-->',
  )
  expect(html).toBe('<p class="MsoNormal">Hei&nbsp;</p>')
})

const cell = (text: string) => `<td width=100 style='border:solid'><p class=MsoNormal>${text}</p></td>`

test('the first row of a table is its heads where Word repeats it, or has it in bold', () => {
  const rows = `<tr>${cell('<b><span>Steg</span></b>')}${cell('<b>Uker</b>')}</tr><tr>${cell('Innkjøp')}${cell('4')}</tr>`
  expect(cleanPasted(`<table>${rows}</table>`).match(/<th\b/g)).toHaveLength(2)
  const repeated = `<table><thead><tr>${cell('Steg')}${cell('Uker')}</tr></thead><tr>${cell('Innkjøp')}${cell('4')}</tr></table>`
  expect(cleanPasted(repeated).match(/<\/th>/g)).toHaveLength(2)
  const plain = `<table><tr>${cell('Innkjøp')}${cell('<b>4</b>')}</tr></table>`
  expect(cleanPasted(plain)).not.toContain('<th')
})

test('pictures are noticed, however they are written', () => {
  for (const html of ['<img src="x">', '<v:imagedata src="x"/>', '<svg></svg>']) expect(hasPicture(`<p>a</p>${html}`)).toBe(true)
  expect(hasPicture('<p>Bilder og imgage</p>')).toBe(false)
})
