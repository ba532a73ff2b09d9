export interface Postgres {
  url(database: string): string
  stop(): void
}
export function startPostgres(folder: string, how?: { socket?: string; isThrownAway?: boolean }): Postgres
