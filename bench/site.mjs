// Our site as it is deployed: the release-built server with a feed, on a port of its own. Nothing of it is ever written to.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const below = path => fileURLToPath(new URL(`../${path}`, import.meta.url)), target = process.env.CARGO_TARGET_DIR ?? below('target');
export const SITE = process.env.QSEC2_SITE ?? below('dist'), ARCHIVE = below('public/feed.json');
export const SERVER = process.env.QSEC2_SERVER ?? join(target, 'release/qsec2-server'), XTASK = process.env.QSEC2_XTASK ?? join(target, 'release/xtask');

/** Starts the server; resolves once it says its address: { origin, pid, startMs, peak(): bytes, cpu(): ms, stop() }. */
export async function startServer({ feed = ARCHIVE, publicUrl } = {}) {
  for (const [path, cure] of [[SERVER, 'cargo build --release --package qsec2-server'], [join(SITE, 'shell.html'), 'cargo xtask build']])
    if (!existsSync(path)) throw new Error(`there is no ${path}; ${cure} makes it`);
  const data = mkdtempSync(join(tmpdir(), 'qsec2-bench-')), begun = performance.now();
  const args = ['--listen', '127.0.0.1:0', '--site', SITE, '--feed', feed, '--data', data, '--log', 'warn', ...publicUrl ? ['--public-url', publicUrl] : []];
  const child = spawn(SERVER, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '', complaint = '';
  child.stderr.on('data', text => complaint = (complaint + text).slice(-2000));
  const ended = new Promise(ok => child.on('exit', ok));
  const origin = await Promise.race([
    new Promise(ok => child.stdout.on('data', text => { said += text; if (said.includes('\n')) ok(said.trim().replace(/\/$/, '')); })),
    ended.then(code => { throw new Error(`the server did not start (${code}): ${complaint.trim()}`); }),
  ]);
  const proc = file => readFileSync(`/proc/${child.pid}/${file}`, 'utf8');
  const running = { origin, pid: child.pid, startMs: performance.now() - begun,
    peak: () => +proc('status').match(/^VmHWM:\s+(\d+)/m)[1] * 1024,
    cpu: () => proc('stat').replace(/^.*\)/, '').trim().split(' ').slice(11, 13).reduce((s, ticks) => s + +ticks, 0) * 10, // a tick is 10 ms on Linux
    async stop() { process.off('exit', kill); child.kill(); await ended; rmSync(data, { recursive: true, force: true }); } };
  const kill = () => child.kill(); // whatever ends the bench ends the server
  process.on('exit', kill);
  return running;
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
