export function migrate(url: string, folder?: string): Promise<string[]>
export function openAppDoor(url: string, secret: string): Promise<string>
