// The rules of the house that the linter does not bring.
import { electronSafetyRule } from './electron-safety.mjs';
import { electronRoomsRule, importDirectionRule, pathInHouse } from './imports.mjs';
import { readonlyTypesRule } from './readonly-types.mjs';

const rawIpc = { ipcMain: 'src/main/ipc/transport.ts', ipcRenderer: 'src/preload/preload.ts' };

/**
 * The raw ends of the wire between the processes appear in one file each, so that everything that crosses is in the
 * contract.
 */
const rawIpcRule = {
  create(context) {
    const file = pathInHouse(context);
    const check = (node, name) => {
      if (!Object.hasOwn(rawIpc, name) || rawIpc[name] === file) return;
      context.report({ node, message: `${name} appears only in ${rawIpc[name]}.` });
    };
    return {
      Identifier: (node) => check(node, node.name),
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
    };
  },
};

/** Unions of literals instead of enums: Node runs the sources as they are, without their types. */
const noEnumRule = {
  create(context) {
    return {
      TSEnumDeclaration: (node) => context.report({ node, message: 'A union of literals instead of an enum.' }),
    };
  },
};

export default {
  meta: { name: 'house' },
  rules: {
    'electron-rooms': electronRoomsRule,
    'electron-safety': electronSafetyRule,
    'import-direction': importDirectionRule,
    'raw-ipc': rawIpcRule,
    'no-enum': noEnumRule,
    'readonly-types': readonlyTypesRule,
  },
};
