import 'server-only'
import { headers } from 'next/headers'
import { pathHeader } from './path-header'

/** The path that was asked for. Only for pages that are not given it: the others have their parameters. */
export async function pathOf(): Promise<string> {
  return (await headers()).get(pathHeader) ?? ''
}
