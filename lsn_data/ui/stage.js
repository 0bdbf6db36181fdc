// What happens on the stage: keys and clicks turn its pages at once, drawings grow to the room they have, and Python is
// told afterwards. Everything that is shown comes from Python; this script writes no text but page numbers.
const root = document.documentElement;
const FORM = "input, textarea, select, [contenteditable], [role=listbox], [role=option]";
const LIVE = ".st-key-lsn-stage-live";
// Sizes as multiples of what the pages draw, on a screen of 1280 by 720.
const LARGEST = 2, SMALLEST = 0.9, NARROWEST = 640, REST = 2500, REMIND = 1000;
const screens = new Map(); // page → the screen of it that is seen, where one does not hold it
let tell = {}, end = null, sizes = null;

export default function ({ setStateValue }) {
  const send = (name) => (value = "") => setStateValue(name, `${value} ${Date.now()}`);
  tell = { turn: send("turn"), leave: send("leave"), scheme: send("scheme") };
  end ??= begin();
  return () => { end?.(); end = null; };
}

const all = (what, where = document) => [...where.querySelectorAll(what)];
const marker = () => document.querySelector(".lsn-black");
let known = 1;
const pages = () => (known = Number(marker()?.dataset.pages ?? known)); // while Python draws, the marker may be away
const place = (page) => document.querySelector(`.st-key-lsn-page-${page}`);
const seen = () => Number(root.dataset.lsnPage || marker()?.dataset.page || 1);
const drawn = (page) => Boolean(place(page)?.querySelector("h1"));

function begin() {
  const over = new AbortController();
  const on = (what, does, where = document, more = {}) => where.addEventListener(what, does, { signal: over.signal, ...more });
  let told = 0, waiting = null, typed = "", rest = 0, pointed = false, left = 0, next = 0;

  function turn(to, last = false) {
    const page = Math.min(Math.max(to, 1), pages());
    typed = "";
    if (page === (waiting?.page ?? seen())) return number();
    told = Date.now();
    tell.turn(page);
    if (drawn(page)) show(page, last); else waiting = { page, last };
  }
  function show(page, last = false) {
    waiting = null;
    delete root.dataset.lsnFilters;
    root.dataset.lsnPage = page;
    const held = screens.get(page);
    if (held) { held.at = last ? held.parts.length - 1 : 0; put(held); }
    room();
    bar();
    place(page)?.querySelector("h1")?.focus({ preventScroll: true });
  }
  function forward() {
    const held = screens.get(seen());
    if (held && held.at < held.parts.length - 1) { held.at += 1; put(held); number(); } else turn(seen() + 1);
  }
  function back() {
    const held = screens.get(seen());
    if (held && held.at > 0) { held.at -= 1; put(held); number(); } else turn(seen() - 1, true);
  }
  function fullscreen() {
    if (document.fullscreenElement) document.exitFullscreen(); else root.requestFullscreen?.();
  }
  function filters() {
    if (!document.querySelector(LIVE)) return;
    if (root.toggleAttribute("data-lsn-filters")) document.querySelector(`${LIVE} button, ${LIVE} input`)?.focus();
    else if (document.activeElement?.closest(LIVE)) document.activeElement.blur(); // keys belong to the page again
    room();
    bar();
  }
  // The page makes room for its filters.
  function room() {
    const high = "lsnFilters" in root.dataset ? document.querySelector(LIVE)?.offsetHeight ?? 0 : 0;
    const said = `${high}px`;
    if (root.style.getPropertyValue("--lsn-below") !== said) { root.style.setProperty("--lsn-below", said); fitAll(); }
  }
  function bar() {
    const button = (does) => document.querySelector(`.lsn-stage-bar [data-do=${does}]`);
    const offered = place(seen())?.querySelector("[data-filters]")?.dataset.filters === "1";
    button("filters")?.toggleAttribute("hidden", !offered);
    button("filters")?.setAttribute("aria-pressed", "lsnFilters" in root.dataset);
    button("fullscreen")?.setAttribute("aria-pressed", Boolean(document.fullscreenElement));
    number();
  }
  // Which screen of a page that goes on, and which page is being typed.
  function number() {
    const held = screens.get(seen()), where = place(seen())?.querySelector(".lsn-stage-number i");
    if (!where) return;
    const part = held && held.parts.length > 1
      ? (marker()?.dataset.part ?? "").replace("##", held.parts.length).replace("#", held.at + 1) : "";
    const said = typed ? `${typed} …` : part;
    if (where.textContent !== said) where.textContent = said;
  }
  const does = { next: forward, back, fullscreen, filters, scheme: () => tell.scheme(), leave: () => tell.leave() };

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = event.key, at = event.target instanceof Element ? event.target : root;
    const turns = key === "PageDown" || key === "PageUp";
    const open = document.querySelector("[role=listbox]");
    if (open || (at.closest(LIVE) && !turns && key !== "Escape") || (at.matches(FORM) && !turns && key !== "Escape")) return;
    if ((key === " " || key === "Enter") && at.closest("button, a") && !typed) return;
    if (root.toggleAttribute("data-lsn-black", false) === false && black.was) { black.was = false; return event.preventDefault(); }
    const act = acts(key, event.shiftKey);
    if (!act) return;
    event.preventDefault();
    act();
  }
  const black = { was: false };
  function acts(key, shift) {
    if (/^[0-9]$/.test(key)) return () => { typed = (typed + key).slice(-3); number(); };
    if (key === "Enter" && typed) return () => turn(Number(typed));
    switch (key) {
      case "ArrowRight": case "ArrowDown": case "PageDown": case "Enter": return forward;
      case " ": return shift ? back : forward;
      case "ArrowLeft": case "ArrowUp": case "PageUp": case "Backspace": return back;
      case "Home": return () => turn(1);
      case "End": return () => turn(pages());
      case "f": case "F": return fullscreen;
      case "F5": return () => { if (!document.fullscreenElement) fullscreen(); };
      case "b": case "B": case ".": return () => { black.was = root.toggleAttribute("data-lsn-black", true); };
      case "r": case "R": return () => document.querySelector(".st-key-agreed button")?.click();
      case "Escape": return escape;
    }
  }
  function escape() {
    if (typed) { typed = ""; number(); }
    else if ("lsnFilters" in root.dataset) filters();
    else if (document.fullscreenElement) document.exitFullscreen();
    else if (Date.now() - left > 400) tell.leave();
  }
  function clicked(event) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const at = event.target instanceof Element ? event.target : root;
    const way = at.closest("a[data-page]"), button = at.closest("[data-do]");
    if (at.closest(".lsn-black")) { black.was = root.toggleAttribute("data-lsn-black", false); }
    else if (way) { event.preventDefault(); turn(Number(way.dataset.page)); }
    else if (button) does[button.dataset.do]?.();
  }
  function awake() {
    root.dataset.lsnAwake = "";
    clearTimeout(rest);
    rest = setTimeout(() => delete root.dataset.lsnAwake, REST);
  }
  // Somebody goes back in the browser: to the page of that link.
  function went() {
    const page = Number(new URLSearchParams(location.search).get("page"));
    if (page && location.pathname.endsWith("/present")) turn(page);
  }
  // A run that was cut short may have lost where the keys have led: it is told again.
  function remind() {
    const page = waiting?.page ?? seen(), runs = document.querySelector("[data-test-script-state=running]");
    if (marker() && !runs && Number(marker().dataset.page) !== page && Date.now() - told > REMIND) {
      told = Date.now();
      tell.turn(page);
    }
  }
  // What Python has drawn anew: a page that was waited for, other filters.
  function looked() {
    next = 0;
    if (waiting && drawn(waiting.page)) show(waiting.page, waiting.last);
    if (marker() && !("lsnPage" in root.dataset)) show(Number(marker().dataset.page));
    const live = marker()?.dataset.live;
    if (live !== root.dataset.lsnLive) {
      root.dataset.lsnLive = live ?? "";
      if (pointed && !document.querySelector("[role=listbox]")) place(seen())?.querySelector("h1")?.focus({ preventScroll: true });
    }
    if (!document.querySelector(LIVE)) delete root.dataset.lsnFilters;
    room();
    fitAll();
    bar();
  }
  const look = () => { next ||= requestAnimationFrame(looked); };
  const afresh = () => { screens.forEach((held) => delete held.mark); look(); };

  on("keydown", pressed, window, { capture: true });
  on("click", clicked);
  on("mousemove", awake);
  on("pointerdown", () => { pointed = true; awake(); });
  on("keydown", () => { pointed = false; });
  on("popstate", went, window);
  on("resize", afresh, window);
  on("fullscreenchange", () => { if (!document.fullscreenElement) left = Date.now(); afresh(); });
  document.fonts?.ready.then(afresh);
  const reminding = setInterval(remind, REMIND);
  sizes = new ResizeObserver(look);
  const watch = new MutationObserver(look);
  watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-page", "data-live", "data-filters"] });
  root.dataset.lsnRunning = "";
  look();
  return () => {
    over.abort();
    watch.disconnect();
    sizes.disconnect();
    clearTimeout(rest);
    clearInterval(reminding);
    screens.clear();
    for (const name of ["lsnPage", "lsnRunning", "lsnAwake", "lsnFilters", "lsnBlack", "lsnLive"]) delete root.dataset[name];
    root.style.removeProperty("--lsn-below");
    if (document.fullscreenElement) document.exitFullscreen();
  };
}

// Each drawing as large as its room allows, up to a limit; what would become too small goes on over several screens.
function fitAll() {
  for (const box of all("[class*=st-key-lsn-draw-]")) fit(box);
}
function fit(box) {
  const page = Number(/st-key-lsn-draw-(\d+)/.exec(box.className)[1]);
  const room = { wide: box.clientWidth, high: box.clientHeight };
  const unit = Math.min(innerWidth / 1280, innerHeight / 720);
  sizes.observe(box);
  if (!box.children.length || room.wide < 50 || room.high < 50) return;
  if (box.querySelector(".js-plotly-plot")) figures(box, page, room, unit);
  else if (box.querySelector("[data-testid=stHtml]")) texts(box, page, box.children[0], room, unit);
}
// A figure keeps its height and takes the width that its size leaves it.
function figures(box, page, room, unit) {
  const drawn = all(".js-plotly-plot", box);
  for (const plot of drawn) {
    sizes.observe(plot);
    const size = Math.min(room.high / plot.offsetHeight, room.wide / NARROWEST, LARGEST * unit);
    const one = childOf(box, plot);
    one.style.transform = "";
    if (plot.offsetHeight) scale(one, size, room.wide, plot);
  }
  const blocks = drawn.map((plot) => childOf(box, plot));
  keep(box, page, blocks.map((one) => [one]), blocks, "data-lsn-unseen");
}
function childOf(box, inner) {
  return [...box.children].find((one) => one.contains(inner));
}
// Streamlit measures what stands around a figure, so only the figure itself may be turned larger.
function scale(one, size, wide, turned = one) {
  const width = `${(wide / size).toFixed(1)}px`, larger = `scale(${size.toFixed(4)})`;
  if (one.style.width !== width) one.style.width = width;
  if (turned.style.transform !== larger) Object.assign(turned.style, { transform: larger, transformOrigin: "0 0" });
}
function texts(box, page, one, room, unit) {
  const mark = `${room.wide}x${room.high}:${one.textContent.length}:${all("*", one).length}`;
  if (one.style.transform && screens.get(page)?.mark === mark) return;
  const fits = (size) => {
    scale(one, size, room.wide);
    return one.scrollHeight * size <= room.high + 1 && !wider(one);
  };
  all("[data-lsn-off]", one).forEach((block) => block.removeAttribute("data-lsn-off"));
  one.removeAttribute("data-lsn-single");
  let blocks = blocksOf(one), parts = [blocks];
  let size = largest(fits, SMALLEST * unit, LARGEST * unit);
  if (!size) {
    size = largest((tried) => { scale(one, tried, room.wide); return !wider(one); }, 0.5 * unit, SMALLEST * unit) || 0.5 * unit;
    parts = pieces(one, blocks, room, size);
    if (parts.some((part) => part.over || part.length === 1)) {
      one.setAttribute("data-lsn-single", "");
      parts = pieces(one, blocks, room, size);
    }
    size = Math.min(...parts.map((part) => { only(one, blocks, part); return largest(fits, 0.5 * unit, LARGEST * unit) || 0.5 * unit; }));
  }
  scale(one, size, room.wide);
  keep(box, page, parts, blocks, "data-lsn-off", mark);
}
// The largest size that fits, 0 where even the smallest does not.
function largest(fits, low, high) {
  if (fits(high)) return high;
  if (!fits(low)) return 0;
  for (let step = 0; step < 7; step += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle; else high = middle;
  }
  return low;
}
const wider = (one) => all("div", one).some((inner) => getComputedStyle(inner).overflowX === "auto" && inner.scrollWidth > inner.clientWidth + 1);
// What stays whole: rows of a table, panels of a grid, quadrants.
function blocksOf(one) {
  const parted = one.querySelector("div[class^=lsn-quadrants]");
  if (parted) return [...parted.children];
  const panels = all(".grid > div", one);
  return panels.length ? panels : all("tbody > tr", one);
}
// As many blocks a screen as it holds; a screen whose only block is too high says so (`over`).
function pieces(one, blocks, room, size) {
  scale(one, size, room.wide);
  const high = () => one.scrollHeight * size > room.high + 1;
  const parts = [];
  let part = [];
  for (const block of blocks) {
    only(one, blocks, [...part, block]);
    if (high() && part.length) {
      parts.push(part);
      part = [];
      only(one, blocks, [block]);
    }
    part.over ||= high();
    part.push(block);
  }
  return part.length ? [...parts, part] : parts;
}
// Shows some of the blocks; a heading stays away where nothing of its panels is seen.
function only(one, blocks, shown, how = "data-lsn-off") {
  const kept = new Set(shown);
  blocks.forEach((block) => block.toggleAttribute(how, !kept.has(block)));
  for (const grid of all(".grid", one)) {
    const empty = [...grid.children].every((panel) => panel.hasAttribute("data-lsn-off"));
    grid.toggleAttribute("data-lsn-off", empty);
    if (grid.previousElementSibling?.matches(".head")) grid.previousElementSibling.toggleAttribute("data-lsn-off", empty);
  }
}
function keep(box, page, parts, blocks, how, mark) {
  const at = Math.max(Math.min(screens.get(page)?.at ?? 0, parts.length - 1), 0);
  const held = { box, parts, blocks, how, mark, at };
  screens.set(page, held);
  put(held);
}
function put({ box, parts, blocks, how, at }) {
  only(box, blocks, parts[at] ?? [], how);
}
