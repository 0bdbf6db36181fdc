// Which link was clicked? Only plain clicks: with a key held down the browser does what it always does.
export default function ({ setTriggerValue }) {
  const heard = (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a[data-way]") : null;
    if (!link) return;
    event.preventDefault();
    setTriggerValue("way", link.getAttribute("href"));
  };
  document.addEventListener("click", heard);
  return () => document.removeEventListener("click", heard);
}
