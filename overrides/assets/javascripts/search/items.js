// Results in the form that the theme's result list draws: per hit the article, and the
// section that answers best; the title leads there, too, when the section's heading is nearer to the
// question than the title. Titles and texts are HTML there, so everything is escaped.

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

// `results` of the engine as the theme's items.
export function toItems(results) {
  return results.map((result) => {
    const terms = Object.fromEntries(result.words.map((word) => [word, true])); // marked on the page, see words.js
    const title = marked(result.titleParts) + note(result.category);
    const text = `<p>${marked(result.parts)}</p>`;
    const location = `${result.url}#${result.anchor}`;
    const article = { location: result.direct ? location : result.url, title, text: "", score: result.score, terms, tags: undefined };
    if (!result.anchor) return [{ ...article, text }];
    const section = { ...article, location, title: escape(result.heading), text, score: result.score + 0.001 };
    return [section, article]; // the theme takes for the article what leads to no section, else the last
  });
}

export function escape(text) {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char]);
}

function marked(parts) {
  return parts.map(({ text, hit }) => (hit ? `<mark>${escape(text)}</mark>` : escape(text))).join("");
}

function note(category) {
  return category ? ` <small class="hc-hit-category">${escape(category)}</small>` : "";
}
