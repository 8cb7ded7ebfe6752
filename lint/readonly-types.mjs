// A type written inside a function belongs to that function alone: there a list may be filled step by step.
const inside = new Set([
  'VariableDeclarator',
  'NewExpression',
  'CallExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'PropertyDefinition',
]);
const agreed = new Set([
  'TSTypeAliasDeclaration',
  'TSInterfaceDeclaration',
  'TSFunctionType',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'TSDeclareFunction',
]);
const mutableLists = new Set(['Array', 'Map', 'Set']);
const readonlyName = (name) => `Readonly${name}`;

/** Every property of a type is readonly, and so is every list that a type or a function's signature names. */
export const readonlyTypesRule = {
  create(context) {
    const property = (node) => {
      if (!node.readonly) context.report({ node, message: 'Properties of types are readonly.' });
    };
    const list = (node) => {
      const isReadonly = node.parent.type === 'TSTypeOperator' && node.parent.operator === 'readonly';
      if (!isReadonly && isAgreed(node)) context.report({ node, message: 'Lists are readonly.' });
    };
    return {
      TSPropertySignature: property,
      TSIndexSignature: property,
      TSArrayType: list,
      TSTupleType: list,
      TSTypeReference(node) {
        const name = node.typeName.name;
        if (!mutableLists.has(name) || !isAgreed(node)) return;
        context.report({ node, message: `${readonlyName(name)} instead of ${name}.` });
      },
    };
  },
};

function isAgreed(node) {
  for (let around = node.parent; around; around = around.parent) {
    if (inside.has(around.type)) return false;
    if (agreed.has(around.type)) return true;
  }
  return false;
}
