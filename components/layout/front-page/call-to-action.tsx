import Link from 'next/link'

interface Props {
  title: string
  text: string
  link: { href: string; text: string }
}

/** The one thing to do next, at the end of the page. */
export function CallToAction({ title, text, link }: Props) {
  return (
    // Always the light tokens: petrol with sun on it is the same in the dark.
    <section aria-labelledby="neste" data-color-scheme="light" className="call-to-action">
      <div className="grid max-w-2xl gap-2">
        <h2 id="neste" className="text-2xl md:text-3xl">
          {title}
        </h2>
        <p className="text-lg">{text}</p>
      </div>
      <Link href={link.href} prefetch={false} className="ds-button" data-color="sun">
        {link.text}
      </Link>
    </section>
  )
}
