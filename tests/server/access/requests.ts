import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InjectOptions, Response } from 'light-my-request';
import type { App } from '../../../server/src/routes/app-type.ts';
import { type Caller, callerOn } from '../../support/test-caller.ts';

/** The same browser as `caller`, its cookies included, over a real line to the server instead of past it. */
export async function overTheLine(app: App, caller: Caller): Promise<Caller> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const line = callerOn({ inject: (options: InjectOptions) => ask(port, options) } as unknown as App);
  for (const [name, value] of caller.cookies) line.cookies.set(name, value);
  return line;
}

function ask(port: number, { method = 'GET', url, headers, cookies, payload }: InjectOptions): Promise<Response> {
  const isRaw = payload === undefined || Buffer.isBuffer(payload);
  const body = isRaw ? payload : JSON.stringify(payload);
  const cookie = Object.entries(cookies ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const all = {
    ...(isRaw ? {} : { 'content-type': 'application/json' }),
    ...(cookie === '' ? {} : { cookie }),
    ...headers,
    // as a browser does before it sends a body
    ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body as Buffer) }),
  };
  return new Promise((resolve, reject) => {
    const path = String(url);
    const asked = request({ host: '127.0.0.1', port, method: method as string, path, headers: all }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        const given = (answer.headers['set-cookie'] ?? []).map((one) => {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(one) ?? [];
          return { name, value: decodeURIComponent(value) };
        });
        resolve({ statusCode: answer.statusCode ?? 0, body: text, cookies: given } as Response);
      });
    });
    asked.on('error', reject);
    asked.end(body as Buffer | undefined);
  });
}
