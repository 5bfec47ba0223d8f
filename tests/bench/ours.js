// Our search on the main thread: [folder of the index, queries to type, queries to judge].
async ([folder, typed, judged]) => {
  const load = (path) => new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = new URL(path, location.origin);
    Object.assign(script, { charset: "utf-8", onload: done, onerror: fail }); // robots.txt has none
    document.head.append(script);
  });
  await load("/assets/javascripts/search/worker.js"); // comes with every page
  const bytes = [];
  for (let row = 0xb0; row < 0xd8; row++) for (let c = 0xa1; c < 0xff; c++) bytes.push(row, c);
  const common = () => new TextDecoder("gbk").decode(new Uint8Array(bytes)).slice(0, 3755);
  const read = (path) => fetch(new URL(path, new URL(folder, location))).then((r) => r.json());
  const began = performance.now();
  await load("/search/engine.js");
  const { Engine } = searchModules["search/engine.js"];
  const engine = new Engine(read, common);
  await engine.ready();
  const ready = performance.now() - began;
  await engine.search(typed[0]);
  const first = performance.now() - began;
  const strokes = [];
  for (const query of typed) {
    for (let end = 1; end <= query.length; end++) {
      await engine.search(query.slice(0, end)); // loads what is missing
      engine.hits.clear();
      const start = performance.now();
      await engine.search(query.slice(0, end));
      strokes.push(performance.now() - start);
    }
  }
  const found = [];
  for (const query of judged) found.push((await engine.search(query, 10)).map((hit) => hit.id));
  return { ready, first, strokes, found };
}
