/** Brings the queue's tables to today's state. Safe beside a running worker, and again. */
export function prepareQueue(url: string): Promise<void>
