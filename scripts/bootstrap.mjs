// Every command enters here, on the plain Node that a machine happens to have, before any dependency is installed. It
// installs the locked dependencies and hands over to commands.mjs on the Node that they bring.
const oldestNode = 20;

async function main() {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    console.error(`Rushes needs Node ${oldestNode} or newer; this is Node ${process.versions.node}.`);
    return 1;
  }
  const { enter } = await import('./setup/enter.mjs');
  return enter(process.argv.slice(2));
}

void main().then((code) => {
  process.exitCode = code;
});
