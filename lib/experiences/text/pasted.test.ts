import { expect, test } from 'vitest'
import { cleanPasted } from './pasted'

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
