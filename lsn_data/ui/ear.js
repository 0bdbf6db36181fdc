// Which link was clicked? Only plain clicks: with a key held down the browser does what it always does.
// While it hears, the page says so (`data-lsn-ear`): a link clicked before that loads its page anew.
export default function ({ setTriggerValue }) {
  const heard = (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a[data-way]") : null;
    if (!link) return;
    event.preventDefault();
    setTriggerValue("way", link.getAttribute("href"));
  };
  document.addEventListener("click", heard);
  document.documentElement.dataset.lsnEar = "";
  return () => {
    document.removeEventListener("click", heard);
    delete document.documentElement.dataset.lsnEar;
  };
}
