// The floor of the first row: our page as the server draws it, in a file, without scripts and all that they would load.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { writeFeed } from '../feed.mjs';
import { SITE, startServer } from '../site.mjs';
import ours, { PATH } from './ours.mjs';

const without = html => html.replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<link\b[^>]*\brel="?(?:preload|modulepreload|manifest)\b[^>]*>/g, '');

export default {
  ...ours, name: 'static', ready: undefined, origin: undefined, loadOnly: true, dir: 'dist/static', path: n => `/${n}.html`,
  async prepare(n, data, dir) {
    const server = await startServer({ feed: writeFeed(n, data) });
    try {
      const html = without(await (await fetch(server.origin + PATH)).text());
      if (/<script|data-event/.exec(html)?.[0] !== 'data-event') throw new Error('the page has no rows, or still scripts');
      mkdirSync(dir, { recursive: true });
      writeFileSync(`${dir}/${n}.html`, html);
      for (const name of ['fonts', 'icon.svg']) cpSync(`${SITE}/${name}`, `${dir}/${name}`, { recursive: true });
    } finally { await server.stop(); }
  },
};
