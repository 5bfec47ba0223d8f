// Back and Forward. An open search is an entry of the browser's history, so that Back closes it,
// and a page to which the reader comes back from a hit opens its search as it was left. What was
// asked stays in `history.state`: no server learns of it, and it ends with the tab.

const TRAIL_KEY = "hcSearch";
const BROWSER = 100; // milliseconds that it takes to move a page

export class Trail {
  // `toggle` is checked while the search is open, `input` holds the question. `restore(left)`
  // opens the search as it was left: {question, hit}, each undefined where unknown.
  constructor(toggle, input, restore) {
    Object.assign(this, { toggle, input, restore });
    addEventListener("popstate", () => this.arrived());
    addEventListener("pageshow", ({ persisted }) => persisted && this.arrived());
    // phones drop pages that are out of sight and load them anew
    document.addEventListener("visibilitychange", () => document.hidden && toggle.checked && this.left && this.keep());
  }

  // How the search was left in this entry; `over` when the entry is for the search alone.
  get left() {
    return history.state?.[TRAIL_KEY];
  }

  keep(more, url) {
    write("replaceState", { ...this.left, question: this.input.value, hit: undefined, ...more }, url);
  }

  // The page is there, perhaps with a question in its address, which goes to servers: it is kept,
  // then taken out. A reader may have opened the search before the scripts came.
  begin(question) {
    if (question) {
      const url = new URL(location);
      url.searchParams.delete("q");
      this.keep({ question });
      this.keep({ question }, url);
    }
    const { left } = this;
    if (left && !left.question && !left.hit) write("replaceState"); // loaded anew with an empty box: the page is wanted
    if (this.left) this.restore(this.left);
    else if (this.toggle.checked) this.opened();
  }

  opened() {
    this.leaving = false;
    if (!this.left && !this.closing) write("pushState", { over: true });
  }

  // Closed otherwise than by Back: the entry goes, too.
  closed() {
    release();
    const { left } = this;
    if (!left || this.closing || this.leaving) return;
    this.keep();
    if (!left.over) return write("replaceState");
    this.closing = true;
    history.back();
  }

  // A link of the search is clicked, and the theme has not yet closed the search. Its way back leads
  // here; where it opens in another tab or program, the search stays open.
  follow(link, event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || link.target || !/^(?:https?|file):/.test(link.href)) {
      return event.stopPropagation();
    }
    this.leaving = true;
    this.keep({ hit: link.href });
  }

  // At this entry by Back or Forward. A reader may open the search again before our own way back
  // has ended.
  arrived() {
    const own = this.closing;
    this.closing = false;
    if (this.left) return this.restore(this.left);
    const { checked } = this.toggle;
    if (own && checked) this.opened();
    else if (checked) this.toggle.click();
    if (own || checked) stay();
  }
}

// On a phone the theme holds the page behind still, and lets go a moment after the search has closed.
// A page that is left in that moment would lose the reader's place.
function release() {
  const { body } = document;
  const place = -parseInt(body.style.top, 10);
  body.removeAttribute("data-md-scrolllock");
  body.style.top = "";
  if (place) scrollTo(0, place);
}

// The browser is about to move the page to where it was when the search was opened; a reader may have
// moved it since.
function stay() {
  const place = scrollY;
  const back = () => scrollTo(0, place);
  addEventListener("scroll", back, { once: true });
  setTimeout(() => removeEventListener("scroll", back), BROWSER);
}

// Browsers refuse too many entries, and other addresses in a copy on disk: Back does then what it
// does without us.
function write(how, left, url) {
  try {
    history[how](left && { [TRAIL_KEY]: left }, "", url);
  } catch {
    // nothing is kept
  }
}
