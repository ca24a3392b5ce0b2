import type { InjectOptions, Response } from 'light-my-request';
import type { App } from '../../server/src/routes/app-type.ts';

/** Where the server under test believes to stand. */
export const ORIGIN = 'http://localhost:3000';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One browser: keeps its cookies, sends its Origin. */
export interface Caller {
  readonly cookies: Map<string, string>;
  get(url: string): Promise<Response>;
  post(url: string, body?: object): Promise<Response>;
  put(url: string, body: object): Promise<Response>;
  delete(url: string): Promise<Response>;
  /** Anything else: other headers, raw payloads. */
  send(options: InjectOptions): Promise<Response>;
  /** Posts one file as a form does, after its other fields. */
  upload(url: string, bytes: Uint8Array, name?: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
  cookieHeader(): string;
}

export function callerOn(app: App, origin = ORIGIN): Caller {
  const cookies = new Map<string, string>();
  async function send(options: InjectOptions): Promise<Response> {
    const answer = await app.inject({
      ...options,
      headers: { origin, 'sec-fetch-site': 'same-origin', ...options.headers },
      cookies: Object.fromEntries(cookies),
    });
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  }
  const withBody = (method: Method, url: string, payload?: object): Promise<Response> =>
    send(payload === undefined ? { method, url } : { method, url, payload });
  return {
    cookies,
    send,
    get: (url) => send({ method: 'GET', url }),
    post: (url, body) => withBody('POST', url, body),
    put: (url, body) => withBody('PUT', url, body),
    delete: (url) => send({ method: 'DELETE', url }),
    upload(url, bytes, name = 'people.csv', fields = {}) {
      const mark = 'form-of-a-test';
      const before = Object.entries(fields)
        .map(([field, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`)
        .join('');
      const head = `${before}--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
      const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${mark}--\r\n`)]);
      return send({
        method: 'POST',
        url,
        payload,
        headers: { 'content-type': `multipart/form-data; boundary=${mark}` },
      });
    },
    cookieHeader: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  };
}
