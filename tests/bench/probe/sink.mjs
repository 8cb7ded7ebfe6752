// The cheapest server that takes an upload (counts its bytes and says that all is well) and gives a film (the file that the second
// argument names, in place of every render). Everything else goes to the demo cloud whose address is the first argument. Tells its parent
// its own address and, for each upload and each film, how many bytes it was, when it was asked for and when all of it had gone by. Its
// parent may hold the line, which all of them share, at a speed in bytes per ms.
import { open } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';

const [, , demoCloud, film] = process.argv;
const blockBytes = 256 * 1024;
let url = '';
let heldAt = Infinity;
/** When the line has carried all that it was given, as `performance.now()` tells it. */
let freeAt = 0;
/** Timers are no finer; what a late one cost may be made up for. In ms. */
const grain = 4;
const arrears = 20;
process.on('message', (message) => {
  heldAt = message.heldAt ?? Infinity;
});

const server = createServer((request, response) => {
  if (request.url?.startsWith('/api/upload-video/')) swallow(request, response);
  else if (request.url?.startsWith('/files/renders/')) void give(response);
  else passOn(request, response);
});
server.requestTimeout = 0;
// Longer than there is between two runs: a connection of some age is quicker than a new one, which would be met by some runs only.
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  url = `http://127.0.0.1:${server.address().port}`;
  process.send({ url });
});
process.on('disconnect', () => process.exit());

function swallow(request, response) {
  const beganAt = performance.now();
  let bytes = 0;
  request.on('data', (piece) => {
    bytes += piece.length;
    const early = onLine(piece.length);
    if (early < grain) return;
    request.pause();
    setTimeout(() => request.resume(), early);
  });
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end('{"code":0,"message":"success","data":null}');
    process.send({ bytes, beganAt, endedAt: performance.now() });
  });
}

/** Reads into one block while the other is on its way. */
async function give(response) {
  const beganAt = performance.now();
  const file = await open(film);
  const { size } = await file.stat();
  response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': size, etag: '"film"' });
  let [front, back] = [Buffer.alloc(blockBytes), Buffer.alloc(blockBytes)];
  let ahead = file.read(front, 0, blockBytes, 0);
  for (let at = 0; at < size; at += blockBytes) {
    const { bytesRead } = await ahead;
    const piece = front.subarray(0, bytesRead);
    [front, back] = [back, front];
    ahead = file.read(front, 0, blockBytes, at + blockBytes);
    await new Promise((done) => response.write(piece, done));
    const early = onLine(bytesRead);
    if (early >= grain) await new Promise((done) => setTimeout(done, early));
  }
  await ahead;
  await file.close();
  response.end(() => process.send({ bytes: size, beganAt, endedAt: performance.now() }));
}

/** Puts so many bytes on the line; gives how many ms it has to do with all that is on it. */
function onLine(bytes) {
  const now = performance.now();
  freeAt = Math.max(now - arrears, freeAt) + bytes / heldAt;
  return freeAt - now;
}

/** A render's address in an answer becomes one of ours. */
function passOn(request, response) {
  const { method } = request;
  const forward = ask(new URL(request.url ?? '/', demoCloud), { method, headers: request.headers }, async (answer) => {
    const isRender = request.url?.startsWith('/api/render/');
    const head = { ...answer.headers };
    if (isRender) delete head['content-length'];
    response.writeHead(answer.statusCode ?? 502, head);
    if (isRender)
      response.end(
        Buffer.concat(await answer.toArray())
          .toString()
          .replaceAll(demoCloud, url),
      );
    else answer.pipe(response);
  });
  forward.on('error', () => response.destroy());
  request.pipe(forward);
}
