import { contactParts } from '@/lib/experiences/contact/rules'

/** How to reach somebody, with what can be pressed to write or to call. */
export function Contact({ text }: { text: string }) {
  let at = 0
  return contactParts(text).map((part) => {
    const key = at
    at += part.text.length
    return part.href ? (
      <a key={key} href={part.href}>
        {part.text}
      </a>
    ) : (
      <span key={key}>{part.text}</span>
    )
  })
}
