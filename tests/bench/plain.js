// The theme's own search on the main thread, its worker's script fed by hand, on a page of the
// plain site: [unused, queries to type, queries to judge].
async ([, typed, judged]) => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const worker = new URL(config.search, location);
  const code = await (await fetch(worker)).text();
  const began = performance.now();
  const load = (...paths) => {
    for (const path of paths) {
      const request = new XMLHttpRequest();
      request.open("GET", new URL(path, worker), false);
      request.send();
      (0, eval)(request.responseText);
    }
  };
  let tell;
  let answered;
  new Function("self", "addEventListener", "postMessage", "importScripts", code)(
    window, (_, listener) => (tell = listener), (message) => answered(message.data), load);
  const ask = (message) => new Promise((done) => {
    answered = done;
    tell({ data: message });
  });
  const { config: options, docs } = await (await fetch(new URL("search/search_index.json", new URL(config.base + "/", location)))).json();
  await ask({ type: 0, data: { config: options, docs, options: { suggest: false } } });
  const ready = performance.now() - began;
  const search = (query) => ask({ type: 2, data: query });
  await search(typed[0]);
  const first = performance.now() - began;
  const strokes = [];
  for (const query of typed) {
    for (let end = 1; end <= query.length; end++) {
      const start = performance.now();
      await search(query.slice(0, end));
      strokes.push(performance.now() - start);
    }
  }
  const found = [];
  for (const query of judged) {
    const { items } = await search(query);
    found.push(items.map(([{ location: place }]) => place.split("#")[0].split("/").at(-2) ?? ""));
  }
  return { ready, first, strokes, found };
}
