import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ImageResponse } from 'next/og'
import { LinkPicture, pictureSize } from '@/components/layout/link-picture'

const fontFolder = path.join(process.cwd(), 'node_modules', '@expo-google-fonts', 'schibsted-grotesk')
const weights = [
  { weight: 500, file: '500Medium/SchibstedGrotesk_500Medium.ttf' },
  { weight: 700, file: '700Bold/SchibstedGrotesk_700Bold.ttf' },
] as const

/** The picture of a link, in our own typeface. */
export async function pictureOf(words: React.ComponentProps<typeof LinkPicture>): Promise<Response> {
  const fonts = await Promise.all(
    weights.map(async ({ weight, file }) => ({
      ...{ name: 'Schibsted Grotesk', weight, style: 'normal' as const },
      data: await readFile(path.join(fontFolder, file)),
    })),
  )
  return new ImageResponse(<LinkPicture {...words} />, { ...pictureSize, fonts })
}
