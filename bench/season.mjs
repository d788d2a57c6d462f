// The demonstration season in a file, made once by the release-built xtask.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';
import { XTASK } from './site.mjs';

const now = new Date();
/** A tour that began two months ago: some of it is over, most is to come. */
export const FROM = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 2)).toISOString().slice(0, 7);

export function season(n, from = FROM) {
  const path = resolve(`data/demo-${from}-${n}.json`);
  mkdirSync('data', { recursive: true });
  if (!existsSync(path)) {
    execFileSync(XTASK, ['feed', 'demo', '--from', from, '--events', n, '--out', `${path}.new`], { stdio: ['ignore', 'ignore', 'inherit'] });
    renameSync(`${path}.new`, path);
  }
  return path;
}
