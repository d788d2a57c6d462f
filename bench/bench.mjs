// node bench.mjs [--rounds=7] [--sizes=500,5000,50000] [--only=a,b] [--profiles=desktop,phone] [--phone-rounds=7] [--big-rounds=3] [--out=results]
//   [--adapters=adapters] [--limit=240 (seconds a run may last)] [--shots=dir]
// Interleaved rounds over every adapter x size x profile; appends one line per run to <out>/runs.jsonl, then writes results.json and results.md.
import { appendFileSync, cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import os from 'node:os';
import { chromium } from 'playwright-core';
import { generate, DEPS, SIZES } from './gen.mjs';
import { compressAll, serve } from './server.mjs';
import { matching, nextMonth, verify } from './oracle.mjs';
import { report } from './report.mjs';

const { values: opt } = parseArgs({ options: Object.fromEntries(Object.entries({ rounds: '7', 'phone-rounds': '7', 'big-rounds': '3', sizes: SIZES.join(),
  only: '', profiles: 'desktop,phone', out: 'results', limit: '240', shots: '', adapters: 'adapters' }).map(([k, d]) => [k, { type: 'string', default: d }])) });
const QUERY = 'jard', TOGGLE = '75', CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--enable-blink-features=ForceEagerMeasureMemory'];
const PROFILES = {
  desktop: { cpu: 1, quiet: 500, pause: 250 },
  // A mid-range phone on "slow 4G": 1.6 Mbit/s down, 0.75 up, 150 ms added to every request, CPU four times slower.
  phone: { cpu: 4, quiet: 1500, pause: 600, network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 } },
};
const sizes = opt.sizes.split(',').map(Number), probe = readFileSync('probe.js', 'utf8').replace(/^\/\/.*\n/gm, '');
const data = Object.fromEntries(sizes.map(n => [n, generate(n).events]));
const sleep = ms => new Promise(ok => setTimeout(ok, ms));

async function adapters() {
  const files = readdirSync(opt.adapters).filter(f => f.endsWith('.mjs') && !f.startsWith('_')), only = opt.only.split(',').filter(Boolean);
  const list = await Promise.all(files.map(async f => (await import(pathToFileURL(resolve(opt.adapters, f)))).default));
  const chosen = list.filter(a => !only.length || only.includes(a.name));
  for (const a of chosen) {
    if (isAbsolute(a.dir)) { cpSync(a.dir, `dist/${a.name}`, { recursive: true }); a.dir = `dist/${a.name}`; } // never writes into another project
    for (const n of sizes) await a.prepare?.(n, generate(n), a.dir);
    await compressAll(a.dir);
    a.origin = `http://127.0.0.1:${(await serve(a.dir)).port}`;
  }
  return chosen.sort((a, b) => (b.name === 'vanilla') - (a.name === 'vanilla') || a.name.localeCompare(b.name));
}

/** Private memory of the largest renderer process, in bytes, and the peak resident size of it. */
async function rendererMemory(browser) {
  const cdp = await browser.newBrowserCDPSession(), { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  const kb = (text, name) => [...text.matchAll(new RegExp(`^${name}:\\s+(\\d+)`, 'gm'))].reduce((s, m) => s + +m[1], 0) * 1024;
  return processInfo.filter(p => p.type === 'renderer').map(p => {
    try {
      const smaps = readFileSync(`/proc/${p.id}/smaps_rollup`, 'utf8');
      return { uss: kb(smaps, 'Private_Clean') + kb(smaps, 'Private_Dirty'), peakRss: kb(readFileSync(`/proc/${p.id}/status`, 'utf8'), 'VmHWM') };
    } catch { return { uss: 0, peakRss: 0 }; }
  }).reduce((a, b) => b.uss > a.uss ? b : a);
}

const KINDS = [['wasm', /wasm/], ['js', /javascript/], ['css', /css/], ['html', /html/], ['data', /./]];
/** Counts requests and encoded bytes (headers included) by kind: anything that is not code, style or page is data. */
function traffic(cdp) {
  const types = new Map(), t = { requests: 0, inflight: new Set(), js: 0, css: 0, wasm: 0, html: 0, data: 0 };
  cdp.on('Network.requestWillBeSent', e => { if (e.request.url.startsWith('http')) { t.requests += !t.inflight.has(e.requestId); t.inflight.add(e.requestId); } });
  cdp.on('Network.responseReceived', e => types.set(e.requestId, e.response.mimeType));
  cdp.on('Network.loadingFailed', e => t.inflight.delete(e.requestId));
  cdp.on('Network.loadingFinished', e => {
    if (!t.inflight.delete(e.requestId)) return;
    t[KINDS.find(([, re]) => re.test(types.get(e.requestId) ?? '?'))[0]] += e.encodedDataLength;
  });
  return t;
}

async function run(browser, adapter, n, profileName, result) {
  const profile = PROFILES[profileName], events = data[n];
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  try {
    const page = await context.newPage(), cdp = await context.newCDPSession(page), net = traffic(cdp);
    page.on('pageerror', e => result.errors.push(`page error: ${e.message}`));
    await page.addInitScript({ content: `(${probe.trim()})(${JSON.stringify({ root: adapter.root, row: adapter.row, more: adapter.more, total: adapter.total, id: adapter.id })})` });
    await cdp.send('Network.enable');
    await cdp.send('Performance.enable');
    const throttle = rate => profile.cpu > 1 && cdp.send('Emulation.setCPUThrottlingRate', { rate });
    if (profile.network) await cdp.send('Network.emulateNetworkConditions', profile.network);
    await throttle(profile.cpu);

    const state = { deps: new Set(Object.keys(DEPS)), q: '' };
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
      const m = await page.evaluate(([q, max]) => __bench.settled(q, max), [profile.pause, 4 * profile.pause]);
      return m && { ...m, cpu: await cpu() - before };
    };
    const click = async selector => {
      const box = await page.locator(selector).first().boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      return measure('click', () => page.mouse.down().then(() => page.mouse.up()));
    };

    await page.goto(adapter.origin + adapter.path(n), { waitUntil: 'commit', timeout: 0 });
    let load;
    do load = await page.evaluate(([q, max]) => __bench.loaded(q, max), [profile.quiet, opt.limit * 1000]); while (net.inflight.size);
    result.load = { ...load, cpu: await cpu(), nodes: (await metric()).Nodes };
    const { inflight, ...bytes } = net;
    result.net = { ...bytes, code: bytes.js + bytes.css + bytes.wasm + bytes.html };
    await adapter.setup?.(page);
    await check('load');
    result.memory = await rendererMemory(browser);
    await cdp.send('HeapProfiler.collectGarbage');
    const heap = await cdp.send('Runtime.getHeapUsage');
    Object.assign(result.memory, { heap: heap.usedSize, backing: heap.backingStorageSize ?? 0,
      total: await page.evaluate(() => crossOriginIsolated ? performance.measureUserAgentSpecificMemory().then(m => m.bytes) : null) });

    state.deps.delete(TOGGLE);
    result.filterOff = await click(adapter.dep(TOGGLE));
    await check(`${TOGGLE} off`);
    state.deps.add(TOGGLE);
    result.filterOn = await click(adapter.dep(TOGGLE));
    const top = (await check(`${TOGGLE} on`)).inView[0];

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
  } finally {
    await Promise.race([context.close(), sleep(5000)]);
  }
}

/** Milliseconds of a fixed computation in a blank page: shows what the CPU was worth in this round, and that throttling works. */
async function calibrate(browser, profile) {
  const context = await browser.newContext(), page = await context.newPage(), cdp = await context.newCDPSession(page);
  if (profile.cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
  const ms = await page.evaluate(() => { const t = performance.now(); let x = 0; for (let i = 0; i < 2e8; i++) x = x + i * i | 0; return performance.now() - t + x * 0; });
  await context.close();
  return ms;
}

const list = await adapters(), lines = `${opt.out}/runs.jsonl`, started = new Date();
mkdirSync(opt.out, { recursive: true });
if (opt.shots) mkdirSync(opt.shots, { recursive: true });
writeFileSync(lines, '');
const launch = () => chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
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
      await Promise.race([run(browser, adapter, n, profile, result), dead]).catch(e => result.errors.push(e.message.split('\n')[0]));
      appendFileSync(lines, JSON.stringify({ ...head, wall: Date.now() - t, ...result }) + '\n');
      console.log(`${round + 1}/${rounds} ${key} ${((Date.now() - t) / 1000).toFixed(1)} s`, result.load ? `row ${result.load.row.toFixed(0)} ms` : '', result.errors.join(' | '));
      if (result.errors.some(e => e.startsWith('gave up'))) { gaveUp.set(key, true); await Promise.race([browser.close(), sleep(5000)]); browser = await launch(); }
    }
    await browser.close();
    meta.seconds = Math.round((Date.now() - started) / 1000);
    writeFileSync(`${opt.out}/meta.json`, JSON.stringify(meta, null, 1));
  }
}
const failed = report(opt.out);
process.exit(failed ? 1 : 0);
