import { scriptSafe } from '@/lib/open-pages/rules'

/** What a page is about, for programs that read it (schema.org as JSON-LD). */
export function LinkedData({ data }: { data: object | null }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped; the browser runs nothing of this type
  return data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptSafe(data) }} />
}
