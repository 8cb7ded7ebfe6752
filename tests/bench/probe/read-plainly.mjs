// The least that must be done with a stream: its bytes are read, cut into events, and those parsed.
import { get } from 'node:http';
import { createParser } from 'eventsource-parser';

/** Resolves to the number of events. */
export function readPlainly(url) {
  return new Promise((resolve, reject) => {
    let events = 0;
    const decoder = new TextDecoder();
    const parser = createParser({
      onEvent: ({ data }) => {
        JSON.parse(data);
        events += 1;
      },
    });
    get(url, (response) => {
      response.on('data', (chunk) => parser.feed(decoder.decode(chunk, { stream: true })));
      response.on('end', () => resolve(events));
      response.on('error', reject);
    }).on('error', reject);
  });
}
