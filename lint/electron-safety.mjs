// What makes an Electron app unsafe, as its scanners know it: electronegativity's checks, as far as today's Electron still has them.
// What version 1.10.3 finds in these sources, and why it may stand:
//   CSP_GLOBAL_CHECK, both pages: "may be improved"; 'self' and the AAC encoder's WebAssembly are all that is allowed.
//   OPEN_EXTERNAL_JS_CHECK, links.ts: the one place, behind the judge of addresses and the question.
//   PRELOAD_JS_CHECK, window.ts: the preload script is the bridge; a test freezes what it shows.
//   AUXCLICK_JS_CHECK, both windows: every way to a new window is refused, whichever button asks.
//   REMOTE_MODULE_JS_CHECK, both windows: Electron has no such module since version 14.
import { pathInHouse } from './imports.mjs';

/** What each page is opened with, written out where it is opened; `disableBlinkFeatures` names what shows pickers of files. */
const wanted = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  disableBlinkFeatures: 'FileSystemAccessLocal',
  enableDeprecatedPaste: false,
};

/** What else a page may be opened with; all other preferences are to be thought about here first. */
const harmless = ['preload', 'zoomFactor', 'backgroundThrottling', 'v8CacheOptions', 'additionalArguments'];

/** Names that appear in one file, or in none. */
const places = {
  openExternal: 'src/main/desktop/links.ts',
  executeJavaScript: null,
  executeJavaScriptInIsolatedWorld: null,
  insertCSS: null,
  setCertificateVerifyProc: null,
  dangerouslySetInnerHTML: null,
  innerHTML: null,
  outerHTML: null,
  insertAdjacentHTML: null,
  createContextualFragment: null,
  rejectUnauthorized: null,
  bypassCSP: null,
  corsEnabled: null,
  allowServiceWorkers: null,
  exposeInMainWorld: 'src/preload/preload.ts',
  ELECTRON_DISABLE_SECURITY_WARNINGS: null,
  'certificate-error': null,
};
const switches =
  /^(?:disable-web-security|ignore-certificate-errors.*|allow-running-insecure-content|no-sandbox|remote-debugging-.*|disable-site-isolation.*)$/;
const openers = ['BrowserWindow', 'BrowserView', 'WebContentsView'];

export const electronSafetyRule = {
  create(context) {
    const file = pathInHouse(context);
    if (!file.startsWith('src/')) return {};
    const report = (node, message) => context.report({ node, message });
    const checkName = (node, name) => {
      if (!Object.hasOwn(places, name) || places[name] === file) return;
      report(node, places[name] === null ? `${name} has no place here.` : `${name} appears only in ${places[name]}.`);
    };
    return {
      Identifier: (node) => checkName(node, node.name),
      JSXIdentifier: (node) => checkName(node, node.name),
      Literal: (node) => {
        if (typeof node.value !== 'string') return;
        checkName(node, node.value);
        if (switches.test(node.value) && !isAskedFor(node)) report(node, `The switch ${node.value} has no place here.`);
      },
      CallExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'eval') report(node, 'Text is never run.');
      },
      NewExpression: (node) => {
        if (node.callee.type !== 'Identifier') return;
        if (node.callee.name === 'Function') report(node, 'Text is never run.');
        if (openers.includes(node.callee.name)) checkPreferences(node, report);
      },
    };
  },
};

// To read whether a switch was given is no harm.
function isAskedFor(node) {
  return node.parent.type === 'CallExpression' && node.parent.callee.property?.name === 'hasSwitch';
}

function checkPreferences(node, report) {
  const preferences = propertyOf(node.arguments[0], 'webPreferences');
  if (preferences?.type !== 'ObjectExpression')
    return report(node, 'webPreferences are written out where a page is opened.');
  for (const [name, value] of Object.entries(wanted)) {
    const given = propertyOf(preferences, name);
    if (given?.type !== 'Literal' || given.value !== value) report(node, `webPreferences say ${name}: ${value}.`);
  }
  for (const property of preferences.properties) {
    const name = property.type === 'Property' && !property.computed ? property.key.name : null;
    if (!Object.hasOwn(wanted, name ?? '') && !harmless.includes(name))
      report(property, `webPreferences do not name ${name ?? 'what nobody can read'}.`);
  }
}

function propertyOf(object, name) {
  if (object?.type !== 'ObjectExpression') return null;
  return object.properties.find((one) => one.type === 'Property' && one.key.name === name)?.value ?? null;
}
