import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.ts';

/**
 * The log of a server: one JSON object a line, to standard output or where it is told. What stands
 * under `error` is written with message and stack; plain JSON would make `{}` of it.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = { level, serializers: { error: stdSerializers.err } };
  return destination === undefined ? pino(options) : pino(options, destination);
}
