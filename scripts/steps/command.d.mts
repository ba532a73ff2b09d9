interface Options {
  env?: Record<string, string>
  show?: boolean
}
export function command(name: string, args: string[], options?: Options): Promise<string>
export function runTypeScript(file: string, args?: string[], options?: Options): Promise<string>
