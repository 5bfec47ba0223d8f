// window.helpcenter.search(query, {lang}) for widgets and tests: the same worker, the same engine.

const site = new URL(JSON.parse(document.getElementById("__config").textContent).search, location);

export function expose(worker) {
  const waiting = new Map();
  let last = 0;
  worker.addEventListener("message", ({ data }) => {
    if (data.type !== "found") return;
    const { resolve, reject } = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error) reject(new Error(data.error));
    else resolve(data.results.map(({ path, ...rest }) => ({ ...rest, url: new URL(`../../../${path}`, site).href })));
  });

  // Articles for a query, best first: [{id, url, title, score}]; `lang` defaults to the page's.
  window.helpcenter.search = (query, { lang } = {}) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ type: "search", id, query, lang });
    });
}
