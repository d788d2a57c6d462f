// node growth.mjs [--sizes=500,5000,50000,500000] [--rounds=3] [--profiles=desktop,phone] [--from=YYYY-MM] [--limit=120] [--out=results/growth]
// What grows with the number of events: the first screen of the agenda (bytes, times, memory) and the server's start. Our site only, on
// the demonstration season, at `/agenda` with nothing chosen, as most people open it. Rounds go over all sizes in turn.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import ours from './adapters/ours.mjs';
import { calibrate, conditions, launch, load, MB, median, memory, open, PROFILES } from './browser.mjs';
import { FROM, season } from './season.mjs';
import { startServer } from './site.mjs';

const { values: opt } = parseArgs({ options: Object.fromEntries(Object.entries({ sizes: '500,5000,50000,500000', rounds: '3', profiles: 'desktop,phone',
  from: FROM, limit: '120', out: 'results/growth' }).map(([k, d]) => [k, { type: 'string', default: d }])) });
const sizes = opt.sizes.split(',').map(Number), profiles = opt.profiles.split(','), PATH = '/agenda', BOX = '75', limit = opt.limit * 1000;

/** The number that the page says for one département, as the server draws it: what the page must say once it has obeyed. */
async function expectedTotal(origin) {
  const html = await (await fetch(`${origin}${PATH}?dep=${BOX}`)).text();
  return +html.match(/class="found"[^>]*>([^<]*)/)[1].replace(/\s|&nbsp;/g, '').match(/\d+/)[0];
}

async function visit(browser, server, profile, run) {
  const url = server.origin + PATH, { root, row, total, ready, id } = ours, tab = await open(browser, profile, { root, row, total, ready, id }, run.errors);
  try {
    Object.assign(run, await load(tab, url, profile, limit));
    const { inflight, until, start, ...bytes } = tab.net, all = bytes.js + bytes.css + bytes.wasm + bytes.html + bytes.data;
    Object.assign(run, { bytes, all, untilRow: until(run.row), untilUsable: until(run.usable), memory: await memory(browser, tab) });
  } finally { await tab.close(); }
  const again = await open(browser, profile, { root, row, total, ready, early: { box: ours.dep(BOX), total: server.expected } }, run.errors);
  try {
    await again.page.goto(url, { waitUntil: 'commit', timeout: 0 });
    run.early = await again.page.evaluate(max => __bench.obeyed(max), limit);
    run.untilObeyed = again.net.until(run.early);
  } finally { await again.close(); }
}

const runs = [], servers = new Map(), notes = [];
for (const n of sizes) {
  const feed = season(n, opt.from);
  try {
    const server = await startServer({ feed });
    const begun = performance.now();
    await (await fetch(server.origin + PATH)).text(); // all visitors but the first get what was drawn for that one
    servers.set(n, Object.assign(server, { n, drawnMs: performance.now() - begun, bytes: statSync(feed).size, expected: await expectedTotal(server.origin) }));
    console.error(`${n} events: the server says its address after ${server.startMs.toFixed(0)} ms`);
  } catch (e) { notes.push(`${n} events: ${e.message}`); }
}
let version = '';
const cpu = Object.fromEntries(profiles.map(p => [p, []]));
for (const profile of profiles) for (let round = 0; round < +opt.rounds; round++) {
  let browser = await launch();
  version = browser.version();
  cpu[profile].push(await calibrate(browser, PROFILES[profile]));
  await visit(browser, servers.values().next().value, PROFILES.desktop, { errors: [] }).catch(() => {}); // warms the browser up; thrown away
  const turn = [...servers.values()].map((s, i, all) => all[(i + round) % all.length]);
  for (const server of turn) {
    const run = { n: server.n, profile, round, errors: [] };
    const dead = new Promise((_, no) => setTimeout(() => no(new Error(`gave up after ${opt.limit} s`)), 2.5 * limit).unref());
    await Promise.race([visit(browser, server, PROFILES[profile], run), dead]).catch(e => run.errors.push(e.message.split('\n')[0]));
    runs.push(run);
    console.error(`${round + 1}/${opt.rounds} ${profile} ${server.n}: row ${run.row?.toFixed(0)} ms, usable ${run.usable?.toFixed(0)}, obeyed ${run.early?.toFixed(0)} ${run.errors.join(' | ')}`);
    if (run.errors.length) { await browser.close().catch(() => {}); browser = await launch(); }
  }
  await browser.close();
}
const peaks = new Map([...servers].map(([n, s]) => [n, s.peak()]));
for (const server of servers.values()) await server.stop();

const num = (x, digits = 0) => Number.isFinite(x) ? x.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }) : '–';
const COLUMNS = [['first row ms', r => r.row, 0], ['program running ms', r => r.usable, 0], ['filter obeyed ms', r => r.early, 0],
  ['kB to the first row', r => r.untilRow / 1000, 1], ['kB to the running program', r => r.untilUsable / 1000, 1], ['kB to the obeyed filter', r => r.untilObeyed / 1000, 1], ['kB in all', r => r.all / 1000, 1], ['of it feed, font, icon', r => r.bytes?.data / 1000, 1],
  ['requests', r => r.bytes?.requests, 0], ['JS heap MB', r => r.memory?.heap / MB, 1], ['wasm MB', r => r.memory?.wasm / MB, 1], ['private MB', r => r.memory?.uss / MB, 0]];
const cell = (n, profile, f) => { const v = runs.filter(r => r.n === n && r.profile === profile).map(f).filter(Number.isFinite); return v.length ? median(v) : NaN; };
const lines = [`Demonstration season from ${opt.from}, \`${PATH}\` as on ${new Date().toISOString().slice(0, 10)}; medians of ${opt.rounds}; ${conditions(version)}. × = to ${num(sizes[0])} events.`];
for (const profile of profiles) {
  lines.push('', `#### ${profile} (a fixed computation: ${num(median(cpu[profile]))} ms)`, '', `| events | ${COLUMNS.map(c => c[0]).join(' | ')} |`, `|--:|${COLUMNS.map(() => '--:|').join('')}`);
  for (const n of sizes) lines.push(`| ${num(n)} | ${COLUMNS.map(([, f, digits]) => { const v = cell(n, profile, f), base = cell(sizes[0], profile, f); return num(v, digits) + (n !== sizes[0] && v && base ? ` ×${num(v / base, 2)}` : ''); }).join(' | ')} |`);
}
lines.push('', '#### The server', '', '| events | feed as one file, MB | from its start to its address, ms | first drawing of the page, ms | peak memory after all visits, MB |', '|--:|--:|--:|--:|--:|');
for (const [n, s] of servers) lines.push(`| ${num(n)} | ${num(s.bytes / 1e6, 1)} | ${num(s.startMs)} | ${num(s.drawnMs)} | ${num(peaks.get(n) / MB)} |`);
for (const r of runs) for (const e of r.errors) notes.push(`${num(r.n)} events, ${r.profile}, round ${r.round + 1}: ${e}`);
if (notes.length) lines.push('', 'Did not work:', '', ...notes.map(n => `- ${n}`));
mkdirSync(opt.out, { recursive: true });
writeFileSync(`${opt.out}/runs.json`, JSON.stringify(runs, null, 1));
writeFileSync(`${opt.out}/growth.md`, lines.join('\n') + '\n');
console.log(lines.join('\n'));
