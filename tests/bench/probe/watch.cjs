// Runs in the page before its own scripts: tells when the composer has been painted for the first time.
// oxlint-disable-next-line house/electron-rooms -- a preload script, run by Electron itself.
const { ipcRenderer } = require('electron');

const observer = new MutationObserver(look);
observer.observe(document, { childList: true, subtree: true });

function look() {
  if (document.querySelector('[aria-label="Message"]') === null) return;
  observer.disconnect();
  requestAnimationFrame(() => {
    // A message that is posted while a frame is made arrives after it was painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => ipcRenderer.send('bench:painted', Date.now());
    port2.postMessage(null);
  });
}
