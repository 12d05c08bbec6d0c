import express, { type Request, type Response } from 'express';

export type Upload = { readonly filename: string; readonly bytes: Uint8Array };

/** The one file of a form (multipart/form-data), null where none was chosen. Throws the body parser's error for one that is too large. */
export const uploadIn = async (request: Request, response: Response, limit: number): Promise<Upload | null> => {
  await new Promise<void>((resolve, reject) => {
    express.raw({ type: 'multipart/form-data', limit: limit + 10_000 })(request, response, (error?: unknown) =>
      error instanceof Error ? reject(error) : resolve(),
    );
  });
  const [, boundary] = /boundary="?([^";]+)"?/.exec(request.get('content-type') ?? '') ?? [];
  const body: unknown = request.body;
  return boundary === undefined || !Buffer.isBuffer(body) ? null : fileIn(body, boundary);
};

const fileIn = (body: Buffer, boundary: string): Upload | null => {
  const edge = `--${boundary}`;
  // From edge to edge: what lies between is looked at once.
  for (let at = body.indexOf(edge), end = -1; at >= 0; at = end + 2) {
    const start = body.indexOf('\r\n\r\n', at);
    end = body.indexOf(`\r\n${edge}`, at + edge.length);
    if (start < 0 || end < start) return null;
    const head = body.subarray(at, start).toString('utf8');
    const [, filename] = /;\s*filename="([^"]*)"/i.exec(head) ?? [];
    if (filename !== undefined && filename !== '')
      return { filename, bytes: new Uint8Array(body.subarray(start + 4, end)) };
  }
  return null;
};
