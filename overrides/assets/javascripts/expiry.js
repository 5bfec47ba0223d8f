// A verification runs out even when nobody rebuilds the site: from that day on the
// value is shown as unconfirmed, and no longer shown in a copy that is read from disk, which no
// build can mend. Announcements keep their times in the same way.
const today = new Date();
const words = document.querySelector("#hc-unconfirmed").innerHTML.trim();

const hides = document.documentElement.classList.contains("hc-offline");

/** Mark every fact below `root` whose verification has run out. */
export function expire(root) {
  for (const fact of root.querySelectorAll(hides ? "[data-expires]" : "[data-expires]:not(.hc-expired)")) {
    if (today >= new Date(`${fact.dataset.expires}T00:00:00`)) {
      const mark = document.createElement("span");
      mark.className = "hc-unconfirmed";
      mark.textContent = words.replace("{date}", fact.dataset.verified);
      fact.classList.add("hc-expired");
      if (hides) hide(fact);
      fact.append(mark);
    }
  }
}

/** Take a value out of the page, with all that its row of a table or its example says of it. */
function hide(fact) {
  const rest = fact.closest("tr, .hc-list--example")?.querySelectorAll("td, dd, .hc-note") ?? [];
  for (const part of rest) if (!part.contains(fact)) part.replaceChildren();
  fact.replaceChildren();
}

expire(document);

for (const notice of document.querySelectorAll("[data-hc-start]")) {
  const { hcStart: start, hcEnd: end } = notice.dataset;
  notice.hidden = (start && today < new Date(start)) || (end && today >= new Date(end));
}
