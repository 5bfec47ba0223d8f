// A copy opened from disk: browsers run no modules there, so this one script holds them all. It
// stands before the theme's script and runs the page's own modules when the page is there.

import { keep, LocalWorker } from "./local.js";

const { src, dataset } = document.currentScript;
const site = new URL("../../", src);
document.documentElement.classList.add("hc-offline");
window.helpcenter = { file: keep, startWorker: () => new LocalWorker(dataset.lang, site) };
document.addEventListener("DOMContentLoaded", () => {
  // each on its own: an error of one must not stop the next
  for (const path of dataset.modules.split(" ")) queueMicrotask(() => searchModules[path]);
});
