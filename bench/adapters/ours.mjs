// Our site as it is deployed: the release-built server with the bench's events as its feed, the page with its first rows in the HTML.
import { writeFeed } from '../feed.mjs';
import { startServer } from '../site.mjs';

/** The agenda as on the first day of the bench's events, so that everything is still to come. */
export const PATH = '/agenda?le=2017-11-01';

export default {
  name: 'ours', version: 'workspace',
  origin: (n, data) => startServer({ feed: writeFeed(n, data) }).then(server => server.origin),
  path: () => PATH,
  // The mark that the server leaves on what it drew; it goes in the task in which the program draws itself.
  ready: '#app:not([data-rendered])',
  // No département ticked is all of them: the first click leaves one, where the other pages' leaves seven.
  picks: true,
  // Words are ranked, best first, and found by their beginnings; that the right ones are counted is checked by `total`.
  words: 'prefix', ranked: true, total: '.found',
  scope: 'virtual', root: 'main', row: '[data-event]', id: 'data-event',
  dep: d => `input[name=dep][value="${d}"]`, search: 'input[type=search]', next: null,
};
