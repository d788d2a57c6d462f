// What every measurement in a browser shares: how Chromium is started, what « phone » means, and what is counted.
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--enable-blink-features=ForceEagerMeasureMemory'];
export const PROFILES = {
  desktop: { cpu: 1, quiet: 500, pause: 250 },
  // A mid-range phone on "slow 4G": 1.6 Mbit/s down, 0.75 up, 150 ms added to every request, CPU four times slower.
  phone: { cpu: 4, quiet: 1500, pause: 600, network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 } },
};
export const launch = () => chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
export const sleep = ms => new Promise(ok => setTimeout(ok, ms));
export const median = a => { const s = [...a].sort((x, y) => x - y), m = s.length >> 1; return s.length % 2 ? s[m] : (s[m - 1] + s[m]) / 2; };
export const MB = 1 << 20;
/** One line that says under what a table was measured. */
export const conditions = version => `${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} × ${os.cpus()[0].model}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${version ? `Chromium ${version.split('.')[0]}, ` : ''}load ${os.loadavg()[0].toFixed(1)} when done`;

const PROBE = readFileSync(new URL('probe.js', import.meta.url), 'utf8').replace(/^\/\/.*\n/gm, '');

/** A fresh context with the probe in it, throttled like the profile: { page, cdp, net, throttle(rate), close() }. */
export async function open(browser, profile, config, errors) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage(), cdp = await context.newCDPSession(page), net = traffic(cdp);
  page.on('pageerror', e => errors.push(`page error: ${e.message}`));
  await page.addInitScript({ content: `(${PROBE.trim()})(${JSON.stringify(config)})` });
  await cdp.send('Network.enable');
  await cdp.send('Performance.enable');
  const throttle = rate => profile.cpu > 1 && cdp.send('Emulation.setCPUThrottlingRate', { rate });
  if (profile.network) await cdp.send('Network.emulateNetworkConditions', profile.network);
  await throttle(profile.cpu);
  return { page, cdp, net, throttle, close: () => Promise.race([context.close(), sleep(5000)]) };
}

/** Goes there and waits until the first row is painted, the page's own program answers, and all is quiet. */
export async function load({ page, net }, url, profile, limit) {
  await page.goto(url, { waitUntil: 'commit', timeout: 0 });
  let load;
  do load = await page.evaluate(([q, max]) => __bench.loaded(q, max), [profile.quiet, limit]); while (net.inflight.size);
  return load;
}

const KINDS = [['wasm', /wasm/], ['js', /javascript/], ['css', /css/], ['html', /html/], ['data', /./]];
/** Counts requests and encoded bytes (headers included) by kind: anything that is not code, style or page is data. */
function traffic(cdp) {
  const types = new Map(), counted = new Map(), log = [];
  const t = { requests: 0, inflight: new Set(), js: 0, css: 0, wasm: 0, html: 0, data: 0, start: null };
  const came = (id, at, bytes) => { counted.set(id, (counted.get(id) ?? 0) + bytes); log.push([at, bytes]); };
  cdp.on('Network.requestWillBeSent', e => {
    if (!e.request.url.startsWith('http')) return;
    t.start ??= e.timestamp;
    t.requests += !t.inflight.has(e.requestId);
    t.inflight.add(e.requestId);
  });
  cdp.on('Network.responseReceived', e => { types.set(e.requestId, e.response.mimeType); came(e.requestId, e.timestamp, e.response.encodedDataLength); });
  cdp.on('Network.dataReceived', e => came(e.requestId, e.timestamp, e.encodedDataLength));
  cdp.on('Network.loadingFailed', e => t.inflight.delete(e.requestId));
  cdp.on('Network.loadingFinished', e => {
    if (!t.inflight.delete(e.requestId)) return;
    came(e.requestId, e.timestamp, e.encodedDataLength - (counted.get(e.requestId) ?? 0));
    t[KINDS.find(([, re]) => re.test(types.get(e.requestId) ?? '?'))[0]] += e.encodedDataLength;
  });
  /** Bytes that had come `ms` after the navigation began. */
  t.until = ms => log.reduce((sum, [at, bytes]) => at - t.start <= ms / 1000 ? sum + bytes : sum, 0);
  return t;
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

/** Memory of a loaded page: the process before, the heap after a forced collection, and wasm's own. */
export async function memory(browser, { page, cdp }) {
  const process = await rendererMemory(browser);
  await cdp.send('HeapProfiler.collectGarbage');
  const heap = await cdp.send('Runtime.getHeapUsage');
  const [wasm, total] = await page.evaluate(() => Promise.all([__bench.wasm(), crossOriginIsolated ? performance.measureUserAgentSpecificMemory().then(m => m.bytes) : null]));
  return { ...process, heap: heap.usedSize, backing: heap.backingStorageSize ?? 0, wasm, total };
}

/** Milliseconds of a fixed computation in a blank page: shows what the CPU was worth in this round, and that throttling works. */
export async function calibrate(browser, profile) {
  const context = await browser.newContext(), page = await context.newPage(), cdp = await context.newCDPSession(page);
  if (profile.cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
  const ms = await page.evaluate(() => { const t = performance.now(); let x = 0; for (let i = 0; i < 2e8; i++) x = x + i * i | 0; return performance.now() - t + x * 0; });
  await context.close();
  return ms;
}
