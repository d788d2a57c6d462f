// node bench.mjs [--rounds=7] [--sizes=500,5000,50000] [--only=a,b] [--profiles=desktop,phone] [--phone-rounds=7] [--big-rounds=3] [--out=results]
//   [--adapters=adapters] [--limit=240 (seconds a run may last)] [--shots=dir]
// Interleaved rounds over every adapter x size x profile; appends one line per run to <out>/runs.jsonl, then writes results.json and results.md.
// Progress goes to standard error, the short table to standard output.
import { appendFileSync, cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import os from 'node:os';
import { calibrate, FLAGS, launch, load, memory, open, PROFILES, sleep } from './browser.mjs';
import { generate, DEPS, SIZES } from './gen.mjs';
import { compressAll, serve } from './server.mjs';
import { matching, nextMonth, verify } from './oracle.mjs';
import { report } from './report.mjs';

const { values: opt } = parseArgs({ options: Object.fromEntries(Object.entries({ rounds: '7', 'phone-rounds': '7', 'big-rounds': '3', sizes: SIZES.join(),
  only: '', profiles: 'desktop,phone', out: 'results', limit: '240', shots: '', adapters: 'adapters' }).map(([k, d]) => [k, { type: 'string', default: d }])) });
const QUERY = 'jard', TOGGLE = '75';
const sizes = opt.sizes.split(',').map(Number);
const data = Object.fromEntries(sizes.map(n => [n, generate(n).events]));

async function adapters() {
  const files = readdirSync(opt.adapters).filter(f => f.endsWith('.mjs') && !f.startsWith('_')), only = opt.only.split(',').filter(Boolean);
  const list = await Promise.all(files.map(async f => (await import(pathToFileURL(resolve(opt.adapters, f)))).default));
  const chosen = list.filter(a => !only.length || only.includes(a.name));
  for (const a of chosen) {
    if (a.dir && isAbsolute(a.dir)) { cpSync(a.dir, `dist/${a.name}`, { recursive: true }); a.dir = `dist/${a.name}`; } // never writes into another project
    for (const n of sizes) await a.prepare?.(n, generate(n), a.dir);
    if (a.dir) await compressAll(a.dir);
    const files = a.dir && `http://127.0.0.1:${(await serve(a.dir)).port}`;
    const started = async n => { const origin = await a.origin(n, generate(n)); await (await fetch(origin + a.path(n))).text(); return origin; }; // drawn once, as for all visitors but the first
    a.origins = Object.fromEntries(await Promise.all(sizes.map(async n => [n, files ?? await started(n)])));
  }
  return chosen.sort((a, b) => (b.name === 'vanilla') - (a.name === 'vanilla') || a.name.localeCompare(b.name));
}

async function run(browser, adapter, n, profileName, result) {
  const profile = PROFILES[profileName], events = data[n], url = adapter.origins[n] + adapter.path(n);
  const config = { root: adapter.root, row: adapter.row, more: adapter.more, total: adapter.total, id: adapter.id, ready: adapter.ready };
  const tab = await open(browser, profile, config, result.errors);
  try {
    const { page, cdp, net, throttle } = tab;
    const { all, changed } = departments(adapter), state = { deps: all, q: '' };
    let month = adapter.month;
    const anchored = !['agenda', 'virtual'].includes(adapter.scope); // whole-agenda pages only have a month after "next"
    const check = async (step, m = anchored ? month : null) => {
      await throttle(1);
      const shown = await page.evaluate(() => __bench.read()), want = matching(events, state, adapter.words), wrong = verify(adapter, want, shown, m, state.q);
      if (adapter.rowHeight) {
        const h = await page.locator(adapter.scroller).evaluate(el => [el.scrollHeight, el.clientHeight]), expected = Math.max(want.length * adapter.rowHeight, h[1]);
        if (h[0] !== expected) result.errors.push(`${step}: scroll height ${h[0]} instead of ${expected}`);
      }
      result.checks++;
      if (wrong) result.errors.push(`${step}: ${wrong}`);
      await throttle(profile.cpu);
      return shown;
    };
    const metric = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map(m => [m.name, m.value]));
    const cpu = async () => metric().then(m => (m.TaskDuration - m.DevToolsCommandDuration) * 1000); // main thread, less the bench's own commands
    /** One trusted input: event time stamp to the paint of the last change it made, and main-thread time spent meanwhile. */
    const measure = async (type, act) => {
      await sleep(100);
      await page.evaluate(t => __bench.arm(t), type);
      const before = await cpu();
      await act();
      let m; // what is fetched for the answer belongs to it
      do m = await page.evaluate(([q, max]) => __bench.settled(q, max), [profile.pause, 4 * profile.pause]); while (net.inflight.size);
      return m && { ...m, cpu: await cpu() - before };
    };
    const click = async selector => {
      const box = await page.locator(selector).first().boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      return measure('click', () => page.mouse.down().then(() => page.mouse.up()));
    };

    result.load = { ...await load(tab, url, profile, opt.limit * 1000), cpu: await cpu(), nodes: (await metric()).Nodes };
    const { inflight, until, start, ...bytes } = net;
    result.net = { ...bytes, code: bytes.js + bytes.css + bytes.wasm + bytes.html };
    await adapter.setup?.(page);
    await check('load');
    result.memory = await memory(browser, tab);
    if (adapter.loadOnly) return result;

    state.deps = changed;
    result.filterOff = await click(adapter.dep(TOGGLE));
    await check(`${TOGGLE} clicked`);
    state.deps = all;
    result.filterOn = await click(adapter.dep(TOGGLE));
    const top = (await check(`${TOGGLE} clicked again`)).inView[0];

    result.next = [];
    if (adapter.next) {
      if (!anchored) month = events.find(e => e.id === top).startDate.slice(0, 7);
      for (const i of [1, 2]) {
        month = nextMonth(month);
        result.next.push(await click(adapter.next));
        await check(`next month ${i}`, month);
      }
    }
    result.keys = [];
    await page.locator(adapter.search).focus();
    for (const c of QUERY) {
      state.q += c;
      result.keys.push(await measure('keydown', () => page.keyboard.press(c)));
      await check(`search ${state.q}`);
    }
    if (adapter.scope === 'virtual' && !adapter.ranked) { // the far end of a virtualised list must be real too
      await page.locator(adapter.scroller).evaluate(el => { el.scrollTop = el.scrollHeight; return new Promise(ok => setTimeout(ok, 200)); });
      const last = (await page.evaluate(() => __bench.read())).inView.at(-1), expected = matching(events, state).at(-1)?.id;
      if (last !== expected) result.errors.push(`end of list: ${last} instead of ${expected}`);
    }
    if ([result.filterOff, result.filterOn, ...result.next].includes(null)) result.errors.push('an input did not change the page');
    if (opt.shots) await page.screenshot({ path: `${opt.shots}/${adapter.name}-${n}-${profileName}.png` });
    return result;
  } finally { await tab.close(); }
}

/** What is shown at first, and after a click on one checkbox: all but it, or, where none ticked means all, only it. */
function departments(adapter) {
  const all = new Set(Object.keys(DEPS));
  return { all, changed: adapter.picks ? new Set([TOGGLE]) : new Set([...all].filter(d => d !== TOGGLE)) };
}

/**
 * Another load, whose page is asked for a filter in the frame that shows its first row, as an impatient visitor would:
 * from the start of the navigation to the paint of the page that obeyed, told by the number of events it says.
 */
async function early(browser, adapter, n, profileName, result) {
  const profile = PROFILES[profileName], { changed } = departments(adapter), expected = matching(data[n], { deps: changed, q: '' }).length;
  const config = { root: adapter.root, row: adapter.row, total: adapter.total, ready: adapter.ready, early: { box: adapter.dep(TOGGLE), total: expected } };
  const tab = await open(browser, profile, config, result.errors);
  try {
    await tab.page.goto(adapter.origins[n] + adapter.path(n), { waitUntil: 'commit', timeout: 0 });
    result.early = await tab.page.evaluate(max => __bench.obeyed(max), opt.limit * 1000);
    result.checks++;
  } finally { await tab.close(); }
}

const list = await adapters(), lines = `${opt.out}/runs.jsonl`, started = new Date();
mkdirSync(opt.out, { recursive: true });
if (opt.shots) mkdirSync(opt.shots, { recursive: true });
writeFileSync(lines, '');
const version = name => JSON.parse(readFileSync([`node_modules/${name}/package.json`, `pages/schedule-x/node_modules/${name}/package.json`].find(p => { try { readFileSync(p); return true; } catch { return false; } }))).version;
let browser = await launch();
const meta = { started, chromium: browser.version(), node: process.version, cpus: os.cpus().length, cpu: os.cpus()[0].model, memory: os.totalmem(), flags: FLAGS, profiles: PROFILES,
  query: QUERY, toggle: TOGGLE, sizes, order: list.map(a => a.name), scope: Object.fromEntries(list.map(a => [a.name, a.scope])),
  versions: Object.fromEntries(list.map(a => [a.name, a.version ?? Object.fromEntries((a.packages ?? []).map(p => [p, version(p)]))])), calibration: [] };
await browser.close();

const gaveUp = new Map();
for (const profile of opt.profiles.split(',')) {
  const rounds = profile === 'phone' ? +opt['phone-rounds'] : +opt.rounds;
  for (let round = 0; round < rounds; round++) {
    browser = await launch();
    meta.calibration.push({ profile, round, ms: await calibrate(browser, PROFILES[profile]) });
    await run(browser, list[0], sizes[0], 'desktop', { checks: 0, errors: [] }).catch(() => {}); // warms the browser up; thrown away
    const jobs = sizes.filter(n => profile === 'desktop' || n < 50000 || round < +opt['big-rounds']).flatMap(n => list.map(a => [a, n]));
    const turn = Math.round(jobs.length * round / rounds); // each round starts elsewhere in the same order
    for (const [adapter, n] of [...jobs.slice(turn), ...jobs.slice(0, turn)]) {
      const key = `${adapter.name} ${n} ${profile}`, head = { profile, round, adapter: adapter.name, n };
      if (gaveUp.get(key)) continue;
      const t = Date.now(), result = { checks: 0, errors: [] };
      const dead = sleep(opt.limit * 1000).then(() => { throw new Error(`gave up after ${opt.limit} s, ${result.checks} checks done`); });
      const both = async () => { await run(browser, adapter, n, profile, result); if (!adapter.loadOnly && adapter.total) await early(browser, adapter, n, profile, result); };
      await Promise.race([both(), dead]).catch(e => result.errors.push(e.message.split('\n')[0]));
      appendFileSync(lines, JSON.stringify({ ...head, wall: Date.now() - t, ...result }) + '\n');
      console.error(`${round + 1}/${rounds} ${key} ${((Date.now() - t) / 1000).toFixed(1)} s`, result.load ? `row ${result.load.row.toFixed(0)} ms` : '', result.errors.join(' | '));
      if (result.errors.some(e => e.startsWith('gave up'))) { gaveUp.set(key, true); await Promise.race([browser.close(), sleep(5000)]); browser = await launch(); }
    }
    await browser.close();
    meta.seconds = Math.round((Date.now() - started) / 1000);
    writeFileSync(`${opt.out}/meta.json`, JSON.stringify(meta, null, 1));
  }
}
const failed = report(opt.out);
process.exit(failed ? 1 : 0);
