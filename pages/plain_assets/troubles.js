// Only a page on which something breaks fetches what tells of it.
["error", "unhandledrejection"].map((kind) => addEventListener(kind, (event) => import("/static/tell-0.js").then(() => lineworkTell(event))));
