import { describe, expect, it } from 'vitest';
import { originsOf } from '../../server/src/origins.ts';

interface Given {
  publicUrl?: string | null;
  host?: string;
  port?: number;
  addresses?: string[];
}

/** A machine whose addresses and time a test can change. */
function machine(given: Given = {}) {
  const state = { now: 0, addresses: given.addresses ?? [], port: given.port ?? 3000, reads: 0 };
  const env = { publicUrl: given.publicUrl ?? null, host: given.host ?? '0.0.0.0' };
  const read = (): string[] => {
    state.reads += 1;
    return state.addresses;
  };
  return {
    state,
    origins: originsOf(
      env,
      () => state.port,
      () => state.now,
      read,
    ),
  };
}

describe('which pages may change anything', () => {
  it('without a public address: this machine under its own names and the port in use, exactly', () => {
    const { origins } = machine({ addresses: ['192.168.1.20', '203.0.113.9'] });
    const yes = ['localhost', '127.0.0.1', '[::1]', '192.168.1.20', '203.0.113.9'].map((host) => `http://${host}:3000`);
    expect(yes.filter((origin) => !origins.allowed(origin))).toEqual([]);
    const no = [
      ...['http://localhost', 'http://localhost:3001', 'https://localhost:3000', 'http://localhost:30000', 'null', ''],
      ...['http://192.168.1.2:3000', 'http://192.168.1.200:3000', 'http://192.168.1.20:3000.evil.example'],
      ...[
        'http://evil.example',
        'http://localhost.evil.example:3000',
        'http://LOCALHOST:3000',
        'http://localhost:3000/',
      ],
    ];
    expect(no.filter((origin) => origins.allowed(origin))).toEqual([]);
  });

  it('with a public address: that one, and this very machine', () => {
    const { origins } = machine({ publicUrl: 'https://night.example.org', addresses: ['192.168.1.20'] });
    expect(origins.allowed('https://night.example.org')).toBe(true);
    expect(origins.allowed('http://localhost:3000')).toBe(true);
    const no = ['http://night.example.org', 'https://night.example.org:3000', 'https://night.example.org.evil.example'];
    expect([...no, 'https://x.night.example.org', 'http://192.168.1.20:3000'].filter(origins.allowed)).toEqual([]);
  });

  it('on port 80 without a number', () => {
    const { origins } = machine({ port: 80, addresses: ['10.0.0.4'] });
    expect(origins.allowed('http://10.0.0.4')).toBe(true);
    expect(origins.allowed('http://10.0.0.4:80'), 'browsers never send it').toBe(false);
    expect(origins.forLinks()).toBe('http://10.0.0.4');
  });

  it('follows the machine to another network within ten seconds, without asking for each request', () => {
    const { state, origins } = machine({ addresses: ['192.168.1.20'] });
    expect(origins.allowed('http://192.168.1.20:3000')).toBe(true);
    state.addresses = ['172.20.10.2'];
    for (state.now = 0; state.now < 10_000; state.now += 1_000) origins.forLinks();
    expect(state.reads).toBe(1);
    expect(origins.allowed('http://192.168.1.20:3000')).toBe(false);
    expect(origins.allowed('http://172.20.10.2:3000')).toBe(true);
    expect(origins.forLinks()).toBe('http://172.20.10.2:3000');
  });
});

describe('what links begin with', () => {
  it.each<[string, Given, string, string]>([
    [
      'a public address',
      { publicUrl: 'https://a.example', host: '127.0.0.1' },
      'https://a.example',
      'https://a.example',
    ],
    ['a private address', { addresses: ['203.0.113.9', '10.1.2.3'] }, 'http://10.1.2.3:3000', 'http://localhost:3000'],
    [
      '172.16 to 172.31',
      { addresses: ['172.32.0.1', '172.31.0.1'] },
      'http://172.31.0.1:3000',
      'http://localhost:3000',
    ],
    ['no network at all', {}, 'http://localhost:3000', 'http://localhost:3000'],
    [
      'bound to loopback',
      { host: '127.0.0.1', addresses: ['10.1.2.3'] },
      'http://localhost:3000',
      'http://localhost:3000',
    ],
    ['bound to one address', { host: '10.1.2.3' }, 'http://10.1.2.3:3000', 'http://10.1.2.3:3000'],
    [
      'the port that was free',
      { port: 4350, addresses: ['10.1.2.3'] },
      'http://10.1.2.3:4350',
      'http://localhost:4350',
    ],
  ])('%s', (_what, given, links, console) => {
    const { origins } = machine(given);
    expect([origins.forLinks(), origins.forConsole()]).toEqual([links, console]);
  });

  it('is itself allowed, wherever the server is bound', () => {
    for (const host of ['0.0.0.0', '127.0.0.1', '10.1.2.3', 'hall.local', '::']) {
      const { origins } = machine({ host, addresses: ['10.1.2.3'] });
      expect(origins.allowed(origins.forLinks()), host).toBe(true);
      expect(origins.allowed(origins.forConsole()), host).toBe(true);
    }
  });
});
