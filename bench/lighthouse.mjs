// node lighthouse.mjs [--rounds=3] [--only=home,agenda,event,itinerary] [--methods=simulate,devtools] [--out=results/lighthouse]
// Lighthouse's own « mobile, slow 4G » on the real server with the archive; scores, and each audit below 1 with its reason. `simulate`
// reckons from a free run what a slow line would do, and takes all that came before the largest paint for its cause; `devtools` slows the run.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { conditions } from './browser.mjs';
import { ARCHIVE, startServer } from './site.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'], CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const { values: opt } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, methods: { type: 'string', default: 'simulate,devtools' }, only: { type: 'string', default: '' }, out: { type: 'string', default: 'results/lighthouse' } } });
const event = JSON.parse(readFileSync(ARCHIVE, 'utf8')).events[0].id;
const PAGES = { home: '/', agenda: '/agenda', event: `/agenda/${event}`, itinerary: '/itineraire' };
const names = opt.only ? opt.only.split(',') : Object.keys(PAGES);

const median = list => [...list].sort((a, b) => a - b)[list.length >> 1];
const text = value => String(value ?? '').replace(/\s+/g, ' ').replace(/\|/g, '\\|').trim();
/** What an audit names: selectors, addresses and figures of its first items. */
const items = audit => (audit.details?.items ?? []).flatMap(item => item.type === 'table' ? item.items : item.type ? [] : [item]).slice(0, 6).map(item => {
  const at = item.source?.url ? `${item.source.url}:${item.source.line}` : item.source?.value;
  const name = item.node?.selector ?? item.groupLabel ?? item.scriptUrl ?? item.url ?? at ?? item.label ?? item.description ?? item.reason ?? JSON.stringify(item).slice(0, 120);
  const figures = Object.entries(item).filter(([, v]) => typeof v === 'number').map(([k, v]) => `${k} ${Math.round(v)}`).join(', ');
  return text(name) + (item.node?.explanation ? ` (${text(item.node.explanation)})` : '') + (figures ? `: ${figures}` : '');
}).filter(Boolean);

/** Chromium's trace lacks its beginning once in a while; Lighthouse itself asks to be run again then. */
async function measure(name, url, throttlingMethod, tries = 3) {
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: FLAGS });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES, locale: 'en-US', throttlingMethod });
    writeFileSync(`${opt.out}/${name}-${throttlingMethod}.json`, JSON.stringify(lhr));
    if (!lhr.runtimeError) return lhr;
    if (tries < 2) throw new Error(`${name}: ${lhr.runtimeError.message}`);
  } finally { await chrome.kill(); }
  return measure(name, url, throttlingMethod, tries - 1);
}

/** Audits that cost points come first; the rest are Lighthouse's hints, which cost none. */
function below(lhr) {
  const weight = new Map();
  for (const id of CATEGORIES) for (const ref of lhr.categories[id].auditRefs) if (!weight.get(ref.id)) weight.set(ref.id, ref.weight);
  return Object.values(lhr.audits).filter(a => a.score !== null && a.score < 1 || a.scoreDisplayMode === 'error')
    .map(a => ({ ...a, weight: weight.get(a.id) ?? 0 })).sort((a, b) => b.weight - a.weight || a.id.localeCompare(b.id));
}

mkdirSync(opt.out, { recursive: true });
const server = await startServer(), found = new Map();
const METRICS = ['first-contentful-paint', 'largest-contentful-paint', 'speed-index', 'total-blocking-time'];
try {
  for (const method of opt.methods.split(',')) for (const [i, name] of names.entries()) {
    const runs = [];
    for (let round = 0; round < +opt.rounds; round++) runs.push(await measure(name, server.origin + PAGES[name], method));
    const last = runs.at(-1), score = id => median(runs.map(r => Math.round(100 * r.categories[id].score))), value = id => median(runs.map(r => r.audits[id].numericValue));
    if (!i) {
      const { rttMs, requestLatencyMs, throughputKbps, downloadThroughputKbps, cpuSlowdownMultiplier } = last.configSettings.throttling, slowed = method === 'devtools';
      console.log(`Lighthouse ${last.lighthouseVersion}, Chromium ${last.environment.hostUserAgent.match(/Chrome\/(\d+)/)?.[1]}, ${last.configSettings.formFactor}, ${method}: ${slowed ? requestLatencyMs : rttMs} ms, ${Math.round(slowed ? downloadThroughputKbps : throughputKbps)} kbit/s, CPU ÷ ${cpuSlowdownMultiplier}; medians of ${opt.rounds}; ${conditions()}.\n\n`
        + `| page | ${CATEGORIES.join(' | ')} | FCP ms | LCP ms | speed index | blocking ms | shift |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|`);
    }
    console.log(`| ${name} \`${PAGES[name]}\` | ${CATEGORIES.map(score).join(' | ')} | ${METRICS.map(id => Math.round(value(id))).join(' | ')} | ${value('cumulative-layout-shift').toFixed(3)} |`);
    for (const a of below(last)) {
      const key = `\`${a.id}\`${a.weight ? '' : ' (no points)'}: ${text(a.title)}`, said = [a.displayValue, a.errorMessage].filter(Boolean).map(text).join(' — ');
      found.set(key, [...found.get(key) ?? [], `  - ${name}, ${method}: ${a.score ?? 'error'}${said ? `, ${said}` : ''}${items(a).map(it => `\n    - ${it}`).join('')}`]);
    }
    if (i === names.length - 1) console.log();
  }
} finally { await server.stop(); }
console.log('#### Audits below 1\n');
console.log(found.size ? [...found].map(([key, cases]) => [`- ${key}`, ...cases].join('\n')).join('\n') : 'None.');
