// The cheapest server that takes an upload: counts its bytes and says that all is well. Everything else goes to the studio whose
// address is the first argument. Tells its parent its own address and, for each upload, when it came and when it was answered.
import { createServer, request as ask } from 'node:http';

const studio = process.argv[2];

const server = createServer((request, response) => {
  if (request.url?.startsWith('/api/upload-video/')) swallow(request, response);
  else passOn(request, response);
});
server.requestTimeout = 0;
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
process.on('disconnect', () => process.exit());

function swallow(request, response) {
  const beganAt = performance.now();
  let bytes = 0;
  request.on('data', (piece) => {
    bytes += piece.length;
  });
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end('{"code":0,"message":"success","data":null}');
    process.send({ bytes, beganAt, endedAt: performance.now() });
  });
}

function passOn(request, response) {
  const { method, headers } = request;
  const forward = ask(new URL(request.url ?? '/', studio), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  forward.on('error', () => response.destroy());
  request.pipe(forward);
}
