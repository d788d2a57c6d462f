// The bench's events as a feed of ours, in a file.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

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

/** Writes it, unless it is there: a running server reads again what was written. Returns its path. */
export function writeFeed(n, data) {
  const path = resolve(`data/ours-${n}.json`), text = JSON.stringify(feed(data));
  mkdirSync('data', { recursive: true });
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
  return path;
}
