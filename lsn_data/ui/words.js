// Which of Streamlit's own words stand on the page in English? They are said in the reader's language.
// Only whole texts that the dictionary knows are exchanged, never what comes from data; for English the dictionary is empty.
const ATTRIBUTES = ["title", "aria-label", "placeholder"];
// What our pages say themselves: texts in there are left alone.
const OURS = "[data-testid=stHtml], [data-testid=stMarkdown], [data-testid=stHeading], [data-testid=stPlotlyChart], script, style";

// A name made of data holds its signs as references, as text on the page needs them; spoken they are plain signs.
const plain = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code));

export default function ({ data }) {
  const page = (window.lsnWords ??= watching());
  page.speak(data ?? {});
}

function watching() {
  let words = new Map(), patterns = [], spoken = "";
  const before = new WeakMap(); // of a text or an element: what Streamlit wrote there, and what stands there instead

  const said = (text) => words.get(text) ?? patterns.map((one) => filled(text, one)).find(Boolean);
  const filled = (text, [pattern, other]) => {
    const found = text.match(pattern);
    return found && other.replace(/\{(\w+)\}/g, (_, name) => words.get(found.groups[name]) ?? found.groups[name]);
  };
  const sayText = (node) => {
    const text = node.nodeValue, bare = text.trim(), other = bare && said(bare);
    if (!other || other === bare || node.parentElement?.closest(OURS)) return;
    node.nodeValue = text.replace(bare, () => other);
    before.set(node, { "": [text, node.nodeValue] });
  };
  const sayAttribute = (element, name) => {
    const text = element.getAttribute(name), other = text && (said(text) ?? plain(text));
    if (!other || other === text) return;
    before.set(element, { ...before.get(element), [name]: [text, other] });
    element.setAttribute(name, other);
  };
  const each = (root, onText, onElement) => {
    if (root.nodeType === Node.TEXT_NODE) return onText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    onElement(root);
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walk.nextNode()) (walk.currentNode.nodeType === Node.TEXT_NODE ? onText : onElement)(walk.currentNode);
  };
  const say = (root) => each(root, sayText, (element) => ATTRIBUTES.forEach((name) => sayAttribute(element, name)));
  const takeBack = (root) => each(root,
    (node) => written(node, ([was, is]) => node.nodeValue === is && (node.nodeValue = was)),
    (element) => written(element, ([was, is], name) => element.getAttribute(name) === is && element.setAttribute(name, was)));
  const written = (one, undo) => Object.entries(before.get(one) ?? {}).forEach(([name, both]) => undo(both, name));

  const changed = (record) => {
    if (record.type === "childList") record.addedNodes.forEach(say);
    else if (record.type === "characterData") sayText(record.target);
    else sayAttribute(record.target, record.attributeName);
  };
  const observer = new MutationObserver((records) => records.forEach(changed));
  const speak = (told) => {
    if (JSON.stringify(told) === spoken) return;
    observer.disconnect();
    takeBack(document.body);
    spoken = JSON.stringify(told);
    words = new Map(Object.entries(told.words ?? {}));
    patterns = (told.patterns ?? []).map(([pattern, other]) => [new RegExp(`^${pattern}$`), other]);
    say(document.body);
    observer.observe(document.body,
      { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  };
  return { speak };
}
