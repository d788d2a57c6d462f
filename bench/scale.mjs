// node scale.mjs [--events=50000] [--seconds=5] [--connections=8] [--from=YYYY-MM] [--only=pages,cut,update] [--out=results/scale]
// What docs/scale.md reckons with: pages a second of the server on one core, the time and memory of cutting a feed, and what of a cut feed
// changes when one event does. Prints Markdown; asserts nothing about time.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';
import { conditions, MB } from './browser.mjs';
import { FROM, season } from './season.mjs';
import { startServer, XTASK } from './site.mjs';

const { values: opt } = parseArgs({ options: Object.fromEntries(Object.entries({ events: '50000', seconds: '5', connections: '8', from: FROM, only: 'pages,cut,update', out: 'results/scale' })
  .map(([k, d]) => [k, { type: 'string', default: d }])) });
const n = +opt.events, file = season(n, opt.from), wanted = opt.only.split(','), lines = [];
const num = (x, digits = 0) => Number.isFinite(x) ? x.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }) : '–';
const say = (...text) => { lines.push(...text); console.log(text.join('\n')); };

const agent = new Agent({ keepAlive: true, maxSockets: +opt.connections });
const ask = (url, headers = {}) => new Promise((ok, no) => get(url, { agent, headers: { 'accept-encoding': 'br', ...headers } }, answer => {
  let bytes = 0;
  answer.on('data', chunk => bytes += chunk.length).on('end', () => ok({ status: answer.statusCode, bytes, etag: answer.headers.etag })).on('error', no);
}).on('error', no));

/** Asks as fast as the connections allow; the server's own CPU time tells what one answer costs, whoever else uses the machine. */
async function flood(server, path, expected = 200, headers) {
  const until = performance.now() + opt.seconds * 1000, before = server.cpu(), begun = performance.now();
  let count = 0, bytes = 0;
  await Promise.all(Array.from({ length: +opt.connections }, async () => {
    while (performance.now() < until) {
      const answer = await ask(server.origin + path(count++), headers);
      if (answer.status !== expected) throw new Error(`${path(count)} answers ${answer.status}`);
      bytes += answer.bytes;
    }
  }));
  return { rate: count / (performance.now() - begun) * 1000, cpu: (server.cpu() - before) / count, size: bytes / count };
}

async function pages() {
  const ids = JSON.parse(readFileSync(file, 'utf8')).events.map(e => e.id), server = await startServer({ feed: file });
  const day = i => new Date(Date.now() + (i % 300) * 864e5).toISOString().slice(0, 10), deps = ['75', '77', '78', '91', '92', '93', '94', '95'];
  try {
    const { etag } = await ask(`${server.origin}/agenda`), kinds = [
      ['the agenda, drawn before', () => '/agenda'], ['the agenda, not changed since (304)', () => '/agenda', 304, { 'if-none-match': etag }],
      ['the agenda with other choices each time', i => `/agenda?dep=${deps[i % 8]},${deps[(i >> 3) % 8]}&du=${day(i >> 6)}`],
      ['the page of another event each time', i => `/agenda/${ids[i * 7919 % ids.length]}`],
    ];
    say(`#### Answers of the server, ${num(n)} events, ${opt.connections} connections on the same machine, brotli`, '', '| what | a second, client and server on one machine | CPU of the server, ms each | a second on one whole core | kB each |', '|---|--:|--:|--:|--:|');
    for (const [name, path, status, headers] of kinds) {
      const r = await flood(server, path, status, headers).catch(e => ({ error: e.message }));
      say(r.error ? `| ${name} | ${r.error} | | | |` : `| ${name} | ${num(r.rate)} | ${num(r.cpu, 2)} | ${num(1000 / r.cpu)} | ${num(r.size / 1000, 1)} |`);
    }
    say('', `Start to answer: ${num(server.startMs)} ms; peak memory: ${num(server.peak() / MB)} MB.`, '');
  } finally { await server.stop(); agent.destroy(); }
}

/** Cuts a feed as the release-built xtask does; seconds and, with GNU time, peak memory. */
function cut(feed, out) {
  const timed = spawnSync('/usr/bin/time', ['--version']).status === 0, command = [XTASK, 'feed', 'slice', feed, '--out', out], begun = performance.now();
  const [program, ...args] = timed ? ['/usr/bin/time', '-f', '%M', ...command] : command, run = spawnSync(program, args, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr || String(run.error));
  return { seconds: (performance.now() - begun) / 1000, peak: timed ? +run.stderr.trim().split('\n').at(-1) * 1024 : NaN };
}
const names = out => new Set(readdirSync(`${out}/feed`).filter(name => !name.startsWith('.')));

function cutting() {
  say('#### Cutting a feed into slices', '', '| events | feed, MB | seconds | peak memory, MB | files |', '|--:|--:|--:|--:|--:|');
  for (const size of [n, 10 * n].filter(size => size <= 500000)) {
    const feed = season(size, opt.from), out = `${opt.out}/cut`;
    rmSync(out, { recursive: true, force: true });
    const r = cut(feed, out);
    say(`| ${num(size)} | ${num(statSync(feed).size / 1e6, 1)} | ${num(r.seconds, 1)} | ${num(r.peak / MB)} | ${num(names(out).size)} |`);
    rmSync(out, { recursive: true, force: true });
  }
  say('');
}

/** What one change to one event, in the middle of the season, makes new. */
const one = events => events.find((e, i) => i >= n / 2 && e.eventStatus === 'EventScheduled' && !e.sessions && e.startDate?.length > 10);
const later = text => new Date(Date.parse(`${text.slice(0, 10)}T12:00Z`) + 7 * 864e5).toISOString().slice(0, 10) + text.slice(10);
const CHANGES = {
  'cancelled': events => { one(events).eventStatus = 'EventCancelled'; },
  'a word added to a name': events => { one(events).name += ' reprise'; },
  'moved by a week': events => { const e = one(events); for (const key of ['startDate', 'endDate']) if (e[key]) e[key] = later(e[key]); },
  'one more': events => { const e = one(events); events.push({ ...e, id: `${e.id}-bis` }); },
};
function update() {
  const out = `${opt.out}/update`, text = readFileSync(file, 'utf8'), changed = `${opt.out}/changed.json`, unchanged = `${opt.out}/unchanged.json`;
  writeFileSync(unchanged, JSON.stringify(JSON.parse(text))); // written by the same hand as the changed one: slices hold records as they stand
  say(`#### What one change to one of ${num(n)} events makes new`, '', '| change | new files | of all | kB | kB brotli | by kind |', '|---|--:|--:|--:|--:|---|');
  for (const [name, change] of Object.entries(CHANGES)) {
    rmSync(out, { recursive: true, force: true });
    cut(unchanged, out);
    const before = names(out), index = readFileSync(`${out}/feed.json`), feed = JSON.parse(text);
    change(feed.events);
    writeFileSync(changed, JSON.stringify(feed));
    cut(changed, out);
    const after = names(out), fresh = [...after].filter(it => !before.has(it)), kinds = new Map();
    if (!index.equals(readFileSync(`${out}/feed.json`))) { fresh.unshift('../feed.json'); kinds.set('index', 1); }
    const content = fresh.map(it => readFileSync(`${out}/feed/${it}`));
    for (const it of fresh.filter(it => it !== '../feed.json')) { const kind = it.replace(/[.-].*/, '').replace(/^\d{4}$/, /^\d{4}-\d\d\.\w/.test(it) ? 'month' : 'opening'); kinds.set(kind, (kinds.get(kind) ?? 0) + 1); }
    const brotli = content.reduce((s, b) => s + zlib.brotliCompressSync(b, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: b.length > 512 * 1024 ? 5 : 9 } }).length, 0);
    say(`| ${name} | ${num(fresh.length)} | ${num(before.size + 1)} | ${num(content.reduce((s, b) => s + b.length, 0) / 1000)} | ${num(brotli / 1000)} | ${[...kinds].map(p => p.join(' ')).join(', ')} |`);
  }
  for (const path of [out, changed, unchanged]) rmSync(path, { recursive: true, force: true });
  say('');
}

mkdirSync(opt.out, { recursive: true });
say(`Demonstration season from ${opt.from}; ${conditions()}.`, '');
if (wanted.includes('pages')) await pages();
if (wanted.includes('cut')) cutting();
if (wanted.includes('update')) update();
writeFileSync(`${opt.out}/scale.md`, lines.join('\n') + '\n');
