// Our site: the built `dist/` of the workspace (`cargo xtask build`), with the bench's events as a feed of ours.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const KINDS = { 'conférence': 'conference', 'débat': 'debat', atelier: 'atelier', spectacle: 'spectacle', projection: 'projection', inauguration: 'inauguration' };
const AUDIENCES = { 'tout public': 'tous', 'jeune public': 'enfants', scolaires: 'scolaires', adultes: 'adultes', familles: 'familles' };
const wall = text => text.slice(0, 16); // the bench writes Paris time with its offset; our feed is wall time
const place = r => ({ name: r.venue, address: { addressLocality: r.city }, department: r.dep });

const feed = ({ stops, events }) => ({
  version: '1.0', name: 'Banc d’essai', isDemonstration: true,
  exhibitions: [{ id: 'expo', name: 'Exposition' }],
  stops: stops.map(s => ({ id: s.id, exhibition: 'expo', location: place(s), startDate: s.startDate.slice(0, 10), endDate: s.endDate.slice(0, 10), description: s.description })),
  events: events.map(e => ({ id: e.id, name: e.title, kind: KINDS[e.kind], audience: [AUDIENCES[e.audience]], startDate: wall(e.startDate), endDate: wall(e.endDate), location: place(e), description: e.description })),
});

export default {
  name: 'ours', version: 'workspace', dir: fileURLToPath(new URL('../../dist', import.meta.url)),
  prepare(n, data, dir) { writeFileSync(`${dir}/agenda-${n}.json`, JSON.stringify(feed(data))); },
  // All eight départements checked, as the bench's pages start; from the first day on, so that everything shows.
  path: n => `/agenda?dep=75,77,78,91,92,93,94,95&du=2017-11-01&flux=/agenda-${n}.json`,
  // Words are ranked, best first, and found by their beginnings; that the right ones are counted is checked by `total`.
  words: 'prefix', ranked: true, total: '.found',
  scope: 'virtual', root: 'main', row: '[data-event]', id: 'data-event',
  dep: d => `input[name=dep][value="${d}"]`, search: 'input[type=search]', next: null,
};
