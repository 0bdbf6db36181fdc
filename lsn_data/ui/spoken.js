// What does a screen reader hear, and where does the keyboard stand? Mends from outside what Streamlit leaves open:
// names that are missing, roles that fit badly, changes nobody is told of, a focus that falls into the void.
const root = document.documentElement;
const all = (what, where = document) => [...where.querySelectorAll(what)];
const set = (one, name, value) => { if (one.getAttribute(name) !== value) one.setAttribute(name, value); };
const MOVES = "[data-moves], .st-key-lsn-wide, [class*=st-key-chart-], [class*=st-key-lsn-history], .st-key-lsn-files";
let words = {}, end = null;

export default function ({ data }) {
  words = data;
  end ??= begin();
  return () => { end?.(); end = null; };
}

function named() {
  // What opens above the page stands outside of Streamlit's own scheme: it takes the same one, light or dark.
  const app = document.querySelector("[data-testid=stApp]"), scheme = app && getComputedStyle(app).colorScheme;
  if (scheme && root.style.colorScheme !== scheme) root.style.colorScheme = scheme;
  all("[data-testid=stSidebar]").forEach((one) => { set(one, "role", "navigation"); set(one, "aria-label", words.side); });
  all("[data-testid=stSidebar] [data-testid=stPageLink-NavLink]").forEach((one) => {
    if (new URL(one.href).pathname === location.pathname) set(one, "aria-current", "page"); else one.removeAttribute("aria-current");
  });
  // A chart is one picture with one name; its texts and marks, one by one, say nothing. Its figures stand in a table.
  all("[data-testid=stPlotlyChart][aria-label]").forEach((one) => set(one, "role", "img"));
  all("[data-testid=stFileUploaderDropzone]").forEach((one) => set(one, "role", "group"));
  all("[data-testid=stFileUploaderDropzone] > span button").forEach((one) => set(one, "aria-label", words.choose));
  all("[data-testid=stDataFrame] [role=grid]").forEach((one) => { if (!one.hasAttribute("aria-label")) set(one, "aria-label", headed(one)); });
  // A table or a chart is a stop of the keyboard where there is something to move.
  all(MOVES).forEach((one) => {
    if (one.scrollWidth <= one.clientWidth + 1) return one.removeAttribute("tabindex");
    set(one, "tabindex", "0");
    if (!one.hasAttribute("aria-label")) { set(one, "role", "group"); set(one, "aria-label", headed(one)); }
  });
}

// What a table without a name of its own belongs to: the heading before it.
function headed(one) {
  const before = all("[data-testid=stMain] :is(h1, h2, h3, .lsn-part)").filter((head) => head.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  return before.at(-1)?.innerText.trim() ?? "";
}

function begin() {
  const over = new AbortController();
  const on = (what, does) => document.addEventListener(what, does, { signal: over.signal, capture: true });
  const voice = document.body.appendChild(document.createElement("div"));
  voice.className = "lsn-voice";
  set(voice, "role", "status");
  set(voice, "aria-live", "polite");
  let last = null, byKey = false, heard = null, waiting = 0;

  on("keydown", (event) => {
    byKey = true;
    // In a grid the arrows lead from cell to cell; Tab leads out of it, instead of through every cell.
    if (event.key === "Tab" && event.target.closest?.("[data-testid=stDataFrame]")) event.stopPropagation();
  });
  on("pointerdown", () => { byKey = false; last = null; });
  const stands = (one) => { last = { one, path: location.pathname, ...known(one) }; };
  on("focusin", ({ target }) => stands(target));
  if (document.activeElement !== document.body) stands(document.activeElement);

  function settled() {
    waiting = 0;
    named();
    if (!document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]")) return;
    if ("lsnRunning" in root.dataset) return; // the stage minds its own pages
    told();
    found();
  }
  // The first sentence that has changed is said: the finding, else that of a part. Nothing is said of the first drawing.
  function told() {
    const now = { path: location.pathname, said: all("[data-testid=stMain] :is(h1, h2)").filter((one) => one.checkVisibility()).map((one) => one.innerText.trim()) };
    if (!now.said.length) return;
    const fresh = heard && (heard.path !== now.path ? now.said[0] : now.said.find((said) => !heard.said.includes(said)));
    heard = now;
    if (fresh) voice.textContent = fresh;
  }
  // What had the focus was drawn anew, is gone or cannot be used any more: its successor takes it, else its neighbour,
  // else the finding. A button that has done its work and says so now (added, stored) is heard.
  function found() {
    if (!byKey || !last || ![document.body, null].includes(document.activeElement)) return;
    const stayed = last.one.isConnected && usable(last.one);
    if (stayed) return;
    const here = last.path === location.pathname, now = here ? standsIn(last) : null;
    if (now && said(now) !== last.said) voice.textContent = said(now);
    const place = (here && (successor(last) ?? neighbour(now))) || document.querySelector("[data-testid=stMain] h1");
    if (!place) return;
    if (place.matches("h1")) { set(place, "tabindex", "-1"); voice.textContent = ""; } // heard by its focus
    place.focus({ preventScroll: !place.matches("h1") });
  }

  const look = () => { clearTimeout(waiting); waiting = setTimeout(settled, 120); };
  const watch = new MutationObserver(look);
  watch.observe(document.body, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["aria-label", "data-test-script-state", "href", "role"],
  });
  addEventListener("resize", look, { signal: over.signal });
  settled();
  return () => { over.abort(); watch.disconnect(); clearTimeout(waiting); voice.remove(); };
}

// How a widget is known again: the key of what holds it, its kind, its text.
const key = (one) => [...(one.closest("[class*=st-key-]")?.classList ?? [])].find((name) => name.startsWith("st-key-"));
const kind = (one) => `${one.tagName} ${one.getAttribute("role") ?? ""}`;
const said = (one) => one.getAttribute("aria-label") ?? one.textContent;
const known = (one) => ({ key: key(one), kind: kind(one), said: said(one) });

const STOPS = "a[href], button, input, textarea, select, summary";
const usable = (one) => !one.disabled && one.checkVisibility();

function alike(last) {
  if (!last.key) return [];
  return all(`.${CSS.escape(last.key)}`).flatMap((place) => all(STOPS, place)).filter((one) => kind(one) === last.kind && one.checkVisibility());
}
function successor(last) {
  const found = alike(last).filter(usable);
  return found.find((one) => said(one) === last.said) ?? found[0];
}
// What stands in its place and cannot be used: a button that has done its work.
function standsIn(last) {
  return last.one.isConnected ? last.one : alike(last)[0];
}

// The last stop of the page before this one.
function neighbour(one) {
  if (!one) return null;
  return all(`[data-testid=stMain] :is(${STOPS})`).filter((other) => usable(other) && other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
}
