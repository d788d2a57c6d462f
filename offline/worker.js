// The service worker: keeps one whole release of the site on the device, for when there is no network.
//
// With a network it changes nothing: pages, fonts and icons come from the server, files with a hash in their name are the
// same wherever they come from. Without one, everything comes from the release that is kept, and from no other. It never
// touches the feed, the API, the exports or other origins: the application keeps its own last good feed.
// `docs/decisions/010-offline.md` says why.
import { clientsClaim } from "workbox-core";
import { ExpirationPlugin } from "workbox-expiration";
import * as navigationPreload from "workbox-navigation-preload";
import { PrecacheController } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkOnly } from "workbox-strategies";

// The page without content, from which the application draws any address.
const SHELL = "/shell.html";
const RELEASES = "qsec2-release-";
const SLICES = "qsec2-feed-slices";
// Filled by the application (`src/browser/saved.rs`).
const KEPT = "qsec2-kept-files";

const HASHED_FILE = /-[0-9a-f]{10,16}(_bg)?\.(js|wasm|css)$/;
const FEED_SLICE = /^\/feed\/.*\.[0-9a-f]{16}\.(json|bin)$/;
// Ids have no dot: a last part with one is a file, or an export.
const NO_PAGE = /^\/(api|healthz)(\/|$)|\.[^/]*$/;

// `cargo xtask build` writes the list of files before this script.
const files = self.__WB_MANIFEST;
const { revision } = files.find(file => file.url === SHELL);

// A cache for each release: an update fills its own, and the release in use stays whole until the new one is.
const release = new PrecacheController({
    cacheName: RELEASES + revision,
    // What has no hash in its name is asked for again, but not sent again if it is the same.
    plugins: [
        {
            requestWillFetch: async ({ request }) =>
                request.cache === "reload" ? new Request(request, { cache: "no-cache" }) : request,
        },
    ],
});
release.precache(files);

// A new release takes over as soon as it is here as a whole. Pages of the one before stay as they are: the files with a
// hash that they may still ask for are kept for one release more.
self.skipWaiting();
clientsClaim();
navigationPreload.enable();
self.addEventListener("activate", event => event.waitUntil(forgetAllButTwo()));

async function forgetAllButTwo() {
    const others = (await caches.keys()).filter(name => name.startsWith(RELEASES) && name !== RELEASES + revision);
    // In the order in which they were made.
    await Promise.all(others.slice(0, -1).map(name => caches.delete(name)));
}

const patient = new NetworkOnly();
const hurried = new NetworkOnly({ networkTimeoutSeconds: 3 });

// What the server says, if it says so within 3 s and is well; else what is kept.
async function fromServerElse(url, options) {
    const kept = await release.matchPrecache(url);
    if (!kept) return patient.handle(options);
    try {
        const answer = await hurried.handle(options);
        return answer.status < 500 ? answer : kept;
    } catch {
        return kept;
    }
}

registerRoute(
    ({ request, url, sameOrigin }) => sameOrigin && request.mode === "navigate" && !NO_PAGE.test(url.pathname),
    options => fromServerElse(SHELL, options),
);

registerRoute(
    ({ url, sameOrigin }) => sameOrigin && HASHED_FILE.test(url.pathname),
    async ({ request }) => (await caches.match(request)) ?? fetch(request),
);

const recent = new CacheFirst({
    cacheName: SLICES,
    plugins: [new ExpirationPlugin({ maxEntries: 400, purgeOnQuotaError: true })],
});

registerRoute(
    ({ url, sameOrigin }) => sameOrigin && FEED_SLICE.test(url.pathname),
    // What a visitor keeps on purpose is in a cache of the application's own, from which nothing expires.
    async options => (await caches.match(options.request, { cacheName: KEPT })) ?? recent.handle(options),
);

registerRoute(
    ({ request, url }) => request.mode !== "navigate" && release.getCacheKeyForURL(url.href),
    options => fromServerElse(options.url.href, options),
);
