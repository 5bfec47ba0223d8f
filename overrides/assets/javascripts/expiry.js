// A verification runs out even when nobody rebuilds the site: from that day on the
// value is shown as unconfirmed. Announcements keep their times in the same way.
const today = new Date();
const words = document.querySelector("#hc-unconfirmed").innerHTML.trim();

/** Mark every fact below `root` whose verification has run out. */
export function expire(root) {
  for (const fact of root.querySelectorAll("[data-expires]:not(.hc-expired)")) {
    if (today >= new Date(`${fact.dataset.expires}T00:00:00`)) {
      const mark = document.createElement("span");
      mark.className = "hc-unconfirmed";
      mark.textContent = words.replace("{date}", fact.dataset.verified);
      fact.classList.add("hc-expired");
      fact.append(mark);
    }
  }
}

expire(document);

for (const notice of document.querySelectorAll("[data-hc-start]")) {
  const { hcStart: start, hcEnd: end } = notice.dataset;
  notice.hidden = (start && today < new Date(start)) || (end && today >= new Date(end));
}
