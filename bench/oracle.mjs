// What must be on screen, worked out from the data alone, and the comparison with what the page shows.
const DAY = 86400000, iso = t => new Date(t).toISOString().slice(0, 10);
const fold = s => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
export const nextMonth = m => iso(Date.parse(`${m}-01`) + 32 * DAY).slice(0, 7);

/** The six (or as many as the month needs) Monday-first weeks that a month grid shows. */
export function grid(month, weeks) {
  const first = Date.parse(`${month}-01`), lead = (new Date(first).getUTCDay() + 6) % 7, days = (Date.parse(`${nextMonth(month)}-01`) - first) / DAY;
  const from = first - lead * DAY;
  return [iso(from), iso(from + (weeks ?? Math.ceil((lead + days) / 7)) * 7 * DAY)];
}
const words = e => fold([e.title, e.venue, e.city, e.description].join(' '));
/** Substring is the bench's rule; a page that searches by the beginnings of words says `words: 'prefix'`. */
const has = { substring: (e, q) => words(e).includes(q), prefix: (e, q) => words(e).split(/[^a-z0-9]+/).some(w => w.startsWith(q)) };
export const matching = (events, { deps, q }, rule = 'substring') => events.filter(e => deps.has(e.dep) && (!q || has[rule](e, q)));

/** Returns what is wrong, or null. `want` = matching events of the whole agenda, `month` = the month that should show. */
export function verify(adapter, want, shown, month, searched) {
  const { rows, inView, more, total } = shown, by = new Map(want.map(e => [e.id, e])), start = id => by.get(id).startDate;
  const alien = rows.find(id => !by.has(id));
  if (alien) return `shows ${alien}, which does not match`;
  if (new Set(rows).size !== rows.length) return 'shows a row twice';
  if (want.length && !inView.length && adapter.scope !== 'window') return 'no row inside the visible box';
  if (adapter.total && total !== want.length) return `says ${total} events instead of ${want.length}`;
  const same = (expected, n = rows.length) => n === expected ? null : `shows ${n} instead of ${expected}`;
  const between = (a, b) => want.filter(e => e.startDate >= a && e.startDate < b);
  switch (adapter.scope) {
    case 'agenda': case 'virtual': {
      if (adapter.ranked && searched) return want.length && !rows.length ? 'shows nothing' : null; // best first: no order in time to check
      if (rows.some((id, i) => i && Date.parse(start(id)) < Date.parse(start(rows[i - 1])))) return 'rows out of order';
      if (month && inView.length && start(inView[0]).slice(0, 7) !== month) return `first visible row is in ${start(inView[0]).slice(0, 7)}, not ${month}`;
      if (adapter.scope === 'agenda') return same(want.length);
      if (!rows.length) return same(want.length);
      const inner = between(start(rows[0]), start(rows.at(-1))).filter(e => e.startDate > start(rows[0]));
      return inner.every(e => rows.includes(e.id)) ? null : 'a row is missing inside the visible slice';
    }
    case 'month': return same(between(month, nextMonth(month)).length);
    case 'grid': {
      const [from, to] = grid(month, adapter.weeks);
      if (rows.some(id => start(id) < from || start(id) >= to)) return `a row lies outside ${from}..${to}`;
      return same(between(from, to).length, rows.length + more);
    }
    // A timeline draws what lies in its window; the groups scrolled out of sight may be left undrawn, so each drawn group must be whole.
    case 'window': {
      const inWindow = between(month, nextMonth(month)), drawn = new Set(rows.map(id => by.get(id).dep)), set = new Set(rows);
      const missing = inWindow.filter(e => drawn.has(e.dep) && !set.has(e.id)).length;
      if (inWindow.length && !drawn.size) return 'nothing drawn';
      const day = (m, k) => iso(Date.parse(`${m}-01`) + k * DAY), far = rows.find(id => start(id) < day(month, -15) || start(id) > day(nextMonth(month), 15));
      return missing ? `${missing} events of the window are not drawn` : far ? `${far} is drawn far outside the window` : null;
    }
  }
}
