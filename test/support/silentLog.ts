import pino from 'pino';

/** Logs nothing: a failing test shows its own reason. */
export const silentLog = pino({ level: 'silent' });
