/** What a worker tells the primary when it can take connections. */
export const readyMessage = { type: 'svh:ready' } as const;

export function isReady(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === readyMessage.type
  );
}
