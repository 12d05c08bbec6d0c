const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08001',
  '08006',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
]);

/** True when the database can't be reached now, as opposed to a fault of ours. */
export const isAway = (error: unknown, depth = 0): boolean => {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { code, originalCode, cause, meta, kind, errors } = error as Readonly<Record<string, unknown>>;
  if ([code, originalCode].some((one) => typeof one === 'string' && AWAY.has(one))) return true;
  if (kind === 'DatabaseNotReachable' || kind === 'ConnectionClosed' || kind === 'SocketTimeout') return true;
  const driver =
    typeof meta === 'object' && meta !== null
      ? (meta as Readonly<Record<string, unknown>>)['driverAdapterError']
      : undefined;
  return [cause, driver, ...(Array.isArray(errors) ? errors : [])].some((inner) => isAway(inner, depth + 1));
};
