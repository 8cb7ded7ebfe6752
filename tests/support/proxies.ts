import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createSocketServer, type Server, type Socket } from 'node:net';

export type TestProxy = {
  /** `host:port`. */
  readonly address: string;
  /** `host:port` of each tunnel that was asked for. */
  readonly tunnels: readonly string[];
  /** What came as `Proxy-Authorization`, or as name and password. */
  readonly logins: readonly string[];
  readonly close: () => Promise<void>;
};

/** Leads every tunnel to this port of this computer, whatever host was asked for, as a proxy with names of its own can. */
export type ProxyOptions = { readonly to?: number; readonly status?: number; readonly login?: string };

/** An HTTP proxy that lets tunnels through, or answers them with another status. */
export async function startHttpProxy({ to, status = 200, login }: ProxyOptions = {}): Promise<TestProxy> {
  const [tunnels, logins]: string[][] = [[], []];
  const proxy = createServer();
  proxy.on('connect', ({ url = '', headers }, socket: Socket) => {
    tunnels?.push(url);
    socket.on('error', () => undefined);
    const given = headers['proxy-authorization'];
    if (given !== undefined) logins?.push(given);
    const wanted = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
    const answer = given === wanted || wanted === undefined ? status : 407;
    const wish = answer === 407 ? 'Proxy-Authenticate: Basic realm="proxy"\r\n' : '';
    if (answer !== 200) return socket.end(`HTTP/1.1 ${answer} No\r\n${wish}\r\n`);
    const [host = '', port = ''] = url.split(':');
    return join(socket, to === undefined ? host : '127.0.0.1', to ?? Number(port), 'HTTP/1.1 200 OK\r\n\r\n');
  });
  return listening(proxy, tunnels ?? [], logins ?? []);
}

/** A SOCKS5 proxy (RFC 1928), with names and passwords (RFC 1929) where a login is wanted. */
export async function startSocksProxy({ to, login }: ProxyOptions = {}): Promise<TestProxy> {
  const [tunnels, logins]: string[][] = [[], []];
  const proxy = createSocketServer((socket) => {
    socket.on('error', () => undefined);
    const steps = negotiate(login, (given) => logins?.push(given));
    socket.on('data', function hear(data: Buffer) {
      const asked = steps(data, socket);
      if (asked === null) return;
      socket.off('data', hear);
      tunnels?.push(`${asked.host}:${asked.port}`);
      join(socket, to === undefined ? asked.host : '127.0.0.1', to ?? asked.port, connected);
    });
  });
  return listening(proxy, tunnels ?? [], logins ?? []);
}

const connected = Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
type Asked = { readonly host: string; readonly port: number };

/** Answers greeting and login; gives what is asked for then. Each message comes whole, as on loopback it does. */
function negotiate(
  login: string | undefined,
  onLogin: (given: string) => void,
): (data: Buffer, socket: Socket) => Asked | null {
  let step: 'greeting' | 'login' | 'asking' = 'greeting';
  return (data, socket) => {
    if (step === 'greeting') {
      const method = login === undefined ? 0 : 2;
      const offered = data.subarray(2, 2 + (data[1] ?? 0)).includes(method);
      socket.write(Buffer.from([5, offered ? method : 0xff]));
      step = login === undefined ? 'asking' : 'login';
      return null;
    }
    if (step === 'login') {
      const userEnd = 2 + (data[1] ?? 0);
      const given = `${data.toString('utf8', 2, userEnd)}:${data.toString('utf8', userEnd + 1)}`;
      onLogin(given);
      socket.write(Buffer.from([1, given === login ? 0 : 1]));
      step = 'asking';
      return null;
    }
    const isName = data[3] === 3;
    const hostEnd = isName ? 5 + (data[4] ?? 0) : 8;
    const host = isName ? data.toString('utf8', 5, hostEnd) : [...data.subarray(4, 8)].join('.');
    return { host, port: data.readUInt16BE(hostEnd) };
  };
}

function join(socket: Socket, host: string, port: number, greeting: string | Buffer): void {
  const target = connect(port, host, () => {
    socket.write(greeting);
    socket.pipe(target).pipe(socket);
  });
  target.on('error', () => socket.destroy());
}

async function listening(server: Server, tunnels: readonly string[], logins: readonly string[]): Promise<TestProxy> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, tunnels, logins, close };
}
