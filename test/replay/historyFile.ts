import proto from '@temporalio/proto';

const { History } = proto.temporal.api.history.v1;

type History = proto.temporal.api.history.v1.IHistory;

/** A history as readable JSON: bytes in base64, numbers as text. */
export const historyText = (history: History): string =>
  `${JSON.stringify(History.toObject(History.fromObject(history), { bytes: String, longs: String, enums: String }), null, 1)}\n`;

/** The history that such a text holds. */
export const readHistory = (text: string): History => History.fromObject(JSON.parse(text) as Record<string, unknown>);
