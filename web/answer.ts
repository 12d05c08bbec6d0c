import type { Response } from 'express';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

/** Sends a page; nothing of it is kept by browsers or in between. */
export const sendPage = (response: Response, page: VNode, status = 200): void => {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(`<!doctype html>${render(page)}`);
};

/** What a message may do in its frame: show itself. No script, no form, nothing from elsewhere. */
const FRAMED =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";

/** Sends a message's HTML exactly as stored, shut in. */
export const sendFramed = (response: Response, html: string): void => {
  response.set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': FRAMED }).type('html').send(html);
};

/** Sends a file to keep. */
export const sendFile = (
  response: Response,
  { bytes, filename, mediaType }: { readonly bytes: Uint8Array; readonly filename: string; readonly mediaType: string },
): void => {
  const plain = filename.replaceAll(/[^\w. -]/g, '_');
  response
    .set({
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(filename)}`,
    })
    .type(mediaType)
    .send(Buffer.from(bytes));
};
