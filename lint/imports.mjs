import { isBuiltin } from 'node:module';
import { dirname, posix, relative, resolve, sep } from 'node:path';

const electronRooms = [
  /^src\/main\/main\.ts$/,
  /^src\/main\/ipc\/transport[^/]*$/,
  /^src\/main\/storage\//,
  /^src\/main\/desktop\//,
  /^src\/preload\//,
  /^tests\/e2e\//,
];

const any = () => true;
const allButElectron = (name) => name !== 'electron';
const anyOf =
  (...wanted) =>
  (name) =>
    wanted.includes(name);

// What each room may import: rooms under src, Node's own modules, packages.
const rooms = {
  shared: { rooms: ['shared'], builtins: false, packages: allButElectron },
  compositor: { rooms: ['compositor', 'shared'], builtins: false, packages: anyOf('mediabunny', '@chenglou/pretext') },
  painter: { rooms: ['painter', 'shared'], builtins: false, packages: anyOf('mediabunny', '@chenglou/pretext') },
  renderer: { rooms: ['renderer', 'compositor', 'shared'], builtins: false, packages: allButElectron },
  preload: { rooms: ['preload', 'shared'], builtins: false, packages: anyOf('electron') },
  'media-worker': {
    rooms: ['media-worker', 'compositor', 'painter', 'shared'],
    builtins: false,
    packages: allButElectron,
  },
  'demo-cloud': { rooms: ['demo-cloud', 'shared'], builtins: true, packages: anyOf('@fastify/busboy') },
  main: { rooms: ['main', 'shared', 'demo-cloud', 'preload'], builtins: true, packages: any },
};

// The rooms of main and of the renderer, from the ground up: each imports only rooms of lower floors.
const houses = {
  main: [
    ['api', 'storage'],
    ['account', 'drafts', 'media'],
    ['projects'],
    ['interchange', 'media-jobs', 'turns', 'uploads'],
    ['exports'],
    ['batch'],
    ['app'],
    ['ipc'],
    ['desktop'],
  ],
  renderer: [
    ['state'],
    ['locales'],
    ['ui'],
    ['exports', 'help', 'import-review', 'media-tools', 'player', 'projects', 'settings'],
    ['commands', 'files'],
    ['batch', 'composer', 'project-media'],
    ['chat'],
    ['versions'],
    ['timeline'],
    ['shell'],
  ],
};
// Files beside the rooms of main put the rooms together, so only the uppermost rooms may import them.
const shownAround = houses.main.findIndex((floor) => floor.includes('app'));
// These may be imported by every room, and import none.
const everybodys = new Set([
  'src/main/app/bus.ts',
  'src/main/app/env.ts',
  'src/main/clock.ts',
  'src/main/parse-json.ts',
  'src/main/file-retry.ts',
  'src/main/timings.ts',
  'src/main/wakeable-sleep.ts',
]);

/** A file's path from the repository's root, with forward slashes. */
export function pathInHouse(context) {
  return relative(context.cwd, context.filename).split(sep).join(posix.sep);
}

/** Calls visit(node, specifier) for every way in which a module can name another one. */
export function eachImport(visit) {
  const fromSource = (node) => {
    if (typeof node.source?.value === 'string') visit(node, node.source.value);
  };
  return {
    ImportDeclaration: fromSource,
    ExportNamedDeclaration: fromSource,
    ExportAllDeclaration: fromSource,
    ImportExpression: fromSource,
    TSImportType: fromSource,
    CallExpression(node) {
      const [first] = node.arguments;
      if (node.callee.name === 'require' && typeof first?.value === 'string') visit(node, first.value);
    },
  };
}

/** Electron is imported only at the edges of main, so that all else runs in plain Node. */
export const electronRoomsRule = {
  create(context) {
    const file = pathInHouse(context);
    if (!/^(src|tests)\//.test(file) || electronRooms.some((room) => room.test(file))) return {};
    return eachImport((node, specifier) => {
      if (packageOf(specifier) === 'electron') context.report({ node, message: 'electron is not imported here.' });
    });
  },
};

/** Who may import whom: `rooms` and `houses` say it. */
export const importDirectionRule = {
  create(context) {
    const file = pathInHouse(context);
    const from = roomOf(file);
    if (from === undefined || !Object.hasOwn(rooms, from)) return {};
    return eachImport((node, specifier) => {
      if (!mayImport(rooms[from], specifier, file)) {
        context.report({ node, message: `${from} does not import "${specifier}".` });
      }
    });
  },
};

function mayImport(allowed, specifier, file) {
  // A text that the window shows, such as the changelog.
  if (specifier.endsWith('.md?raw')) return true;
  if (specifier.startsWith('.') || specifier.startsWith('/')) {
    const target = inHouse(specifier, file);
    return allowed.rooms.includes(roomOf(target)) && mayClimb(target, file);
  }
  return isBuiltin(specifier) ? allowed.builtins : allowed.packages(packageOf(specifier));
}

/** Within main and within the renderer: whether the target lies in the file's own room or below it. */
function mayClimb(target, file) {
  const [house, from] = placeOf(file);
  const [targetHouse, to] = placeOf(target);
  if (house === undefined || house !== targetHouse || everybodys.has(target)) return true;
  if (everybodys.has(file)) return false;
  if (from === undefined || from === to) return true;
  if (to === undefined) return house === 'main' && floorOf(house, from) >= shownAround;
  return floorOf(house, to) < floorOf(house, from);
}

/** A room that is on no floor yet may import nobody and be imported by nobody. */
function floorOf(house, room) {
  const floor = houses[house].findIndex((names) => names.includes(room));
  return floor === -1 ? NaN : floor;
}

/** The house (main, renderer) and the room that a file lies in; a file beside the rooms is in none. */
function placeOf(file) {
  const [, house, room] = /^src\/(main|renderer)\/(?:([^/]+)\/)?/.exec(file) ?? [];
  return [house, room];
}

function inHouse(specifier, file) {
  const target = resolve('/', dirname(file), specifier);
  return relative('/', target).split(sep).join(posix.sep);
}

function roomOf(file) {
  return /^src\/([^/]+)\//.exec(file)?.[1];
}

function packageOf(specifier) {
  const [first, second] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
