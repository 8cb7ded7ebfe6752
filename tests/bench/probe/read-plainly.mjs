// The least that must be done with a stream: its bytes are read, cut into events, and those parsed.
import { request } from 'node:http';
import { createParser } from 'eventsource-parser';

/** Posts `body` with these headers, and resolves to the number of events that the answer held. */
export function readPlainly({ url, headers, body }) {
  return new Promise((resolve, reject) => {
    let events = 0;
    const decoder = new TextDecoder();
    const parser = createParser({
      onEvent: ({ data }) => {
        JSON.parse(data);
        events += 1;
      },
    });
    const posted = request(url, { method: 'POST', headers }, (response) => {
      response.on('data', (chunk) => parser.feed(decoder.decode(chunk, { stream: true })));
      response.on('end', () => resolve(events));
      response.on('error', reject);
    });
    posted.on('error', reject);
    posted.end(body);
  });
}
