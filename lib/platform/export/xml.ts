// What XML 1.0 cannot hold, also not as a reference: control signs, and halves of surrogate pairs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#13;' }

/** Text as it stands between the tags of XML or in an attribute, without the signs XML cannot hold. */
export function xmlText(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"'\r]/g, (sign) => entities[sign] ?? '')
}
