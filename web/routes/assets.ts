import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';

const folder = fileURLToPath(new URL('../assets', import.meta.url));

/** Style, script and mark, from this origin only. */
export const assets = (): Router => {
  const router = Router();
  const htmx = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js');
  const files = {
    'desk.css': path.join(folder, 'desk.css'),
    'keys.js': path.join(folder, 'keys.js'),
    'mark.svg': path.join(folder, 'mark.svg'),
    'htmx.js': htmx,
  };
  for (const [name, file] of Object.entries(files))
    router.get(`/desk/${name}`, (_request, response) => response.sendFile(file, { maxAge: '1h', dotfiles: 'allow' }));
  return router;
};
